"""The demo community is whole: people, notes, talk, and every text in both languages."""

import tomllib
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from dukou.demo import load, wave
from dukou.demo.content.reading import HERE, Content, ContentError, read_content
from dukou.demo.load import accounts, load_demo
from dukou.site.members.models import Follow, Member
from dukou.site.notes.models import Note
from dukou.site.reading.models import DebutPromise, PublishedPrices
from dukou.site.talk.models import Comment, Like
from tests.cast import make_member


def silent(line: str) -> None:
    """A report that nobody reads."""


def test_the_content_is_as_large_and_as_mixed_as_promised() -> None:
    content = read_content()
    chinese = sum(story.lang.startswith("zh") for story in content.stories)
    assert len(content.people) >= 60
    assert len(content.stories) >= 320
    assert 0.6 <= chinese / len(content.stories) <= 0.7
    assert {"zh-Hans", "zh-Hant", "en", "ja", "es"} == {person.home for person in content.people}


def test_both_sides_read_all_of_it() -> None:
    for story in read_content().stories:
        langs = {story.lang.split("-")[0], *(words.lang.split("-")[0] for words in story.versions)}
        assert {"zh", "en"} <= langs, story.title
        for remark in story.comments:
            said = [remark.lang, *(words.lang for words in remark.versions)]
            assert {"zh", "en"} <= {lang.split("-")[0] for lang in said}, remark.body


def test_a_broken_file_is_named_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "banks_x.toml").write_text("[[people]]\nname = 7\nnobody = 1\n", "utf-8")
    with pytest.raises(ContentError, match=r"banks_x\.toml: Person has no nobody"):
        read_content(tmp_path)


def test_a_stranger_finds_people_notes_and_talk_and_a_wave_arrives_among_them(db: None) -> None:
    """One long walk, because filling the place takes a while."""
    assert load_demo(report=silent)
    _is_filled()
    _is_known_to_the_planner()
    for language, words in (("en", "Explore"), ("zh-CN", "发现")):
        page = Client(headers={"accept-language": language}).get("/").content.decode()
        assert words in page
        assert page.count('class="note-card"') == 20
    _search_has_ideas()
    _wave_arrives()


def _is_filled() -> None:
    assert Member.objects.count() >= 61
    assert Note.objects.count() >= 320
    assert Comment.objects.count() >= 900
    assert Like.objects.count() > 1000
    assert Follow.objects.count() > 300
    note = Note.objects.order_by("-likes_count").first()
    assert note is not None
    assert note.likes_count == note.likes.count()
    assert note.comments_count == note.comments.count()
    assert [name for name, _ in accounts()] == ["keeper", "xiaoman", "jake_ohio"]


def _is_known_to_the_planner() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = 'notes_note'::regclass")
        assert cursor.fetchone() == (Note.objects.count(),)


def _search_has_ideas() -> None:
    page = Client(headers={"accept-language": "en"}).get("/search").content.decode()
    assert "Chinese · residents" in page
    assert "English · newcomers" in page
    cohorts = tomllib.loads((HERE / "searches.toml").read_text("utf-8"))["cohorts"]
    for query in (words for cohort in cohorts for words in cohort["words"]):
        page = Client().get("/search", {"q": query}).content.decode()
        assert "note-card__open" in page or 'href="/glossary/' in page, query


def _wave_arrives() -> None:
    before, said_before = Note.objects.count(), Comment.objects.count()
    lines: list[str] = []
    outcome = wave.run_wave(
        hours=2, newcomers=8, speed=float("inf"), draw=False, report=lines.append
    )
    newcomers = Member.objects.filter(
        wave__gt="", joined_at__gte=timezone.now() - timedelta(hours=3)
    )
    assert outcome.newcomers == newcomers.count() == 8
    assert Note.objects.count() == before + outcome.notes
    assert all(member.cohort.startswith("en ") for member in newcomers)
    assert outcome.pages > 0
    assert outcome.likes > 0
    assert Comment.objects.count() == said_before + outcome.comments
    assert not Comment.objects.filter(author__in=newcomers, note__lang="en").exists()
    assert PublishedPrices.objects.exists()
    assert DebutPromise.objects.filter(author__in=newcomers).exists()
    assert len(lines) == 2
    assert "without the contract" in lines[-1]


def test_a_place_with_members_is_left_alone(db: None) -> None:
    make_member("lin")
    assert load_demo(report=silent) is False
    assert Member.objects.count() == 1


def test_a_reset_leaves_nothing_of_what_was_there(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_member("lin")
    whole = read_content()
    some = [story for story in whole.stories if story.by == "xiaoman"]
    monkeypatch.setattr(load, "read_content", lambda: Content(whole.people, some))
    assert load_demo(reset=True, report=silent)
    assert not Member.objects.filter(name="lin").exists()
    assert Note.objects.count() == len(some)


def test_a_wave_needs_a_community(db: None) -> None:
    with pytest.raises(LookupError, match="load the demo community first"):
        wave.run_wave(hours=1, speed=float("inf"), draw=False, report=silent)
