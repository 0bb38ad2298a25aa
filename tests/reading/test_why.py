"""Why this note: true to the log, for the reader of the page alone."""

import re

import pytest
from django.test import Client

from dukou.engine import ReasonCode
from dukou.site.members import services as members
from dukou.site.members.models import Member
from dukou.site.notes.models import Note
from dukou.site.reading.models import ContractVersion, ServedPage
from tests.cast import AsMember, make_member, words_of
from tests.reading.conftest import HOME_CLAUSE, Bind


def served_to(browser: Client) -> ServedPage:
    """The page of Explore that the browser has just been sent."""
    assert browser.get("/").status_code == 200
    return ServedPage.objects.latest("pk")


def test_each_slot_of_a_page_says_why(
    lin: Member, notes: list[Note], bind: Bind, as_member: AsMember
) -> None:
    bind(HOME_CLAUSE)
    browser = as_member(lin)
    page = served_to(browser)
    for slot in range(len(page.note_ids)):
        answer = browser.get(f"/why/{page.pk}/{slot}")
        assert answer.status_code == 200
        words = answer.content.decode().split('class="why__words">')[1].split("</div>")[0]
        assert 2 <= words.count("<p>") <= 6


def test_the_terms_add_up_to_the_logged_score(
    lin: Member, notes: list[Note], as_member: AsMember
) -> None:
    browser = as_member(lin)
    page = served_to(browser)
    html = browser.get(f"/why/{page.pk}/1").content.decode()
    table = html.split("<tbody>")[1].split("</table>")[0]
    amounts = [
        float(found.replace("−", "-")) for found in re.findall(r'number">([+−][\d.]+)', table)
    ]
    assert sum(amounts[:-1]) == pytest.approx(amounts[-1], abs=0.005)


def test_a_followed_author_is_named(
    lin: Member, ama: Member, notes: list[Note], as_member: AsMember
) -> None:
    members.follow(ama, by=lin)
    browser = as_member(lin)
    page = served_to(browser)
    slot = page.reasons.index(ReasonCode.FOLLOWED)
    told = words_of(browser.get(f"/why/{page.pk}/{slot}").content.decode())
    assert "You follow Ama 阿麻." in told


@pytest.mark.usefixtures("notes")
def test_a_note_that_the_contract_placed_names_the_promise(bind: Bind, as_member: AsMember) -> None:
    bind(HOME_CLAUSE.replace("0.55", "0.90").replace("0.80", "1.0"))
    reader = make_member("jia", home_language="zh-Hans", reads=["en"])
    browser = as_member(reader)
    page = served_to(browser)
    slot = page.reasons.index(ReasonCode.QUOTA)
    told = words_of(browser.get(f"/why/{page.pk}/{slot}").content.decode())
    assert "You are promised at least 90% notes by people who live here" in told
    assert "So one of them had to stand here." in told


def logged_as(page: ServedPage, slot: int, reason: ReasonCode, **changes: float) -> None:
    """Makes the log say that the slot had these terms and no others."""
    names = ("form", "reason", "topic", "author", "freshness", "language", "similar", "quality")
    width = len(page.terms) // len(page.note_ids)
    head = dict.fromkeys(names, 0.0) | {"form": 1.0, "reason": float(reason)} | changes
    terms = list(head.values()) + [0.0] * (width - len(head))
    terms[11], terms[13] = -1.0, changes.pop("quota", -1.0)
    page.terms[slot * width : (slot + 1) * width] = terms[:width]
    page.reasons[slot] = reason
    page.save()


CROSSING = """
[[share]]
id = "crossing"
providers = { arrival = "newcomer" }
ceiling = 0.2
"""


@pytest.mark.parametrize(
    ("reason", "terms", "said"),
    [
        (ReasonCode.DEBUT, {"freshness": 0.1}, "It is one of the first notes of {author}, and"),
        (ReasonCode.DEBUT, {"author": 0.5}, "You follow {author}, or have liked what they share."),
        (ReasonCode.RANKED, {"author": 0.1}, "You have liked what {author} shares."),
        (ReasonCode.RANKED, {"similar": 0.5}, "like it, or notes like it."),
    ],
)
def test_a_sentence_says_no_more_than_was_logged(
    lin: Member,
    notes: list[Note],
    as_member: AsMember,
    reason: ReasonCode,
    terms: dict[str, float],
    said: str,
) -> None:
    browser = as_member(lin)
    page = served_to(browser)
    logged_as(page, 1, reason, **terms)
    author = Note.objects.get(pk=page.note_ids[1]).author.display_name
    told = words_of(browser.get(f"/why/{page.pk}/1").content.decode())
    assert said.format(author=author) in told
    assert "is new here" not in told


