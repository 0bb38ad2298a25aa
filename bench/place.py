"""A throwaway place for benches: its own home, its own database server, nothing left behind."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def throwaway_place() -> Iterator[Path]:
    """An empty place with its database up to date; models may be imported inside."""
    home = Path(tempfile.mkdtemp(prefix="dukou-bench-"))
    home.chmod(0o755)  # as root the database runs under another account, which must get in
    for name in [name for name in os.environ if name.startswith("DUKOU_")]:
        if name != "DUKOU_DATA":
            del os.environ[name]
    os.environ |= {"DUKOU_HOME": str(home), "DATABASE_URL": ""}
    from dukou.ground import postgres
    from dukou.ground.configuration import load

    try:
        with postgres.running(load(), durable=False) as url:
            os.environ |= {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "dukou.site.settings"}
            import django
            from django.core.management import call_command
            from django.db import connection

            django.setup()
            call_command("migrate", verbosity=0)
            yield home
            connection.close()
            connection.close_pool()
    finally:
        door = home / "postgres"
        if door.is_symlink():
            shutil.rmtree(door.readlink(), ignore_errors=True)
        shutil.rmtree(home, ignore_errors=True)
