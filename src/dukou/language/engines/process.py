"""A helper process that answers one JSON line with another, and may die without harm."""

import json
import os
import selectors
import subprocess
import time
from collections.abc import Sequence
from threading import Lock
from typing import Any

from dukou.language.engines.base import BadAnswer, EngineUnavailable

_LONGEST_LINE_BYTES = 1_000_000


class LineProcess:
    """Starts a command when first needed, and again after it has died.

    Its first line says that it is ready; then it answers each line with one. One question at a
    time. A process that does not answer in time is killed.
    """

    def __init__(
        self, name: str, command: Sequence[str], *, start_seconds: float, answer_seconds: float
    ) -> None:
        self._name = name
        self._command = list(command)
        self._start_seconds = start_seconds
        self._answer_seconds = answer_seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()

    def ask(self, question: dict[str, Any]) -> dict[str, Any]:
        """The answer to one question, or raise `EngineUnavailable` or `BadAnswer`."""
        with self._lock:
            process = self._running()
            if process.stdin is None:
                raise EngineUnavailable(self._name, "the process has no input")
            try:
                process.stdin.write(json.dumps(question).encode() + b"\n")
                process.stdin.flush()
            except OSError as error:
                self._end()
                raise EngineUnavailable(self._name, f"the process is gone: {error}") from error
            return self._line(process, self._answer_seconds)

    def close(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            self._end()

    @property
    def pid(self) -> int | None:
        """The process's id while it runs."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._line(self._process, self._start_seconds)
        return self._process

    def _line(self, process: subprocess.Popen[bytes], seconds: float) -> dict[str, Any]:
        """The next line, decoded; a process that fails to give one is ended."""
        if process.stdout is None:
            raise EngineUnavailable(self._name, "the process has no output")
        deadline, received = time.monotonic() + seconds, b""
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            while not received.endswith(b"\n"):
                ready = selector.select(max(0.0, deadline - time.monotonic()))
                chunk = os.read(process.stdout.fileno(), 65_536) if ready else b""
                if not chunk or len(received) > _LONGEST_LINE_BYTES:
                    self._end()
                    problem = "the process ended" if ready else "no answer in time"
                    raise EngineUnavailable(self._name, problem)
                received += chunk
        try:
            answer = json.loads(received)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            self._end()
            raise BadAnswer(self._name, "the process answered something else than JSON")
        return answer

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
        if process.poll() is None:
            process.kill()
        process.wait()
