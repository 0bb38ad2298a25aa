"""No job is lost with the process that was doing it."""

import json
import signal
from collections.abc import Iterator

import psycopg
import pytest

from dukou.ground import postgres
from tests.place import Place, end, eventually

LETTER = {"subject": "Confirm", "body": "Here is your link.", "to": ["maya@example.org"]}


@pytest.fixture
def client(place: Place) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """A connection to the database of a place whose jobs do not run yet."""
    place.dukou("migrate")
    with (
        postgres.running(place.configuration) as url,
        psycopg.connect(url, autocommit=True) as client,
    ):
        yield client


def letter_being_sent(
    client: psycopg.Connection[tuple[object, ...]], *, attempts: int
) -> tuple[object, ...]:
    """A letter that a worker took and did not finish: it was killed, and is not known any more."""
    job = client.execute(
        """
        INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, attempts)
        VALUES ('mail', 'dukou.site.members.tasks.send_mail', %s, 'doing', %s) RETURNING id
        """,
        [json.dumps(LETTER), attempts],
    ).fetchone()
    assert job is not None
    return job


def test_a_job_whose_worker_was_killed_is_done_again(
    place: Place, client: psycopg.Connection[tuple[object, ...]]
) -> None:
    job = letter_being_sent(client, attempts=1)
    jobs = place.start("jobs")
    done = "SELECT NOT EXISTS (SELECT 1 FROM procrastinate_jobs WHERE id = %s)"
    eventually(lambda: client.execute(done, job).fetchone() == (True,), "the job was not done")
    assert "Here is your link." in end(jobs, signal.SIGTERM)
    assert jobs.returncode == 0


def test_a_job_that_kills_its_workers_is_given_up(
    place: Place, client: psycopg.Connection[tuple[object, ...]]
) -> None:
    job = letter_being_sent(client, attempts=5)
    jobs = place.start("jobs")
    state = "SELECT status FROM procrastinate_jobs WHERE id = %s"
    eventually(lambda: client.execute(state, job).fetchone() == ("failed",), "it was not given up")
    assert "Here is your link." not in end(jobs, signal.SIGTERM)
