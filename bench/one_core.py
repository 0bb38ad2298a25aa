"""A bench on one core, as a web process of the site is held to."""

import os
import sys


def on_one_core() -> None:
    """Starts over with numpy held to one thread, which it takes from the environment at load."""
    names = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
    if any(os.environ.get(name) != "1" for name in names):
        os.environ.update(dict.fromkeys(names, "1"))
        os.execv(sys.executable, [sys.executable, *sys.argv])
