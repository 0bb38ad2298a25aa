"""Loads the compiled kernel once in a process, or says why there is none."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from dukou.compiling import opened
from dukou.engine.kernel.calls import INTERFACE, Kernel

LIBRARY = Path(__file__).parent / "kernel.so"


@dataclass(frozen=True, slots=True)
class State:
    """The kernel, or None and why: it was not compiled, it has another interface, or it cannot be
    loaded here."""

    kernel: Kernel | None
    why: Literal["", "missing", "foreign", "broken"] = ""


def kernel() -> Kernel | None:
    """The compiled kernel, None where ranking goes by numpy alone."""
    return state().kernel


@lru_cache(maxsize=1)
def state() -> State:
    """What came of loading it, once for this process."""
    return loaded(LIBRARY)


def loaded(path: Path) -> State:
    """A library from a file; one of another interface than `calls` expects is refused."""
    library, why = opened(path, INTERFACE)
    return State(None if library is None else Kernel(library), why)
