"""What a killed server leaves: a pid file that lies, a socket nobody answers, a live process."""

import contextlib
import signal
from pathlib import Path

import psutil

from dukou.ground.postgres.place import Place


def clear(place: Place) -> None:
    """Have nothing in the way of a new server; to be called by the holder of the keeper lock.

    PostgreSQL alone trusts the pid in its file as soon as any process of its user has that pid,
    as happens after a reboot. We ask whether that process is a server on this data folder.
    """
    pid_file = place.data / "postmaster.pid"
    try:
        first = pid_file.read_text("utf-8").partition("\n")[0].strip()
    except FileNotFoundError:
        return
    old = _server_of(first, place.data)
    if old is not None:
        _end(old)
    pid_file.unlink(missing_ok=True)
    for left in place.socket_folder.glob(".s.PGSQL.*"):
        left.unlink()


def _server_of(first: str, data: Path) -> psutil.Process | None:
    if not first.isdecimal():
        return None
    try:
        process = psutil.Process(int(first))
        same = process.name() == "postgres" and Path(process.cwd()) == data.resolve()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return None
    return process if same else None


def _end(process: psutil.Process) -> None:
    for number, patience_seconds in ((signal.SIGINT, 20), (signal.SIGQUIT, 10)):
        with contextlib.suppress(psutil.NoSuchProcess):
            process.send_signal(number)
        with contextlib.suppress(psutil.TimeoutExpired):
            process.wait(patience_seconds)
            return
    process.kill()
    process.wait(10)
