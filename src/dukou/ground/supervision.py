"""A tree of parts: started together, restarted when one dies, ended together."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dukou.ground.backoff import Backoff
from dukou.ground.errors import PartFailed
from dukou.ground.lifeline import end_with_parent

PATIENCE_SECONDS = 10
WATCH_SECONDS = 0.1


@dataclass(frozen=True)
class Part:
    """One program of the tree."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    once: bool = False
    """Whether it is done when it ends well; others are started again."""


class Run:
    """A part while it is supervised: its process now, and when to start the next."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.backoff = Backoff(first_seconds=0.2, most_seconds=15)
        self.starts = 0
        self.process: subprocess.Popen[bytes] | None = None
        self.due = 0.0
        self.done = False

    def start(self) -> None:
        """Start the part in a session of its own, so that its own children can be ended too."""
        self.starts += 1
        self.process = subprocess.Popen(
            list(self.part.command),
            env=dict(self.part.environment),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=end_with_parent(signal.SIGTERM),
        )

    def signal(self, number: signal.Signals) -> None:
        """Tell the part and all that it started."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)

    def has_ended(self) -> bool:
        """Whether the process is gone; what it left of its group is ended with it."""
        if self.process is None or self.process.poll() is None:
            return False
        self.signal(signal.SIGKILL)
        return True


class Supervisor:
    """Keeps parts running until it is told to stop."""

    def __init__(
        self,
        parts: Sequence[Part],
        *,
        report: Callable[[str], None],
        remember: Callable[[Sequence[int]], None],
    ) -> None:
        self.runs = [Run(part) for part in parts]
        self.report, self.remember = report, remember
        self.stopped = threading.Event()

    def run(self, *, when_started: Callable[[], bool]) -> None:
        """Start all parts and watch them; `when_started` is asked until it says that all is well.

        Raises PartFailed if a part ends five times before all was well even once: then something
        is wrong that restarting does not mend.
        """
        well = False
        try:
            while not self.stopped.wait(WATCH_SECONDS):
                for run in self.runs:
                    self._tend(run, well=well)
                well = well or when_started()
        finally:
            self._end()

    def stop(self) -> None:
        """Have `run` end the parts and return; may be called from a signal handler."""
        self.stopped.set()

    def _tend(self, run: Run, *, well: bool) -> None:
        if run.has_ended():
            assert run.process is not None
            status, run.process = run.process.returncode, None
            if run.part.once and status == 0:
                run.done = True
                return
            if not well and run.starts == 5:
                raise PartFailed(f"{run.part.name} does not start (exit status {status}).")
            pause = run.backoff.next_pause()
            run.due = time.monotonic() + pause
            self.report(f"{run.part.name} ended ({_cause(status)}); again in {pause:g} s")
        if run.process is None and not run.done and time.monotonic() >= run.due:
            run.start()
            self.remember([each.process.pid for each in self.runs if each.process])

    def _end(self) -> None:
        for run in self.runs:
            run.signal(signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE_SECONDS
        for run in self.runs:
            if run.process is None:
                continue
            try:
                run.process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                self.report(f"{run.part.name} did not end in time and was killed")
            run.signal(signal.SIGKILL)
            run.process.wait()
        self.remember([])


def _cause(status: int) -> str:
    return signal.Signals(-status).name if status < 0 else f"exit status {status}"


def stop_on_signals(supervisor: Supervisor) -> None:
    """Ctrl-C and SIGTERM end the tree in order; a second one ends this process at once."""

    def stop(number: int, _frame: object) -> None:
        if supervisor.stopped.is_set():
            sys.exit(128 + number)
        supervisor.stop()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
