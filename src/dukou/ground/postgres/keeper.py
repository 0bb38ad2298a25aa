"""What the keeper does: run the server while anyone uses it."""

import threading

from dukou.ground.backoff import Backoff
from dukou.ground.errors import DatabaseDidNotStart
from dukou.ground.locks import exclusive_if_free
from dukou.ground.postgres import cluster, leftovers
from dukou.ground.postgres.account import account_for
from dukou.ground.postgres.place import Place
from dukou.ground.postgres.server import Server

# Replaying the log after a crash may take minutes; the server answers when it is through.
RECOVERY_SECONDS = 600
WATCH_SECONDS = 0.2
STARTS = 5


def keep(place: Place, *, durable: bool, ended: threading.Event) -> None:
    """Run the server until it is told to end or nobody uses it; restart it when it dies."""
    account = account_for(place)
    cluster.prepare(place, account, durable=durable)
    backoff = Backoff(first_seconds=0.2, most_seconds=10)
    failures = 0
    while _is_wanted(place) and not ended.is_set():
        leftovers.clear(place)
        server = Server(place, account, durable=durable)
        try:
            server.wait_until_ready(seconds=RECOVERY_SECONDS, ended=ended)
        except DatabaseDidNotStart:
            # A killed server's processes may hold its memory for a moment longer.
            failures += 1
            if failures == STARTS:
                raise
        else:
            failures = 0
            if _watch(server, ended):
                return
        finally:
            if server.is_alive:
                server.stop()
        ended.wait(backoff.next_pause())


def _is_wanted(place: Place) -> bool:
    # False for a keeper that stood by and gets its turn when all commands are through.
    with exclusive_if_free(place.users_lock) as unused:
        return not unused


def _watch(server: Server, ended: threading.Event) -> bool:
    """Wait until the server dies (False) or is wanted no more; then stop it (True)."""
    while server.is_alive:
        if ended.wait(WATCH_SECONDS):
            server.stop()
            return True
        with exclusive_if_free(server.place.users_lock) as unused:
            if unused:
                # While we hold the lock no command comes in; it waits and then starts anew.
                server.stop()
                return True
    return False
