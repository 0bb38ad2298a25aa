"""A clause goes by how many follow an author now, in processes that run for long, too."""

from dukou.site.members.models import Member
from dukou.site.members.services.relations import follow, unfollow
from dukou.site.reading.allocation.live_index import LiveIndex
from tests.cast import Write


def followers_in(index: LiveIndex) -> list[int]:
    """What the process's next looks find, without waiting for their time."""
    index._next_look = index._next_followers = 0.0
    notes = index.refresh().notes
    return notes.column("followers")[notes.column("id").argsort()].tolist()


def test_whoever_is_followed_meanwhile_counts_as_followed(
    lin: Member, maya: Member, ama: Member, write: Write
) -> None:
    for author in (ama, maya, ama):
        write(author, "写过的")
    index = LiveIndex()
    assert followers_in(index) == [0, 0, 0]
    follow(ama, by=lin)
    follow(ama, by=maya)
    assert followers_in(index) == [2, 0, 2]
    unfollow(ama, by=lin)
    assert followers_in(index) == [1, 0, 1]


def test_a_place_without_notes_has_nothing_to_look_at(lin: Member) -> None:
    assert followers_in(LiveIndex()) == []
