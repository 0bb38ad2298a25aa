"""Processes that end when the process that started them does, even by kill -9."""

import ctypes
import signal
import sys
from collections.abc import Callable

PR_SET_PDEATHSIG = 1


def end_with_parent(number: signal.Signals) -> Callable[[], None] | None:
    """What a child must run before its program so that it gets the signal if its parent dies.

    Only Linux can do this; elsewhere None, and the next start clears away what was left. To be
    passed as `preexec_fn`: it runs after the change of user, which would undo it.
    """
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl

    def ask_kernel() -> None:
        prctl(PR_SET_PDEATHSIG, int(number))

    return ask_kernel
