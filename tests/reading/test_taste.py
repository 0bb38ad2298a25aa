"""What similar members liked: learnt, served from a snapshot, and never a reason to fail."""

import shutil
import uuid
from datetime import timedelta
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from django.utils import timezone

from dukou.engine.snapshot import Snapshot, write_snapshot
from dukou.site.bridge.reader import viewer_for
from dukou.site.members.models import Member
from dukou.site.reading.allocation.serving import forget_process_state, serve_page
from dukou.site.reading.allocation.shelf import Shelf
from dukou.site.reading.allocation.shelves import Shelves
from dukou.site.reading.allocation.shown import shown_lately
from dukou.site.reading.allocation.snapshots import place_name, snapshots_folder
from dukou.site.reading.allocation.taste import learn_now
from dukou.site.reading.models import FeedPage, ServedPage
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


@pytest.mark.parametrize(
    ("arrays", "facts"),
    [
        ({"calibration_slope": np.ones((1, 1)), "calibration_offset": np.zeros((1, 1))}, {}),
        (
            {"calibration_slope": np.ones((1, 1)), "calibration_offset": np.zeros((1, 1))},
            {"calibration_groups": ["zh resident", "en resident"], "calibration_languages": ["zh"]},
        ),
        ({"slot_chances": np.ones(3)}, {}),
        ({"bridging_ids": np.arange(3), "bridging": np.zeros(2)}, {}),
        ({"bridging_ids": np.arange(3)}, {}),
        ({}, {"learning": {"a new way": 1}}),
        ({}, {"learning": None}),
        ({"notes": np.zeros(3)}, {}),
        ({"bridging_ids": np.arange(1), "bridging": np.full(1, np.nan)}, {}),
    ],
)
def test_a_snapshot_of_another_form_is_refused_and_the_one_before_serves(
    lin: Member,
    two_crowds: tuple[list[Member], list[Member]],
    as_member: AsMember,
    arrays: dict[str, np.ndarray],
    facts: dict[str, object],
) -> None:
    first = learn_now()
    assert first is not None
    write_snapshot(
        snapshots_folder(),
        {**first.arrays, **arrays},
        place=place_name(),
        facts={**first.facts, **facts},
    )
    forget_process_state()
    assert as_member(lin).get("/").status_code == 200
    shelf = Shelves().newer(than=Shelf())
    assert shelf is not None
    assert shelf.snapshot is not None
    assert shelf.snapshot.version == first.version
    again = learn_now()
    assert again is not None
    assert again.version == 3


def test_a_feed_that_a_member_chose_moves_that_member_and_no_note(
    lin: Member, two_crowds: tuple[list[Member], list[Member]], as_member: AsMember
) -> None:
    left, _ = two_crowds
    browser = as_member(left[3])
    browser.get("/latest")
    assert shown_lately(timezone.now() - timedelta(days=1), None) is None  # nothing by the ranker
    FeedPage.objects.all().delete()
    browser.get("/")
    before = learn_now()
    browser.get("/latest")
    after = learn_now()
    assert before is not None
    assert after is not None
    assert np.array_equal(before.arrays["notes"], after.arrays["notes"])
    moved = (before.arrays["members"] != after.arrays["members"]).any(axis=1)
    assert after.arrays["member_ids"][moved].tolist() == [left[3].pk]


def test_coming_back_to_a_feed_is_not_passing_its_notes_by(
    lin: Member, two_crowds: tuple[list[Member], list[Member]], as_member: AsMember
) -> None:
    left, _ = two_crowds
    browser = as_member(left[3])
    for address in ("/", "/latest"):
        browser.get(address)
    once = learn_now()
    for _ in range(10):
        browser.get("/latest")
    often = learn_now()
    assert once is not None
    assert often is not None
    assert np.array_equal(once.arrays["members"], often.arrays["members"])


def test_the_places_of_a_feed_are_seen_as_those_of_explore(
    lin: Member, two_crowds: tuple[list[Member], list[Member]], as_member: AsMember
) -> None:
    browser = as_member(lin)
    for address in ("/", "/latest"):
        browser.get(address)
    shown = shown_lately(timezone.now() - timedelta(days=1), None)
    assert shown is not None
    assert shown.chosen is not None
    by_ranker = shown.of_ranker()
    assert by_ranker.notes.tolist() == ServedPage.objects.get().note_ids
    assert shown.notes[shown.chosen].tolist() == FeedPage.objects.get().note_ids
    assert set(shown.members.tolist()) == {lin.pk}
    seen = shown.exposures[shown.chosen].tolist()
    assert seen[0] == 1.0
    assert seen == sorted(seen, reverse=True)
    assert 0.0 < seen[-1] < 1.0
    measured = SimpleNamespace(arrays={"slot_chances": np.linspace(0.9, 0.1, 20)})
    again = shown_lately(timezone.now() - timedelta(days=1), cast("Snapshot", measured))
    assert again is not None
    assert again.exposures[again.chosen][0] == 0.9
