"""The welcome: languages, interests, and a hello in two languages that becomes the first note."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from dukou.site.arrivals.models import Wave
from dukou.site.members.models import Member
from dukou.site.members.queries import reading_languages
from dukou.site.notes.models import Note
from dukou.site.reading.models import Interest
from tests.cast import AsMember, words_of

STEPS = ("/welcome/languages", "/welcome/interests", "/welcome/introduction")
HELLO = {
    "place": "Dayton, Ohio", "place_other": "俄亥俄州代顿", "doing": "nurse",
    "loves": ["cats", "food"], "asking": "breakfast",
    "words": "Night shift, two cats.", "words_other": "夜班，两只猫。", "key": "k1",
}  # fmt: skip


def fresh(member: Member) -> Member:
    return Member.objects.get(pk=member.pk)


def test_the_three_steps_follow_each_other(noa: Member, as_member: AsMember) -> None:
    browser = as_member(noa)
    assert browser.get("/welcome")["Location"] == STEPS[0]
    answer = browser.post(STEPS[0], {"home": "en", "reads": ["en", "zh-Hans"]})
    assert answer["Location"] == STEPS[1]
    assert browser.post(STEPS[1], {"interest": ["cats", "food"]})["Location"] == STEPS[2]
    page = browser.get(STEPS[2]).content.decode()
    assert page.count('name="loves" value="cats" checked') == 1
    answer = browser.post(STEPS[2], HELLO)
    assert answer["Location"] == Note.objects.get().get_absolute_url()
    assert fresh(noa).welcomed_at is not None
    assert reading_languages(fresh(noa)) == ["en", "zh-Hans"]
    assert browser.get("/welcome")["Location"] == "/"


def test_each_step_says_how_far_one_is(noa: Member, as_member: AsMember) -> None:
    for place, step in enumerate(STEPS):
        page = as_member(noa).get(step).content.decode()
        assert page.count("steps__step--done") == place
        assert page.count('aria-current="step"') == 1


def test_home_is_read_even_where_it_is_not_ticked(noa: Member, as_member: AsMember) -> None:
    as_member(noa).post(STEPS[0], {"home": "ja", "reads": ["en", "xx"]})
    assert reading_languages(fresh(noa)) == ["ja", "en"]
    assert fresh(noa).home_language == "ja"


def test_the_wave_is_that_of_the_home_one_names(noa: Member, as_member: AsMember) -> None:
    Wave.objects.create(key="es now", home_language="es")
    as_member(noa).post(STEPS[0], {"home": "es"})
    assert fresh(noa).wave == "es now"


def test_nobody_keeps_the_welcome_open_to_pick_a_cohort(noa: Member, as_member: AsMember) -> None:
    Member.objects.filter(pk=noa.pk).update(joined_at=timezone.now() - timedelta(days=2))
    as_member(noa).post(STEPS[0], {"home": "zh-Hans"})
    assert fresh(noa).home_language == "en"
    assert noa.home_language_changes.get().lang == "zh-Hans"


def test_interests_are_stated_and_can_be_changed_later(lin: Member, as_member: AsMember) -> None:
    browser = as_member(lin)
    browser.post(STEPS[1], {"interest": ["cats", "food", "nothing-known"]})
    answer = browser.post(STEPS[1], {"interest": ["food", "film"]})
    assert answer["Location"] == "/settings"
    stated = Interest.objects.filter(member=lin, is_stated=True)
    assert set(stated.values_list("topic__slug", flat=True)) == {"food", "film"}


def test_interests_have_a_sign_where_no_picture_is_drawn(
    noa: Member, as_member: AsMember, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dukou.site.arrivals.queries.picture_of", lambda slug: "")
    assert "🐈" in as_member(noa).get(STEPS[1]).content.decode()


def test_a_hello_says_the_same_in_both_languages(noa: Member, as_member: AsMember) -> None:
    as_member(noa).post(STEPS[2], HELLO)
    note = Note.objects.get()
    said = {version.lang: (version.title, version.body) for version in note.versions.all()}
    assert said["en"] == (
        "New here: I'm Noa",
        "I'm from Dayton, Ohio.\nI work in a hospital.\nNight shift, two cats.\n"
        "What I love: #food #cats\nA question for the other bank: what's your usual breakfast?",
    )
    assert said["zh-Hans"] == (
        "新人报到，我是Noa",
        "来自俄亥俄州代顿。\n我在医院上班。\n夜班，两只猫。\n"
        "最喜欢 #美食 #猫\n想问对岸的你：早饭一般吃什么？",
    )
    assert {version.provenance for version in note.versions.all()} == {"author"}
    topics = set(note.topics.values_list("slug", flat=True))
    assert topics == {"introductions", "food", "cats"}
    assert (note.design, note.ordinal, note.lang) == ("letter", 1, "en")


@pytest.mark.parametrize(
    ("home", "place", "lang", "said"),
    [
        ("zh-Hans", "武汉", "en", "I'm from Wuhan."),
        ("zh-Hant", "台灣高雄", "en", "I'm from Kaohsiung, Taiwan."),
        ("zh-Hans", "武汉 Wuhan", "en", "I'm from 武汉 Wuhan."),
        ("zh-Hans", "一个没人听过的小镇", "en", None),
        ("en", "Dayton", "zh-Hans", "来自Dayton。"),
        ("ja", "札幌", "zh-Hans", "来自札幌。"),
        ("ko", "서울", "zh-Hans", None),
    ],
)
def test_a_place_named_in_one_language_is_said_in_the_other_where_it_can_be_read(
    noa: Member, as_member: AsMember, home: str, place: str, lang: str, said: str | None
) -> None:
    browser = as_member(noa)
    browser.post(STEPS[0], {"home": home})
    browser.post(STEPS[2], {"place": place, "doing": "nurse"})
    body = Note.objects.get().versions.get(lang=lang).body
    work = {"en": "I work in a hospital.", "zh-Hans": "我在医院上班。"}[lang]
    assert body.split("\n") == [*([said] if said else []), work]


def test_a_hello_and_all_that_follows_have_the_name_one_gives(
    noa: Member, as_member: AsMember
) -> None:
    Member.objects.filter(pk=noa.pk).update(shown="")
    browser = as_member(noa)
    assert 'name="shown" maxlength="40" value=""' in browser.get(STEPS[2]).content.decode()
    preview = browser.get(f"{STEPS[2]}/preview", {"shown": "小船 🚣"}).content.decode()
    assert "New here: I&#x27;m 小船 🚣" in preview
    browser.post(STEPS[2], {**HELLO, "shown": " 小船 🚣 "})
    assert Note.objects.get().versions.get(lang="en").title == "New here: I'm 小船 🚣"
    assert fresh(noa).display_name == "小船 🚣"


def test_a_name_is_kept_without_a_hello(noa: Member, as_member: AsMember) -> None:
    as_member(noa).post(STEPS[2], {"skip": "1", "shown": "小船"})
    assert fresh(noa).display_name == "小船"


@pytest.mark.parametrize(
    ("home", "own", "other"),
    [
        ("zh-Hans", "zh-Hans", "en"),
        ("zh-Hant", "zh-Hant", "en"),
        ("ja", "ja", "zh-Hans"),
        ("ko", "ko", "zh-Hans"),
        ("de", "de", "zh-Hans"),
    ],
)
def test_the_other_bank_is_chinese_or_english(
    noa: Member, as_member: AsMember, home: str, own: str, other: str
) -> None:
    browser = as_member(noa)
    browser.post(STEPS[0], {"home": home})
    browser.post(STEPS[2], {"doing": "student"})
    versions = Note.objects.get().versions.order_by("-is_source")
    assert [version.lang for version in versions] == [own, other]


def test_both_versions_are_shown_while_one_fills_in(noa: Member, as_member: AsMember) -> None:
    preview = as_member(noa).get(f"{STEPS[2]}/preview", {"doing": "nurse", "place": "<b>Ohio"})
    words = preview.content.decode()
    assert "I work in a hospital." in words
    assert "我在医院上班。" in words
    assert "<b>" not in words
    # Without JavaScript the same page shows them, with what was filled in.
    form = {"doing": "nurse", "place": "Ohio", "show": "1"}
    page = as_member(noa).post(STEPS[2], form).content.decode()
    assert not Note.objects.exists()
    assert "我在医院上班。" in page
    assert 'value="nurse" selected' in page


def test_a_hello_sent_twice_is_one_note(noa: Member, as_member: AsMember) -> None:
    for _ in range(2):
        as_member(noa).post(STEPS[2], HELLO)
    assert Note.objects.count() == 1


def test_an_empty_hello_is_no_note(noa: Member, as_member: AsMember) -> None:
    page = as_member(noa).post(STEPS[2], {"doing": "astronaut", "asking": "x"}, follow=True)
    assert "Fill in one line at least" in page.content.decode()
    assert not Note.objects.exists()


def test_the_hello_can_be_skipped(noa: Member, as_member: AsMember) -> None:
    answer = as_member(noa).post(STEPS[2], {"skip": "1", "place": "Ohio"})
    assert answer["Location"] == "/"
    assert fresh(noa).welcomed_at is not None
    assert not Note.objects.exists()


def test_who_may_reply_by_default_holds_for_the_hello(noa: Member, as_member: AsMember) -> None:
    Member.objects.filter(pk=noa.pk).update(reply_policy="followers")
    as_member(noa).post(STEPS[2], HELLO)
    assert Note.objects.get().reply_policy == "followers"


@pytest.mark.parametrize("step", ["/welcome", *STEPS, f"{STEPS[2]}/preview"])
def test_the_welcome_is_for_members(
    rui: Member, stranger: Client, as_member: AsMember, step: str
) -> None:
    assert stranger.get(step)["Location"].startswith("/account/login")
    assert as_member(rui).get(step)["Location"] == "/suspended"


@pytest.mark.parametrize("step", STEPS)
def test_the_welcome_speaks_the_reader_s_language(
    noa: Member, as_member: AsMember, step: str
) -> None:
    Member.objects.filter(pk=noa.pk).update(interface_language="zh-hant")
    page = as_member(noa).get(step)
    assert '<html lang="zh-hant"' in page.content.decode()
    assert "語言" in words_of(page.content.decode())