def test_a_ceiling_of_all_pages_is_not_told_as_one_of_this_page(
    lin: Member, notes: list[Note], bind: Bind, as_member: AsMember
) -> None:
    bind(CROSSING)
    browser = as_member(lin)
    page = served_to(browser)
    slot = next(
        at
        for at, pk in enumerate(page.note_ids)
        if not Note.objects.get(pk=pk).author.wave and page.reasons[at] != ReasonCode.EXPLORATION
    )
    width = len(page.terms) // len(page.note_ids)
    page.terms[slot * width + 1], page.terms[slot * width + 13] = float(ReasonCode.QUOTA), 0.0
    page.save()
    told = words_of(browser.get(f"/why/{page.pk}/{slot}").content.decode())
    assert "At most 20% of what is shown to everyone may be notes by newcomers" in told
    assert "of your page" not in told


def test_the_note_page_leads_to_its_reason(
    lin: Member, notes: list[Note], as_member: AsMember
) -> None:
    browser = as_member(lin)
    page = served_to(browser)
    note = Note.objects.get(pk=page.note_ids[0])
    html = browser.get(f"{note.get_absolute_url()}?page={page.pk}&slot=0").content.decode()
    assert f'href="/why/{page.pk}/0"' in html


def test_nobody_else_sees_why(
    lin: Member, cai: Member, notes: list[Note], as_member: AsMember, stranger: Client
) -> None:
    browser = as_member(lin)
    page = served_to(browser)
    address = f"/why/{page.pk}/0"
    assert browser.get(address).status_code == 200
    assert as_member(cai).get(address).status_code == 404
    assert stranger.get(address).status_code == 404


def test_what_was_never_served_is_not_there(
    lin: Member, notes: list[Note], as_member: AsMember
) -> None:
    browser = as_member(lin)
    page = served_to(browser)
    assert browser.get(f"/why/{page.pk}/{len(page.note_ids)}").status_code == 404
    assert browser.get("/why/1/0").status_code == 404


def test_what_cannot_be_read_any_more_is_not_there(
    lin: Member, notes: list[Note], bind: Bind, as_member: AsMember
) -> None:
    version = bind(HOME_CLAUSE)
    browser = as_member(lin)
    page = served_to(browser)
    assert browser.get(f"/why/{page.pk}/1").status_code == 200
    ContractVersion.objects.filter(pk=version.pk).update(toml="floor = 3")
    assert browser.get(f"/why/{page.pk}/1").status_code == 404


def test_a_stranger_sees_why_on_their_own_page(notes: list[Note], stranger: Client) -> None:
    page = served_to(stranger)
    assert page.reader_key is None
    html = stranger.get(f"/why/{page.pk}/0").content.decode()
    assert "Why this note" in html
    assert "More or less of this" not in html


def test_a_note_of_somebody_who_blocked_the_reader_since_is_gone(
    lin: Member, ama: Member, notes: list[Note], as_member: AsMember
) -> None:
    browser = as_member(lin)
    page = served_to(browser)
    by_ama = Note.objects.filter(pk__in=page.note_ids, author=ama).first()
    assert by_ama is not None
    address = f"/why/{page.pk}/{page.note_ids.index(by_ama.pk)}"
    assert browser.get(address).status_code == 200
    members.block(lin, by=ama)
    assert browser.get(address).status_code == 404


def test_pages_of_older_contracts_stay_explained(
    lin: Member, notes: list[Note], bind: Bind, as_member: AsMember
) -> None:
    browser = as_member(lin)
    waiting = served_to(browser)  # the first contract, whose clause for residents still waits
    bind(HOME_CLAUSE)
    bound = served_to(browser)
    bind("version = 3")
    bare = served_to(browser)
    assert ContractVersion.objects.count() == 3
    assert [len(page.clause_base) for page in (waiting, bound, bare)] == [1, 1, 0]
    for page in (waiting, bound, bare):
        assert browser.get(f"/why/{page.pk}/0").status_code == 200


@pytest.mark.parametrize("language", ["zh-hans", "zh-hant", "en"])
def test_it_speaks_the_readers_language(
    lin: Member, notes: list[Note], as_member: AsMember, language: str
) -> None:
    members.set_interface(lin, language=language)
    browser = as_member(lin)
    page = served_to(browser)
    html = browser.get(f"/why/{page.pk}/0").content.decode()
    title = {"zh-hans": "为什么", "zh-hant": "為什麼", "en": "Why this note"}[language]
    assert title in html


def test_the_sheet_is_the_page_without_its_frame(
    lin: Member, notes: list[Note], as_member: AsMember
) -> None:
    browser = as_member(lin)
    page = served_to(browser)
    sheet = browser.get(f"/why/{page.pk}/0", headers={"hx-request": "true"}).content.decode()
    assert "<html" not in sheet
    assert "Not for me" in sheet
