"""Compiles the kernels of ranking and of search beside their sources, where there is a C compiler;
opens what was compiled.

Loaded by path when the package is built, so it knows the standard library only.
"""

import ctypes
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Literal, NamedTuple

HERE = Path(__file__).parent
#: Folders with C sources, and what goes by numpy where they cannot be compiled.
KERNELS = {HERE / "engine" / "kernel": "ranking", HERE / "language" / "kernel": "search by meaning"}
LIBRARY = "kernel.so"
# No contraction: a fused product and sum would give other last digits than numpy. Nothing for
# this very processor: what is built here may run elsewhere.
FLAGS = ("-std=c99", "-O3", "-ffp-contract=off", "-fPIC", "-shared")
CLONES = '-DCLONES="avx2","default"'


class Opened(NamedTuple):
    """A library, or None and why: it was not compiled, it has another interface, or it cannot be
    loaded here."""

    library: ctypes.CDLL | None
    why: Literal["", "missing", "foreign", "broken"] = ""


def opened(path: Path, interface: int) -> Opened:
    """A library from a file; one of another interface than its callers expect is refused."""
    if not path.exists():
        return Opened(None, "missing")
    try:
        library = ctypes.CDLL(str(path))
        said = library.dukou_interface
    except (OSError, AttributeError):
        return Opened(None, "broken")
    said.restype, said.argtypes = ctypes.c_int32, ()
    return Opened(library) if said() == interface else Opened(None, "foreign")


def is_stale(folder: Path) -> bool:
    """Whether the folder's library is missing or older than what it depends on: its C files and
    headers, and how they are compiled."""
    library = folder / LIBRARY
    if not library.exists():
        return True
    built = library.stat().st_mtime_ns
    sources = [*folder.glob("*.c"), *folder.glob("*.h"), Path(__file__)]
    return any(source.stat().st_mtime_ns > built for source in sources)


def compiler() -> list[str]:
    """The command of the C compiler, from $CC or as `cc`; empty without one."""
    command = shlex.split(os.environ.get("CC", "")) or ["cc"]
    return command if shutil.which(command[0]) else []


def build(folder: Path) -> bool:
    """Compiles what is stale in a folder; whether a library is there afterwards that this Python
    can load.

    Says in one line why there is none. Several may build at once: each writes a file of its own
    and moves it into place.
    """
    if not is_stale(folder):
        return True
    command, why = compiler(), "no C compiler"
    if command:
        try:
            with tempfile.TemporaryDirectory(dir=folder) as room:
                why = _compiled(command, folder, Path(room) / LIBRARY)
        except OSError as error:
            why = str(error)
    if why:
        (folder / LIBRARY).unlink(missing_ok=True)
        what = KERNELS.get(folder, folder)
        print(f"dukou: {what} goes without its compiled kernel ({why})", file=sys.stderr)
        return False
    return True


def _compiled(command: list[str], folder: Path, made: Path) -> str:
    """Puts the library into place; what went wrong, empty if nothing did."""
    files = [str(source) for source in sorted(folder.glob("*.c"))]
    said = ""
    for options in ((*FLAGS, CLONES), FLAGS):  # not every compiler and libc can choose at load
        said = _run([*command, *options, *files, "-lm", "-o", str(made)])
        said = said or _run([sys.executable, "-c", "import ctypes, sys; ctypes.CDLL(sys.argv[1])",
                             str(made)])  # fmt: skip
        if not said:
            os.replace(made, folder / LIBRARY)
            return ""
    return said.strip().splitlines()[-1]


def wheel_tag() -> str:
    """Of a wheel that holds the library: any Python 3, this platform."""
    platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
    return f"py3-none-{platform}"


def _run(command: list[str]) -> str:
    """What a command that failed said; empty where it did not fail."""
    try:
        ran = subprocess.run(command, capture_output=True, text=True, timeout=120)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return "" if ran.returncode == 0 else ran.stderr or f"ended with {ran.returncode}"


if __name__ == "__main__":
    built = [build(folder) for folder in KERNELS]
    sys.exit(not all(built))
