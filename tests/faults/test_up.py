"""`dukou up` comes back from a kill of any of its processes, and leaves none behind."""

import re
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

import httpx
import psutil
import pytest

from tests.place import PATIENCE_SECONDS, Place, end, eventually, unused_port


class Running(Place):
    """A place for which `dukou up` runs."""

    def __init__(self, home: Path, *, port: int = 0) -> None:
        super().__init__(home)
        self.up = self.start("up", f"--port={port or unused_port()}")
        self.address = self._greeting()

    def _greeting(self) -> str:
        assert self.up.stdout is not None
        said = []
        for line in self.up.stdout:
            said.append(line)
            if found := re.search(r"Dukou is at (http://\S+)", line):
                return found[1]
        raise AssertionError("".join(said))

    def is_well(self) -> bool:
        """Whether the site answers and reaches its database, and jobs are being waited for."""
        try:
            ready = httpx.get(f"{self.address}/readyz", timeout=10).status_code == 200
        except httpx.TransportError:
            return False
        return ready and len(self.processes("-m dukou jobs")) == 1

    def newest_worker(self) -> psutil.Process | None:
        """The web worker that was started last; programs that a worker is about to start bear
        its name for a moment, and are none."""
        parents = {}
        for process in self.processes("granian"):
            with suppress(psutil.NoSuchProcess):
                parents[process] = process.ppid()
        known = {process.pid for process in parents}
        mains = {process.pid for process, parent in parents.items() if parent not in known}
        workers = [process for process, parent in parents.items() if parent in mains]
        return max(workers, key=lambda process: process.create_time(), default=None)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    place = Running(tmp_path_factory.mktemp("up") / "home")
    said = place.up.stdout
    assert said is not None
    # Somebody has to listen: what writes into a full pipe stands still.
    listening = Thread(target=said.read, daemon=True)
    listening.start()
    yield place
    place.up.send_signal(signal.SIGINT)
    place.up.wait(PATIENCE_SECONDS)
    listening.join(PATIENCE_SECONDS)
    said.close()
    place.remove_database()


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["granian"], id="web"),
        pytest.param(["-m dukou jobs"], id="jobs"),
        pytest.param(["bin/postgres", "-D"], id="database"),
        pytest.param(["dukou.ground.postgres"], id="keeper"),
    ],
)
def test_a_killed_part_comes_back(running: Running, words: list[str]) -> None:
    eventually(running.is_well, "the place did not start")
    victim = min(running.processes(*words), key=lambda process: process.create_time())
    victim.kill()
    eventually(lambda: not victim.is_running(), "the part was not killed")
    eventually(running.is_well, "the place did not recover")


def test_a_killed_web_worker_comes_back(running: Running) -> None:
    eventually(running.is_well, "the place did not start")
    worker = running.newest_worker()
    assert worker is not None
    worker.kill()

    def is_replaced() -> bool:
        newest = running.newest_worker()
        return newest is not None and newest.create_time() > worker.create_time()

    eventually(is_replaced, "the worker did not come back")
    eventually(running.is_well, "the place did not recover")


def test_a_second_up_is_refused(running: Running) -> None:
    assert "runs already" in running.dukou("up", succeeds=False)


def test_other_commands_share_the_running_database(running: Running) -> None:
    assert "up to date" in running.dukou("migrate")
    eventually(running.is_well, "the command took the database with it")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_everything(place: Place, number: signal.Signals) -> None:
    running = Running(place.home)
    assert "all parts have ended" in end(running.up, number)
    assert running.up.returncode == 0
    assert place.processes() == []


def test_a_killed_supervisor_leaves_nothing(place: Place) -> None:
    running = Running(place.home)
    end(running.up, signal.SIGKILL)
    eventually(lambda: place.processes() == [], "something stayed behind")


def test_the_next_start_ends_what_was_left(place: Place) -> None:
    left = subprocess.Popen(
        ["sleep", "600"], env=place.environment, start_new_session=True, stdin=subprocess.DEVNULL
    )
    (place.home / "locks").mkdir(parents=True)
    (place.home / "locks/up-parts").write_text(str(left.pid))
    running = Running(place.home)
    assert left.wait(10) == -signal.SIGKILL
    end(running.up)


def test_a_taken_port_gives_way_to_the_next(running: Running, place: Place) -> None:
    taken = int(running.address.rpartition(":")[2])
    other = Running(place.home, port=taken)
    assert int(other.address.rpartition(":")[2]) > taken
    end(other.up)
