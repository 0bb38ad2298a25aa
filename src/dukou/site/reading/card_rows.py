"""What cards need of notes, their authors, texts and first pictures: one query behind a gate."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from django.db.models import FilteredRelation, Q, QuerySet, Value

from dukou.site.bridge import queries as bridge
from dukou.site.members.models import Member
from dukou.site.notes.models import MediaState, Note
from dukou.site.notes.queries import feed_for, visible_to
from dukou.site.statements import Statement
from dukou.site.talk import queries as talk

#: Decides which notes a viewer may see.
Gate = Callable[[Member | None], QuerySet[Note]]

NOTE = ("pk", "design", "ordinal", "sensitive", "likes_count", "liked", "texts")
AUTHOR = ("author__name", "author__shown", "author__avatar")
PICTURE = ("stem", "width", "height", "blur", "alt", "alt_others")


class FirstPicture(NamedTuple):
    """The picture that leads a note."""

    stem: str
    width: int
    height: int
    blur: str
    alt: str
    alt_others: dict[str, str]


class CardRow(NamedTuple):
    """A note as a card needs it."""

    id: int
    design: str
    ordinal: int
    sensitive: bool
    likes: int
    liked: bool
    texts: str
    author_name: str
    author_shown: str
    avatar: str
    first: FirstPicture | None


def rows_among(ids: list[int], viewer: Member | None, gate: Gate = feed_for) -> dict[int, CardRow]:
    """Those of the notes that the gate lets the viewer see, by id."""
    of_member, of_stranger = _BEHIND[gate]
    found = of_stranger.rows(ids=ids) if viewer is None else of_member.rows(viewer=viewer, ids=ids)
    return {row[0]: _row(row) for row in found}


def _row(row: tuple[Any, ...]) -> CardRow:
    note, (stem, *picture, others) = row[: -len(PICTURE)], row[-len(PICTURE) :]
    first = FirstPicture._make((stem, *picture, json.loads(others))) if stem else None
    return CardRow._make((*note, first))


def _rows_of(notes: QuerySet[Note], viewer: Member | None) -> QuerySet[Note, tuple[Any, ...]]:
    ready = Q(media__position=0, media__state=MediaState.READY)
    liked = Value(False) if viewer is None else talk.likes(viewer, "pk")
    return (
        notes.annotate(
            first=FilteredRelation("media", condition=ready),
            liked=liked,
            texts=bridge.openings("pk"),
        )
        .values_list(*NOTE, *AUTHOR, *(f"first__{name}" for name in PICTURE))
        .order_by("-first__id")  # of two at the same position the older counts: it comes last
    )


def _statements(gate: Gate) -> tuple[Statement, Statement]:
    """For members and for strangers."""

    def of_member(viewer: Member, ids: Any) -> QuerySet[Note, tuple[Any, ...]]:
        return _rows_of(gate(viewer).filter(pk__among=ids), viewer)

    def of_stranger(ids: Any) -> QuerySet[Note, tuple[Any, ...]]:
        return _rows_of(gate(None).filter(pk__among=ids), None)

    return Statement(of_member, "viewer", "ids"), Statement(of_stranger, "ids")


_BEHIND: dict[Gate, tuple[Statement, Statement]] = {
    gate: _statements(gate) for gate in (feed_for, visible_to)
}
