"""The place opened for a command: its database runs and Django is set up."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from dukou.ground import postgres
from dukou.ground.configuration import Configuration, configuration


@contextmanager
def opened_place() -> Iterator[Configuration]:
    """The configuration, while models and services may be imported and used."""
    with postgres.running(configuration()) as url:
        os.environ["DATABASE_URL"] = url
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dukou.site.settings")
        configuration.cache_clear()

        import django
        from django.db import connection

        django.setup()
        try:
            yield configuration()
        finally:
            connection.close()
            connection.close_pool()  # type: ignore[attr-defined]
