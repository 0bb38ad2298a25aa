"""The database as a file, and back."""

import subprocess
from pathlib import Path

import psycopg

from dukou.ground.errors import ArchiveError
from dukou.ground.postgres.binaries import client_program


def dump(url: str, target: Path) -> None:
    """Write one consistent state of the database, compressed, while members go on writing."""
    _run("pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--file={target}", url)


def put_back(url: str, source: Path) -> None:
    """Replace all that is in the database with the dump: wholly or not at all."""
    with psycopg.connect(url, autocommit=True) as client:
        # What is there steps aside, so that it can come back. Unlike `pg_restore --clean`, this
        # also takes away what the dump does not know.
        client.execute("DROP SCHEMA IF EXISTS before_restore CASCADE")
        client.execute("ALTER SCHEMA public RENAME TO before_restore")
        client.execute("CREATE SCHEMA public")
        try:
            _restore(url, source)
        except ArchiveError:
            client.execute("DROP SCHEMA public CASCADE")
            client.execute("ALTER SCHEMA before_restore RENAME TO public")
            raise
        client.execute("DROP SCHEMA before_restore CASCADE")
        client.execute("ANALYZE")  # a dump does not say how much there is, and queries go by it


def _restore(url: str, source: Path) -> None:
    _run(
        "pg_restore",
        "--no-owner",
        "--no-acl",
        "--exit-on-error",
        "--single-transaction",
        f"--dbname={url}",
        str(source),
    )


def holds_members(url: str) -> bool:
    """Whether anyone has an account in the database."""
    with psycopg.connect(url) as client:
        known = client.execute("SELECT to_regclass('public.members_member')").fetchone()
        if known is None or known[0] is None:
            return False
        row = client.execute("SELECT EXISTS (SELECT 1 FROM members_member)").fetchone()
        return row is not None and bool(row[0])


def _run(program: str, *arguments: str) -> None:
    done = subprocess.run(
        [str(client_program(program)), *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise ArchiveError(f"{program} failed: {done.stderr.strip()}")
