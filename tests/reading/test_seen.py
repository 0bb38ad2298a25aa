"""Beacons: only sealed slots count, each once, and nobody can flood."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from dukou.language.engines.base import Quality
from dukou.site.ids import id_at
from dukou.site.members.models import Member
from dukou.site.notes.models import Note, NoteVersion, Provenance
from dukou.site.reading.models import Impression, ServedPage
from dukou.site.reading.seal import seal
from dukou.site.reading.seen import BEACONS, SLOTS_IN_A_BEACON, tell_seen
from tests.cast import AsMember, Write
from tests.language.engines.fakes import Scripted

Served = Callable[[Client], dict[str, str]]


def told(page_id: int, *slots: int) -> list[str]:
    """The slots of a page as the browser tells them."""
    return [f"{page_id}.{slot}.{seal(page_id, slot)}" for slot in slots]


@pytest.fixture
def page_id(db: None) -> int:
    """The id of a page that was served just now."""
    return id_at(timezone.now())


def test_a_seen_slot_counts_once(stranger: Client, page_id: int) -> None:
    for _ in range(2):
        answer = stranger.post("/seen", {"slot": told(page_id, 0, 1, 1)})
        assert (answer.status_code, answer.content) == (204, b"")
    assert sorted(Impression.objects.values_list("page_id", "slot")) == [(page_id, 0), (page_id, 1)]


def test_cards_carry_the_seal_that_beacons_bring_back(
    lin: Member, notes: list[Note], as_member: AsMember
) -> None:
    browser = as_member(lin)
    html = browser.get("/").content.decode()
    page = ServedPage.objects.latest("pk")
    assert f'data-seal="{seal(page.pk, 3)}"' in html
    browser.post("/seen", {"slot": told(page.pk, 3)})
    assert Impression.objects.filter(page_id=page.pk, slot=3).exists()


@pytest.mark.parametrize(
    "nonsense",
    ["", "1", "1.2", "1.2.x", "a.b.c", "9" * 40 + ".1.x", "1.99999.x", "²..", "\x00.1"],
)
def test_what_bears_no_seal_counts_for_nothing(
    stranger: Client, page_id: int, nonsense: str
) -> None:
    answer = stranger.post("/seen", {"slot": [nonsense, f"{page_id}.0.{seal(page_id, 1)}"]})
    assert answer.status_code == 204
    assert not Impression.objects.exists()


def test_a_seal_is_good_for_a_day(db: None) -> None:
    now = timezone.now()
    old = id_at(now - timedelta(hours=25))
    assert tell_seen(told(old, 0), by="ip:192.0.2.1", now=now) == []


def test_a_slot_told_again_after_midnight_still_counts_once(db: None) -> None:
    evening = timezone.now().replace(hour=23, minute=50)
    page = id_at(evening)
    assert tell_seen(told(page, 0), by="ip:192.0.2.1", now=evening) == [(page, 0)]
    morning = evening + timedelta(minutes=20)
    assert tell_seen(told(page, 0), by="ip:192.0.2.1", now=morning) == []


def test_a_reader_who_floods_is_counted_no_more_that_minute(page_id: int) -> None:
    now = timezone.now().replace(second=1)
    for _ in range(BEACONS.count):
        tell_seen(told(page_id, 0), by="member:1", now=now)
    assert tell_seen(told(page_id, 1), by="member:1", now=now) == []
    assert tell_seen(told(page_id, 1), by="member:2", now=now) == [(page_id, 1)]


def test_a_beacon_carries_no_more_than_a_page_or_three(page_id: int) -> None:
    many = told(page_id, *range(SLOTS_IN_A_BEACON + 20))
    assert len(tell_seen(many, by="member:1")) == SLOTS_IN_A_BEACON


def test_beacons_are_taken_without_a_form_token(page_id: int) -> None:
    browser = Client(enforce_csrf_checks=True)
    assert browser.post("/seen", {"slot": told(page_id, 0)}).status_code == 204
    assert Impression.objects.count() == 1


@pytest.fixture
def served(lin: Member, ama: Member, maya: Member, write: Write) -> Served:
    """Explore as Maya gets it: the page, and its slots by title."""
    write(lin, "猫税来了")
    write(lin, "两种语言", en="In two languages")
    write(maya, "Hiking up the hill behind the dormitory")

    def open_explore(browser: Client) -> dict[str, str]:
        browser.get("/")
        page = ServedPage.objects.latest("pk")
        titles = dict(NoteVersion.objects.filter(is_source=True).values_list("note_id", "title"))
        return {titles[pk]: told(page.pk, at)[0] for at, pk in enumerate(page.note_ids)}

    return open_explore


def test_a_card_that_was_seen_and_cannot_be_read_comes_translated_next_time(
    maya: Member, served: Served, as_member: AsMember, engine: object, run_jobs: Callable[[], int]
) -> None:
    browser = as_member(maya)
    slots = served(browser)
    browser.post("/seen", {"slot": list(slots.values())})
    assert run_jobs() == 1
    page = browser.get("/").content.decode()
    assert "Here is the cat tax" in page
    assert "猫税来了" not in page


def test_a_card_that_was_seen_as_a_rough_draft_is_bettered_by_a_good_engine(
    maya: Member,
    served: Served,
    as_member: AsMember,
    engine: Scripted,
    use: Callable[..., None],
    run_jobs: Callable[[], int],
) -> None:
    rough = Scripted(dict(engine.answers), name="draft", quality=Quality.ROUGH)
    use(rough)
    browser = as_member(maya)
    browser.post("/seen", {"slot": list(served(browser).values())})
    run_jobs()
    for engines, jobs in (((rough,), 0), ((engine, rough), 1)):
        use(*engines)
        browser.post("/seen", {"slot": list(served(browser).values())})
        assert run_jobs() == jobs
    version = NoteVersion.objects.get(provenance=Provenance.MACHINE)
    assert (version.engine, version.quality) == ("scripted (7)", Quality.GOOD)


def test_telling_twice_asks_once(
    maya: Member, served: Served, as_member: AsMember, engine: object, run_jobs: Callable[[], int]
) -> None:
    browser = as_member(maya)
    slots = served(browser)
    for _ in range(2):
        browser.post("/seen", {"slot": slots["猫税来了"]})
    assert run_jobs() == 1


def test_cards_that_nobody_saw_ask_for_nothing(
    maya: Member, served: Served, as_member: AsMember, engine: object, run_jobs: Callable[[], int]
) -> None:
    browser = as_member(maya)
    slots = served(browser)
    browser.post("/seen", {"slot": slots["两种语言"]})
    assert run_jobs() == 0


def test_a_page_of_someone_else_asks_for_nothing(
    maya: Member,
    lin: Member,
    served: Served,
    as_member: AsMember,
    engine: object,
    run_jobs: Callable[[], int],
) -> None:
    slots = served(as_member(lin))
    as_member(maya).post("/seen", {"slot": list(slots.values())})
    assert run_jobs() == 0


def test_strangers_ask_for_nothing(
    served: Served, stranger: Client, engine: object, run_jobs: Callable[[], int]
) -> None:
    slots = served(stranger)
    stranger.post("/seen", {"slot": list(slots.values())})
    assert run_jobs() == 0


def test_without_an_engine_cards_ask_for_nothing(
    maya: Member,
    served: Served,
    as_member: AsMember,
    use: Callable[[], None],
    run_jobs: Callable[[], int],
) -> None:
    use()
    browser = as_member(maya)
    browser.post("/seen", {"slot": list(served(browser).values())})
    assert run_jobs() == 0


def test_a_beacon_of_many_cards_keeps_to_the_budget(
    maya: Member,
    served: Served,
    as_member: AsMember,
    engine: object,
    limits: Callable[..., None],
    run_jobs: Callable[[], int],
) -> None:
    limits(translate_member_daily_chars=1)
    browser = as_member(maya)
    browser.post("/seen", {"slot": list(served(browser).values())})
    run_jobs()
    assert not NoteVersion.objects.filter(provenance=Provenance.MACHINE).exists()


def test_a_beacon_of_readable_cards_costs_few_queries(
    ama: Member,
    notes: list[Note],
    as_member: AsMember,
    engine: object,
    django_assert_max_num_queries: Callable[..., AbstractContextManager[object]],
) -> None:
    browser = as_member(ama)
    browser.get("/")
    page = ServedPage.objects.latest("pk")
    # session, member, the limit, the impressions, their notes, Ama's languages, the versions
    with django_assert_max_num_queries(7):
        browser.post("/seen", {"slot": told(page.pk, *range(20))})
