"""The embedded database comes back from what kills it, and never stays behind."""

import os
import stat
import subprocess
import sys

import psutil
import psycopg
import pytest

from dukou.ground import postgres
from dukou.ground.errors import DatabaseError
from tests.place import Place, eventually


def server_of(place: Place) -> psutil.Process:
    """The server's first process."""
    return place.processes("bin/postgres", "-D")[0]


def answers(place: Place) -> bool:
    return postgres.url_if_running(place.configuration) is not None


def test_what_was_written_survives_a_kill_of_the_server(place: Place) -> None:
    with postgres.running(place.configuration) as url:
        with psycopg.connect(url) as client:
            client.execute("CREATE TABLE kept AS SELECT 'written' AS word")
        server_of(place).kill()
        eventually(lambda: answers(place), "the server did not come back")
        with psycopg.connect(url) as client:
            assert client.execute("SELECT word FROM kept").fetchone() == ("written",)


def test_a_killed_keeper_is_replaced(place: Place) -> None:
    with postgres.running(place.configuration):
        before = server_of(place)
        place.processes("dukou.ground.postgres")[0].kill()
        eventually(lambda: not before.is_running() and answers(place), "no server came back")


def test_the_last_user_stops_the_server(place: Place) -> None:
    with postgres.running(place.configuration):
        with postgres.running(place.configuration):
            assert len(place.processes("dukou.ground.postgres")) == 1
        assert answers(place)
    assert place.processes("postgres") == []


def test_a_killed_command_leaves_no_server(place: Place) -> None:
    script = (
        "import sys; from dukou.ground import postgres, configuration as c\n"
        "with postgres.running(c.load()): print('up', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", script]
    user = subprocess.Popen(
        command,
        env=place.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert user.stdout is not None
    assert user.stdout.readline() == "up\n"
    assert place.processes("postgres") != []
    user.kill()
    user.communicate()
    eventually(lambda: place.processes("postgres") == [], "the server stayed behind")


def test_a_pid_file_that_lies_is_no_hindrance(place: Place) -> None:
    with postgres.running(place.configuration):
        pid_file = place.home / "postgres/data/postmaster.pid"
        lines = pid_file.read_text().splitlines()
    # As after a reboot: the number now belongs to a living process of someone else.
    pid_file.write_text("\n".join([str(os.getpid()), *lines[1:]]))
    with postgres.running(place.configuration):
        assert answers(place)


def test_secret_and_socket_are_private(place: Place) -> None:
    with postgres.running(place.configuration) as url:
        secret = place.home / "database-password"
        assert stat.S_IMODE(secret.stat().st_mode) == 0o600
        assert stat.S_IMODE((place.home / "postgres/socket").stat().st_mode) == 0o700
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(url.replace(secret.read_text(), "wrong"))


def test_data_of_another_version_is_refused_with_a_way_out(place: Place) -> None:
    with postgres.running(place.configuration):
        pass
    version = place.home / "postgres/data/PG_VERSION"
    version.write_text("17\n")
    with (
        pytest.raises(DatabaseError, match=r"PostgreSQL 17.*dukou restore"),
        postgres.running(place.configuration),
    ):
        pass


def test_a_long_home_gets_a_short_socket(place: Place) -> None:
    place.home = place.home / ("long" * 25)
    with postgres.running(place.configuration) as url:
        assert str(place.home) not in url
        assert answers(place)


@pytest.mark.root
def test_root_runs_it_as_someone_else_even_in_a_private_home(place: Place) -> None:
    place.home.mkdir(mode=0o700)
    with postgres.running(place.configuration):
        assert server_of(place).uids().real != 0


def test_an_external_database_that_is_down_is_named(place: Place) -> None:
    place.environment["DATABASE_URL"] = "postgresql://nobody@127.0.0.1:1/none"
    assert "DATABASE_URL" in place.dukou("migrate", succeeds=False)
