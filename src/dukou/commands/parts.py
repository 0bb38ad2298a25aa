"""The parts of a running place, as programs to supervise."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import psutil

from dukou.ground.children import module_command, module_environment
from dukou.ground.configuration import Configuration
from dukou.ground.supervision import Part

# One thread of a web process serves one request; each may hold one connection of its pool of 8.
THREADS = 4
# Requests that a worker takes in before it makes newcomers wait in the kernel's queue.
BACKPRESSURE = 64
# Figures of all web processes; in memory, since a file mapped on a full disk would end them.
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def web_part(found: Configuration, *, port: int, database_url: str) -> Part:
    """Granian with the site."""
    command = module_command(
        "granian",
        "--interface=wsgi",
        f"--host={found.bind}",
        f"--port={port}",
        f"--workers={found.workers}",
        f"--blocking-threads={THREADS}",
        f"--backpressure={BACKPRESSURE}",
        "--no-ws",
        "--respawn-failed-workers",
        "--workers-kill-timeout=8",
        "--log-level=warning",
        "dukou.site.wsgi:application",
    )
    # A page's sums are small: shared out among threads they take longer.
    environment = _environment(found, port=port, database_url=database_url) | ONE_THREAD
    return Part("web", command, environment | _shared_figures())


def _shared_figures() -> dict[str, str]:
    """Where web processes put their figures together, so that /metrics tells of all of them."""
    if not os.access(SHARED_MEMORY, os.W_OK):
        return {}
    for left in SHARED_MEMORY.glob("dukou-figures-*-*"):  # by a run that was killed
        if not psutil.pid_exists(int(left.name.split("-")[2])):
            shutil.rmtree(left, ignore_errors=True)
    folder = tempfile.mkdtemp(prefix=f"dukou-figures-{os.getpid()}-", dir=SHARED_MEMORY)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return {"PROMETHEUS_MULTIPROC_DIR": folder}


def jobs_part(found: Configuration, *, port: int, database_url: str) -> Part:
    """The workers of all lanes."""
    environment = _environment(found, port=port, database_url=database_url)
    return Part("jobs", module_command("dukou", "jobs"), environment)


def drawing_part(found: Configuration, *, port: int, database_url: str) -> Part:
    """Draws what the demo's first pictures left to draw, once."""
    environment = _environment(found, port=port, database_url=database_url)
    return Part("drawing", module_command("dukou", "demo", "--draw"), environment, once=True)


def _environment(found: Configuration, *, port: int, database_url: str) -> dict[str, str]:
    # The port that we got, not the one that was asked for: the site names itself by it.
    return module_environment(
        DUKOU_HOME=str(found.home), DATABASE_URL=database_url, DUKOU_PORT=str(port)
    )
