"""A place with one translation engine that says what a table says."""

import dataclasses

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from dukou.ground.configuration import configuration
from dukou.language.engines.breaker import Breaker
from dukou.language.engines.chain import Chain
from dukou.site.bridge import budget, engines, services
from tests.language.engines.fakes import Scripted

WORDS = {
    "⟦1⟧来了": "Here is the ⟦1⟧",
    "我家的猫叫团子。": "My cat is called Dumpling.",
    "你好，欢迎！": "Hello and welcome!",
    "今天去爬山": "Hiking today",
}


@pytest.fixture
def use(monkeypatch):
    """Have the place use these engines: `use(Scripted(...))`."""

    def install(*chosen):
        chain = Chain(chosen, breaker=lambda: Breaker(limit=99))
        monkeypatch.setattr(engines, "chain", lambda: chain)

    return install


@pytest.fixture
def engine(use):
    """An engine on another machine that knows the words above."""
    scripted = Scripted(dict(WORDS), is_local=False)
    use(scripted)
    return scripted


@pytest.fixture
def limits(monkeypatch):
    """Have the place keep other budgets: `limits(translate_daily_chars=10)`."""

    def set_limits(**changed):
        found = dataclasses.replace(configuration(), **changed)
        monkeypatch.setattr(budget, "configuration", lambda: found)

    return set_limits


@pytest.fixture
def run_jobs(db):
    """Do what is waiting in the lane; answers how many jobs there were."""

    def run():
        waiting = ProcrastinateJob.objects.filter(queue_name="language", status="todo")
        jobs = list(waiting.filter(task_name__endswith="translate"))
        for job in jobs:
            services.translate(**job.args)
        _forget(jobs)
        return len(jobs)

    return run


def _forget(jobs):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE id = ANY(%s)", [[j.pk for j in jobs]])
