"""A thread in every command that has a keeper there for as long as the command runs."""

import os
import threading
import time

from dukou.ground.backoff import Backoff
from dukou.ground.children import module_command, module_environment
from dukou.ground.locks import exclusive_if_free, is_shared
from dukou.ground.postgres.place import Place

WATCH_SECONDS = 0.2


class Watch(threading.Thread):
    """Starts a keeper where there is none, again whenever one dies."""

    def __init__(self, place: Place, *, durable: bool) -> None:
        super().__init__(name="postgres watch", daemon=True)
        self.place, self.durable = place, durable
        self.failure = ""
        self._keeper: int | None = None
        self._ended = threading.Event()

    def run(self) -> None:
        """Look five times a second; to be started with `start`."""
        backoff = Backoff(first_seconds=WATCH_SECONDS, most_seconds=10)
        while not self._ended.is_set():
            pause = WATCH_SECONDS
            if self._has_lost_keeper():
                pause = backoff.next_pause()
            elif self._keeper is None and not _is_kept(self.place):
                self._keeper = _spawn(self.place, durable=self.durable)
            self._ended.wait(pause)

    def stop(self) -> None:
        """Watch no more; our keeper goes on while others use the server."""
        self._ended.set()
        self.join()

    def wait_for_keeper(self) -> None:
        """Return when the keeper, whoever started it, has ended, or others need it."""
        while not is_shared(self.place.users_lock):
            self._has_lost_keeper()  # takes it off the system's list of processes
            if self._keeper is None and not _is_kept(self.place):
                return
            time.sleep(0.02)

    def _has_lost_keeper(self) -> bool:
        if self._keeper is None or os.waitpid(self._keeper, os.WNOHANG) == (0, 0):
            return False
        self._keeper = None
        self.failure = _last_words(self.place)
        return True


def _is_kept(place: Place) -> bool:
    # Says yes, wrongly and for a moment, while another command asks too; we ask again soon.
    with exclusive_if_free(place.keeper_lock) as free:
        return not free


def _spawn(place: Place, *, durable: bool) -> int:
    """The process id of a new keeper.

    It has a session of its own, so that an interrupt typed at the terminal does not reach it, and
    no parent to wait for it: it may outlive us while others use the server.
    """
    command = module_command("dukou.ground.postgres", str(place.home))
    log = os.open(place.keeper_log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return os.posix_spawn(
            command[0],
            command if durable else [*command, "--fast"],
            module_environment(DUKOU_HOME=str(place.home)),
            file_actions=[
                (os.POSIX_SPAWN_DUP2, nothing, 0),
                (os.POSIX_SPAWN_DUP2, log, 1),
                (os.POSIX_SPAWN_DUP2, log, 2),
            ],
            setsid=True,
        )
    finally:
        os.close(log)
        os.close(nothing)


def _last_words(place: Place) -> str:
    said = place.keeper_log.read_text("utf-8", "replace").strip().splitlines()
    return said[-1] if said else "The keeper of the embedded PostgreSQL was killed."
