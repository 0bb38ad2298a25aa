"""How a command gets the database."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from dukou.ground.children import module_command, module_environment
from dukou.ground.configuration import Configuration
from dukou.ground.errors import DatabaseDidNotStart, DatabaseError
from dukou.ground.locks import exclusive_if_free, shared
from dukou.ground.postgres.keeper import RECOVERY_SECONDS
from dukou.ground.postgres.place import Place


def url(configuration: Configuration) -> str:
    """Where the place's database is, whether it runs or not."""
    return configuration.database_url or Place(configuration.home).url()


def url_if_running(configuration: Configuration) -> str | None:
    """The address of the database if it answers now."""
    address = url(configuration)
    try:
        psycopg.connect(address, connect_timeout=5).close()
    except psycopg.OperationalError:
        return None
    return address


@contextmanager
def running(configuration: Configuration, *, durable: bool = True) -> Iterator[str]:
    """The address of a database that answers, embedded unless DATABASE_URL names another.

    The embedded server is started if nobody has started it, and stays until the last user leaves.
    `durable=False` is for tests: quick, and lost with the power.
    """
    if configuration.database_url:
        yield configuration.database_url
        return
    place = Place(configuration.home)
    with shared(place.users_lock):
        keeper = _have_server(configuration, place, durable=durable)
        yield place.url()
    if keeper is not None and not _is_used(place):
        os.waitpid(keeper, 0)


def start_keeper(place: Place, *, durable: bool = True) -> int:
    """The process id of a new keeper, which outlives us while others use the server.

    It has a session of its own: an interrupt typed at the terminal must not reach it.
    """
    command = module_command("dukou.ground.postgres", str(place.home))
    log = os.open(place.keeper_log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return os.posix_spawn(
            command[0],
            command if durable else [*command, "--fast"],
            module_environment(),
            file_actions=[(os.POSIX_SPAWN_DUP2, nothing, 0)]
            + [(os.POSIX_SPAWN_DUP2, log, target) for target in (1, 2)],
            setsid=True,
        )
    finally:
        os.close(log)
        os.close(nothing)


def _have_server(configuration: Configuration, place: Place, *, durable: bool) -> int | None:
    """Wait until the server answers; returns the keeper if we had to start one."""
    keeper = None
    deadline = time.monotonic() + RECOVERY_SECONDS
    while url_if_running(configuration) is None:
        if keeper is None and not _has_keeper(place):
            keeper = start_keeper(place, durable=durable)
        if keeper is not None and os.waitpid(keeper, os.WNOHANG) != (0, 0):
            raise DatabaseError(_reason(place))
        if time.monotonic() > deadline:
            raise DatabaseDidNotStart("it does not answer")
        time.sleep(0.05)
    return keeper


def _reason(place: Place) -> str:
    said = place.keeper_log.read_text("utf-8", "replace").strip().splitlines()
    return said[-1] if said else "The keeper of the embedded PostgreSQL ended without a word."


def _has_keeper(place: Place) -> bool:
    # May be wrong for a moment while another command asks the same; hence asked again in the loop.
    with exclusive_if_free(place.keeper_lock) as free:
        return not free


def _is_used(place: Place) -> bool:
    with exclusive_if_free(place.users_lock) as free:
        return not free
