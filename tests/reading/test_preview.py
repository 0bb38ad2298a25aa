"""Before a contract is put in force, the last day's pages say what it would change."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from dukou.engine import Cohort, DebutClause
from dukou.site.bridge.reader import viewer_for
from dukou.site.members.models import Member
from dukou.site.notes.models import Note
from dukou.site.reading.allocation.serving import serve_page
from dukou.site.reading.editor.yesterday import first_notes
from dukou.site.reading.models import ContractVersion, ServedPage
from tests.cast import AsMember, words_of
from tests.reading.conftest import HOME_CLAUSE, Bind, served_just_now

ADDRESS = "/balance/contract"


@pytest.fixture
def browser(keeper: Member, as_member: AsMember) -> Client:
    """The operator's browser."""
    return as_member(keeper)


def previewed(browser: Client, version: ContractVersion, toml: str) -> str:
    """What the operator reads of the preview."""
    sent = {"as": "text", "based_on": version.pk, "why": "", "toml": toml, "preview": "1"}
    answer = browser.post(ADDRESS, sent)
    assert answer.status_code == 200
    html = answer.content.decode()
    return words_of(html.split('id="preview"')[1].split("</section>")[0])


def test_it_shows_before_and_after_and_saves_nothing(
    browser: Client, bind: Bind, notes: list[Note], lin: Member, ama: Member
) -> None:
    version = bind(HOME_CLAUSE)
    for member in (lin, ama):
        for _ in range(4):
            serve_page(viewer_for(member), session=uuid4())
    served_just_now()
    served, versions = ServedPage.objects.count(), ContractVersion.objects.count()
    changed = HOME_CLAUSE.replace("0.55", "0.90").replace("0.80", "1.0")
    words = previewed(browser, version, changed)
    assert "8 of the 8 pages that members read in the last 24 hours" in words
    assert "few pages of few readers" in words
    assert "changed Every day, at least 90% of what is shown to people who live here" in words
    assert "of the relevance that pages have now" in words
    assert ContractVersion.objects.count() == versions
    assert ServedPage.objects.count() == served


def test_a_promise_taken_out_and_a_new_one_are_both_measured(
    browser: Client, bind: Bind, notes: list[Note], lin: Member
) -> None:
    version = bind(HOME_CLAUSE)
    serve_page(viewer_for(lin), session=uuid4())
    served_just_now()
    words = previewed(browser, version, HOME_CLAUSE.replace("residents-home", "another"))
    assert "added Every day, 55% to 80%" in words
    assert "taken out Every day, 55% to 80%" in words


def test_first_notes_that_all_may_read_are_promised_readers_again(
    notes: list[Note], maya: Member
) -> None:
    clause = DebutClause(notes=1, hours=48)
    firsts = first_notes([clause], now=timezone.now())
    assert len(firsts) == 24
    assert {first.ordinal for first in firsts} == {1}
    of_maya = next(note for note in notes if note.author_id == maya.pk)
    found = next(first for first in firsts if first.note_id == of_maya.pk)
    assert found.origin == Cohort("en", maya.region, wave=maya.wave)
    Note.objects.filter(pk=of_maya.pk).update(hidden_at=timezone.now())
    assert of_maya.pk not in {first.note_id for first in first_notes([clause], now=timezone.now())}
    assert first_notes([clause], now=timezone.now() + timedelta(days=4)) == []
    assert first_notes([], now=timezone.now()) == []


def test_without_a_log_it_says_so(browser: Client, bind: Bind, notes: list[Note]) -> None:
    version = bind(HOME_CLAUSE)
    assert "there is nothing to go by" in previewed(browser, version, HOME_CLAUSE)


def test_a_contract_that_cannot_bind_is_refused_before_it_is_previewed(
    browser: Client, bind: Bind
) -> None:
    version = bind(HOME_CLAUSE)
    sent = {"as": "text", "based_on": version.pk, "why": "", "toml": "[[share]]", "preview": "1"}
    answer = browser.post(ADDRESS, sent)
    assert answer.status_code == 422
    assert 'id="preview"' not in answer.content.decode()
