"""What similar members liked: learnt, served from a snapshot, and never a reason to fail."""

import shutil
import uuid
from typing import Any

import numpy as np
import pytest

from dukou.site.bridge.reader import viewer_for
from dukou.site.members.models import Member
from dukou.site.reading.allocation import taste
from dukou.site.reading.allocation.serving import forget_process_state, serve_page
from dukou.site.reading.allocation.shelf import Shelf
from dukou.site.reading.allocation.shelves import Shelves
from dukou.site.reading.allocation.snapshots import snapshots_folder
from dukou.site.reading.allocation.taste import learn_now
from dukou.site.reading.models import FeedPage
from dukou.site.talk import services as talk
from tests.cast import AsMember, Write, make_member


@pytest.fixture(autouse=True)
def empty_folder() -> None:
    """No snapshot of another test."""
    shutil.rmtree(snapshots_folder(), ignore_errors=True)


@pytest.fixture
def two_crowds(write: Write) -> tuple[list[Member], list[Member]]:
    """Two crowds of eight who like different notes; no topic tells the notes apart."""
    crowds = [[make_member(f"{kind}{n}") for n in range(8)] for kind in ("left", "right")]
    for side, crowd in enumerate(crowds):
        for number in range(8):
            note = write(make_member(f"author{side}{number}"), f"第{side}{number}天")
            for fan in crowd:
                if fan.name != f"left{number}" or number != 0:
                    talk.like_note(note, by=fan)
    return crowds[0], crowds[1]


def test_little_is_no_ground_to_learn(lin: Member, ama: Member, write: Write) -> None:
    talk.like_note(write(lin, "火锅"), by=ama)
    assert learn_now() is None


def test_a_note_that_similar_members_liked_stands_higher(
    two_crowds: tuple[list[Member], list[Member]],
) -> None:
    assert learn_now() is not None
    forget_process_state()
    left, _ = two_crowds
    page = serve_page(viewer_for(left[0]), session=uuid.uuid4()).page
    similar = [slot.terms.similar for slot in page.slots]
    assert max(similar) > 0.5
    assert min(similar) < 0.2


def test_explore_works_without_and_with_a_broken_snapshot(
    lin: Member, two_crowds: tuple[list[Member], list[Member]], as_member: AsMember
) -> None:
    assert as_member(lin).get("/").status_code == 200
    first = learn_now()
    second = learn_now()
    assert first is not None
    assert second is not None
    (second.path / "notes.npy").write_bytes(b"nonsense")
    forget_process_state()
    assert as_member(lin).get("/").status_code == 200
    shelf = Shelves().newer(than=Shelf())
    assert shelf is not None
    assert shelf.snapshot is not None
    assert shelf.snapshot.version == first.version


def test_feeds_that_a_member_chooses_are_learnt_from_as_such(
    lin: Member,
    two_crowds: tuple[list[Member], list[Member]],
    as_member: AsMember,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[Any] = []
    learn = taste.learn

    def watched(*what: Any, showings: Any, **how: Any) -> Any:
        given.append(showings)
        return learn(*what, showings=showings, **how)

    monkeypatch.setattr(taste, "learn", watched)
    browser = as_member(lin)
    browser.get("/latest")
    assert learn_now() is not None
    assert given == [None]  # the ranker has shown nothing to anybody
    browser.get("/")
    page = FeedPage.objects.get()
    assert learn_now() is not None
    shown = given[-1]
    chosen = np.flatnonzero(shown.chosen)
    assert shown.notes[chosen].tolist() == page.note_ids
    assert set(shown.members.tolist()) == {lin.pk}
    assert shown.exposures[chosen[0]] == 1.0
    assert shown.exposures[chosen].tolist() == sorted(shown.exposures[chosen], reverse=True)
    assert 0.0 < shown.exposures[chosen[-1]] < 1.0
    assert 0 < len(chosen) < len(shown.notes)
