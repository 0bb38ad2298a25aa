"""What newcomers of the wave say under notes that they like."""

import random
from collections.abc import Sequence
from datetime import timedelta

from dukou.demo.newcomers import sayings
from dukou.demo.small_talk import SmallTalk
from dukou.site.members.models import Member
from dukou.site.notes.events import Slot
from dukou.site.notes.models import Note, Provenance
from tests.cast import Write, make_member

TOPICS = {saying.body: saying.topics for saying in sayings()}


def said(
    note: Note, *, by: Member, topics: Sequence[str] = ("cats",), seed: int = 1, likes: int = 1
) -> list[str]:
    """What this member said under the note, who says something after every like."""
    small_talk = SmallTalk(random.Random(seed), often=1.0)
    for second in range(likes):
        at = note.published_at + timedelta(seconds=second)
        small_talk.after_a_like(note, topics, by=by, slot=Slot(1, 0), at=at)
    assert small_talk.said == note.comments.filter(author=by).count()
    own = note.comments.filter(author=by, versions__is_source=True)
    return list(own.order_by("pk").values_list("versions__body", flat=True))


def test_it_fits_the_note_first_and_is_never_said_twice(
    lin: Member, maya: Member, write: Write
) -> None:
    words = said(write(lin, "猫税来了"), by=maya, likes=200)
    assert len(words) == len(set(words))
    fits = ["cats" in TOPICS[body] for body in words]
    assert any(fits)
    assert fits == sorted(fits, reverse=True)
    assert {topic for body in words for topic in TOPICS[body]} <= {"cats", "pets", "any"}


def test_it_stands_in_both_languages_as_its_author_s(
    lin: Member, maya: Member, write: Write
) -> None:
    note = write(lin, "猫税来了")
    assert said(note, by=maya)
    comment = note.comments.get()
    assert {version.lang for version in comment.versions.all()} == {"en", "zh-Hans"}
    assert {version.provenance for version in comment.versions.all()} == {Provenance.AUTHOR}
    note.refresh_from_db()
    assert note.comments_count == 1


def test_one_seed_says_one_thing(lin: Member, maya: Member, write: Write) -> None:
    first, second = (said(write(lin, "猫税来了"), by=maya, likes=3) for _ in "12")
    assert first == second


def test_only_newcomers_speak_and_only_across_the_river(
    lin: Member, maya: Member, write: Write
) -> None:
    resident = make_member("joe", home_language="en", reads=["en"])
    assert said(write(lin, "猫税来了"), by=resident) == []
    assert said(write(lin, "Cat tax, as promised to everybody here"), by=maya) == []
