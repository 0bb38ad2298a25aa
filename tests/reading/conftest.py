"""A small place with notes of residents and newcomers, and contracts that bind at once."""

from collections.abc import Callable, Iterator

import pytest
from django.utils import timezone

from dukou.site.members.models import Member
from dukou.site.notes.models import Note
from dukou.site.reading.allocation.serving import forget_process_state
from dukou.site.reading.models import ContractVersion, FeedPage, Impression, ServedPage
from tests.cast import Write, make_member

HOME_CLAUSE = """\
[[share]]
id = "residents-home"
readers = { arrival = "resident" }
providers = { arrival = "resident" }
floor = 0.55
ceiling = 0.80
band = true
reason = { en = "Neighbours keep meeting neighbours." }
"""

NEWCOMER = {"home_language": "en", "reads": ["en"], "wave": "en-US 2025-01"}

Bind = Callable[[str], ContractVersion]


@pytest.fixture
def bind(db: None) -> Bind:
    """Puts a contract in force: `bind(HOME_CLAUSE)`."""

    def put_in_force(toml: str) -> ContractVersion:
        forget_process_state()
        return ContractVersion.objects.create(toml=toml, reason="For this test.")

    return put_in_force


@pytest.fixture
def notes(ama: Member, maya: Member, write: Write) -> list[Note]:
    """Forty-eight notes of twelve residents and twelve newcomers."""
    residents = [ama, *(make_member(f"river{at}", home_language="zh-Hans") for at in range(11))]
    newcomers = [maya, *(make_member(f"sail{at}", **NEWCOMER) for at in range(11))]
    found = []
    for at, (resident, newcomer) in enumerate(zip(residents, newcomers, strict=True)):
        for again in range(2):
            found.append(write(resident, f"邻居的第{2 * at + again}篇笔记", en="From a neighbour"))
            found.append(write(newcomer, f"Note {2 * at + again} of somebody new"))
    return found


@pytest.fixture
def committed(transactional_db: None) -> Iterator[None]:
    """What is written is seen by other connections. The log is emptied before and after: its tables
    are not Django's, which empties all others."""
    _empty_the_log()
    yield
    _empty_the_log()


def served_just_now() -> None:
    """Dates the log by the clock: a test is one transaction, and its pages bear the time when that
    began, before any note was written."""
    ServedPage.objects.update(at=timezone.now())


def _empty_the_log() -> None:
    for table in (ServedPage, FeedPage, Impression):
        table.objects.all().delete()
