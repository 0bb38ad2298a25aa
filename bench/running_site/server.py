"""The site as it runs for people: the same server, the same number of processes."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import httpx
import psutil

from dukou.commands.parts import web_part
from dukou.ground.configuration import load
from dukou.ground.ports import free_port

BENCH = Path(__file__).parents[1]
PATIENCE_SECONDS = 180
FIRST_PORT = 18100


class RunningSite:
    """A server of two processes over one database."""

    def __init__(self, database_url: str) -> None:
        self.port = free_port("127.0.0.1", FIRST_PORT)
        part = web_part(replace(load(), workers=2), port=self.port, database_url=database_url)
        environment = {**part.environment, "DJANGO_SETTINGS_MODULE": "running_site.settings"}
        environment["PYTHONPATH"] += f":{BENCH}"
        self.process = subprocess.Popen(part.command, env=environment)

    def wait(self) -> None:
        """Return once it answers."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                httpx.get(f"http://127.0.0.1:{self.port}/healthz", timeout=PATIENCE_SECONDS)
                return
            except httpx.TransportError:
                time.sleep(0.1)
        raise RuntimeError(f"the site did not start: {self.process.poll()}")

    def megabytes(self) -> float:
        """Memory of the largest web process."""
        workers = psutil.Process(self.process.pid).children()
        return max(worker.memory_info().rss for worker in workers) / 1e6

    def processor_seconds(self) -> float:
        """Processor time of all web processes so far."""
        times = [one.cpu_times() for one in psutil.Process(self.process.pid).children()]
        return sum(time.user + time.system for time in times)

    def stop(self) -> None:
        """End all its processes."""
        self.process.terminate()
        self.process.wait(PATIENCE_SECONDS)


@contextmanager
def running_site(database_url: str) -> Iterator[RunningSite]:
    """The site, answering."""
    site = RunningSite(database_url)
    try:
        site.wait()
        yield site
    finally:
        site.stop()
