"""How a command gets the database."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from dukou.ground.configuration import Configuration
from dukou.ground.errors import DatabaseDidNotStart, DatabaseError
from dukou.ground.locks import shared
from dukou.ground.postgres.keeper import RECOVERY_SECONDS
from dukou.ground.postgres.place import Place
from dukou.ground.postgres.watch import Watch


def url(configuration: Configuration) -> str:
    """Where the place's database is, whether it runs or not."""
    return configuration.database_url or Place(configuration.home).url()


def url_if_running(configuration: Configuration) -> str | None:
    """The address of the database if it answers now."""
    address = url(configuration)
    return address if _refusal(address) is None else None


@contextmanager
def running(configuration: Configuration, *, durable: bool = True) -> Iterator[str]:
    """The address of a database that answers, embedded unless DATABASE_URL names another.

    The embedded server is started if nobody has started it, comes back if it is killed, and stays
    until its last user leaves. `durable=False` is for tests: quick, and lost with the power.
    """
    if configuration.database_url:
        refusal = _refusal(configuration.database_url)
        if refusal is not None:
            raise DatabaseError(f"The database that DATABASE_URL names does not answer: {refusal}")
        yield configuration.database_url
        return
    place = Place(configuration.home)
    watch = Watch(place, durable=durable)
    with shared(place.users_lock):
        watch.start()
        try:
            _wait_for_server(place, watch)
            yield place.url()
        finally:
            watch.stop()
    watch.wait_for_keeper()


def _wait_for_server(place: Place, watch: Watch) -> None:
    deadline = time.monotonic() + RECOVERY_SECONDS
    while _refusal(place.url()) is not None:
        if watch.failure:
            raise DatabaseError(watch.failure)
        if time.monotonic() > deadline:
            raise DatabaseDidNotStart("it does not answer")
        time.sleep(0.05)


def _refusal(address: str) -> str | None:
    """Why the server does not answer, or None if it does."""
    try:
        psycopg.connect(address, connect_timeout=5).close()
    except psycopg.OperationalError as error:
        return str(error).strip().splitlines()[-1]
    return None
