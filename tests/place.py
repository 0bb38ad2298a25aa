"""A place of its own for tests of commands: a home, an environment, processes to watch."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import psutil

from dukou.ground.children import module_command, module_environment
from dukou.ground.configuration import Configuration, load

# A busy machine may take long; nothing is measured by it.
PATIENCE_SECONDS = 180


class Place:
    """A home with nothing in it yet, in which commands run as an operator would run them."""

    def __init__(self, home: Path) -> None:
        self.home = home
        nothing_set = {item.metadata["env"]: "" for item in fields(Configuration)}
        self.environment = module_environment(
            **nothing_set
            | {"DUKOU_HOME": str(home), "DJANGO_SETTINGS_MODULE": "dukou.site.settings"}
        )

    @property
    def configuration(self) -> Configuration:
        """As the commands read it."""
        return load({"DUKOU_HOME": str(self.home)}, env_file=self.home / "no.env")

    def remove_database(self) -> None:
        """Leave nothing under /var/lib/dukou, where root may have had to put the database."""
        door = self.home / "postgres"
        if door.is_symlink():
            database = door.readlink()
            eventually(lambda: not _is_served(database / "data"), "the database did not end")
            shutil.rmtree(database)

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """A command that goes on; its output is to be read from `stdout`."""
        return subprocess.Popen(
            module_command("dukou", *arguments),
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def dukou(self, *arguments: str, succeeds: bool = True) -> str:
        """What a command printed, once it has ended as expected."""
        process = self.start(*arguments)
        output, _ = process.communicate(timeout=PATIENCE_SECONDS)
        assert (process.returncode == 0) is succeeds, output
        return output

    def processes(self, *words: str) -> list[psutil.Process]:
        """The living processes of this place whose command line has all the words."""
        found = []
        for process in psutil.process_iter():
            try:
                line = " ".join(process.cmdline())
                if self._owns(process, line) and all(word in line for word in words):
                    found.append(process)
            except psutil.Error:
                continue
        return found

    def _owns(self, process: psutil.Process, line: str) -> bool:
        if process.status() == psutil.STATUS_ZOMBIE:
            return False
        return str(self.home) in line or process.environ().get("DUKOU_HOME") == str(self.home)


def unused_port() -> int:
    """A port that nobody listens on, chosen by the system so that parallel runs do not meet."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def eventually(what: Callable[[], object], message: str) -> None:
    """Wait until it is so; processes start and end when the system lets them."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not what():
        assert time.monotonic() < deadline, message
        time.sleep(0.05)  # between two looks: nothing tells of another's process that it began


def end(process: subprocess.Popen[str], number: signal.Signals = signal.SIGINT) -> str:
    """Signal the process as a terminal or the system would; what it had still to say."""
    if process.poll() is None:
        os.kill(process.pid, number)
    output, _ = process.communicate(timeout=PATIENCE_SECONDS)
    return output


def _is_served(data: Path) -> bool:
    """Whether a database server lives in the folder; one that ends takes its number away last."""
    try:
        number = int((data / "postmaster.pid").read_text().split()[0])
        return psutil.Process(number).status() != psutil.STATUS_ZOMBIE
    except (FileNotFoundError, IndexError, ValueError, psutil.NoSuchProcess):
        return False
