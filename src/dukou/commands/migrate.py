"""`dukou migrate`: bring the database up to this version."""

import io
from collections.abc import Callable

import psycopg

from dukou.commands.opened import opened_place
from dukou.commands.progress import file_progress
from dukou.ground.configuration import Configuration

# Any number does, as long as no other part of Dukou locks the same one.
LOCK = 0x6475_6B6F


def migrate() -> None:
    """Bring the database up to this version of Dukou; safe to run at any time."""
    with opened_place() as found:
        bring_up_to_date(found)
        print("the database is up to date")


def bring_up_to_date(found: Configuration) -> None:
    """Apply the migrations that are missing, with Django set up."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    # Two machines may start at once: the second waits here and then finds nothing to do.
    with psycopg.connect(found.database_url, autocommit=True) as guard:
        guard.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        executor = MigrationExecutor(connection)
        steps = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if steps:
            with file_progress("applying migrations") as progress:
                call_command("migrate", interactive=False, stdout=_Steps(len(steps), progress))
        call_command("createcachetable", verbosity=0)


class _Steps(io.StringIO):
    """Takes what Django prints and turns each finished step into progress."""

    def __init__(self, total: int, progress: Callable[[int, int], None]) -> None:
        super().__init__()
        self.done, self.total, self.progress = 0, total, progress

    def write(self, text: str) -> int:
        if " OK" in text:
            self.done += 1
            self.progress(self.done, self.total)
        return super().write(text)
