"""What a supervisor that was killed left running, and how the next one finds it."""

import contextlib
import os
import signal
from collections.abc import Sequence
from pathlib import Path

import psutil


class Register:
    """The process groups of the parts that run, on file for whoever comes after us."""

    def __init__(self, home: Path, name: str) -> None:
        self.home = home
        self.path = home / "locks" / f"{name}-parts"

    def write(self, groups: Sequence[int]) -> None:
        """Remember these groups instead of those before."""
        self.path.write_text("\n".join(map(str, groups)), "ascii")

    def end_orphans(self) -> int:
        """Kill what is left of remembered groups; returns how many processes that were.

        A group's number may have been used again since: only processes of this home count.
        """
        if not self.path.exists():
            return 0
        groups = {int(line) for line in self.path.read_text("ascii").split()}
        ended = 0
        for process in psutil.process_iter():
            if _group(process) in groups and self._is_ours(process):
                with contextlib.suppress(psutil.NoSuchProcess, psutil.TimeoutExpired):
                    process.send_signal(signal.SIGKILL)
                    process.wait(2)
                ended += 1
        self.path.unlink()
        return ended

    def _is_ours(self, process: psutil.Process) -> bool:
        try:
            return process.environ().get("DUKOU_HOME") == str(self.home)
        except psutil.Error:
            return False


def _group(process: psutil.Process) -> int | None:
    try:
        return os.getpgid(process.pid)
    except (ProcessLookupError, PermissionError):
        return None
