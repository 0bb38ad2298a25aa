"""The place opened for a command: its database runs and Django is set up."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from dukou.ground import postgres
from dukou.ground.configuration import Configuration, configuration
from dukou.ground.errors import NotMigrated

_UNDEFINED = ("42P01", "42703")  # PostgreSQL's words for a table and a column that it has not


@contextmanager
def opened_place() -> Iterator[Configuration]:
    """The configuration, while models and services may be imported and used.

    Raises: NotMigrated: the database lacks a table or column that was asked for.
    """
    with postgres.running(configuration()) as url:
        os.environ["DATABASE_URL"] = url
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dukou.site.settings")
        configuration.cache_clear()

        import django
        from django.db import ProgrammingError, connection

        django.setup()
        try:
            yield configuration()
        except ProgrammingError as error:
            if getattr(error.__cause__, "sqlstate", None) in _UNDEFINED:
                raise NotMigrated from error
            raise
        finally:
            connection.close()
            connection.close_pool()  # type: ignore[attr-defined]
