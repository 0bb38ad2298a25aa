"""A full disk: told apart from other errors, survived by readers, explained to writers."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from django.db import OperationalError

_FULL = {errno.ENOSPC, errno.EDQUOT}
_DATABASE_FULL = (
    "53100"  # disk_full: https://www.postgresql.org/docs/current/errcodes-appendix.html
)

log = structlog.get_logger()


def is_disk_full(error: BaseException | None) -> bool:
    """Whether there was no room, here or where the database writes."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in _FULL:
            return True
        if getattr(error, "sqlstate", None) == _DATABASE_FULL:
            return True
        error = error.__cause__ or error.__context__
    return False


@contextmanager
def unless_disk_full() -> Iterator[None]:
    """For what is written while somebody only reads: without room it is left out."""
    try:
        yield
    except OperationalError as error:
        if not is_disk_full(error):
            raise
        log.error("the database has no room left on its disk", error=str(error))
