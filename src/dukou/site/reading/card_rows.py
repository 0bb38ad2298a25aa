"""What cards need of notes, their authors, texts and first pictures, behind a gate.

A card's mark is all that it depends on, without its texts: what is written on it is another text
once anything of it was written again. A page asks for marks, and for rows only where no card was
made for a mark yet: with the marks where it is known that none was, else by a statement of its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from django.db.models import (
    FilteredRelation,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)

from dukou.site.bridge import queries as bridge
from dukou.site.members.models import Member
from dukou.site.notes.models import Media, MediaState, Note, NoteVersion
from dukou.site.notes.queries import feed_for, visible_to
from dukou.site.statements import Statement
from dukou.site.talk import queries as talk

#: Decides which notes a viewer may see.
Gate = Callable[[Member | None], QuerySet[Note]]

NOTE = ("pk", "design", "ordinal", "sensitive", "likes_count", "liked")
AUTHOR = ("author__name", "author__shown", "author__avatar")
WRITTEN = ("texts_as_of", "picture_as_of")
MARK = len(NOTE) + len(AUTHOR) + len(WRITTEN)
PICTURE = ("stem", "width", "height", "blur", "alt", "alt_others")

#: What a card depends on; the note's id comes first.
Mark = tuple[Any, ...]


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

    mark: Mark
    id: int
    design: str
    ordinal: int
    sensitive: bool
    likes: int
    liked: bool
    author_name: str
    author_shown: str
    avatar: str
    texts: str
    first: FirstPicture | None


def rows_among(ids: list[int], viewer: Member | None, gate: Gate = feed_for) -> dict[int, CardRow]:
    """Those of the notes that the gate lets the viewer see, by id."""
    of_member, of_stranger = _ROWS[gate]
    found = of_stranger.rows(ids=ids) if viewer is None else of_member.rows(viewer=viewer, ids=ids)
    return {row[0]: _row(row) for row in found}


def marks_among(ids: list[int], viewer: Member | None, gate: Gate = feed_for) -> dict[int, Mark]:
    """The marks of those of the notes that the gate lets the viewer see, by id."""
    of_member, of_stranger = _MARKS[gate]
    found = of_stranger.rows(ids=ids) if viewer is None else of_member.rows(viewer=viewer, ids=ids)
    return {mark[0]: mark for mark in found}


def marks_statement(*, of_member: bool) -> str:
    """The text by which `marks_among` asks for a feed, to be part of a longer statement; it takes
    `ids` and, for a member, `viewer`."""
    return _MARKS[feed_for][0 if of_member else 1].text


def contents_statement() -> str:
    """The text that gives what is written on cards, to be joined by `pk` to the marks of those that
    the viewer may see: it asks nobody's leave by itself. It takes `unwritten`, a list of ids."""
    return _CONTENTS.text


def joined(mark: Mark, content: tuple[Any, ...]) -> CardRow | None:
    """A row of `contents_statement` with the mark that came beside it; None where there is none."""
    return None if content[0] is None else _row((*mark, *content[1:]))


def marked(notes: QuerySet[Note], viewer: Member | None) -> QuerySet[Note, Mark]:
    """The marks of notes, for statements of one's own."""
    return _annotated(notes, viewer).values_list(*NOTE, *AUTHOR, *WRITTEN)


def _annotated(notes: QuerySet[Note], viewer: Member | None) -> QuerySet[Note]:
    first = Media.objects.filter(note=OuterRef("pk"), position=0, state=MediaState.READY)
    texts = NoteVersion.objects.filter(note=OuterRef("pk")).order_by()
    return notes.annotate(
        liked=Value(False) if viewer is None else talk.likes(viewer, "pk"),
        texts_as_of=Subquery(texts.values_list(_AsOf("pk"))),
        picture_as_of=Subquery(first.order_by().values_list(_AsOf("pk"))),
    )


class _AsOf(Func):
    """Of the rows that a column belongs to: another text once one of them was written again. Where
    each lies, and who wrote it: no two writings of a row have both in common, unless four thousand
    million transactions lie between them."""

    output_field = TextField()

    def as_sql(self, compiler: Any, connection: Any, *_: Any, **more: Any) -> tuple[str, Any]:
        """All rows together; in any order, since another order costs no more than another look."""
        column, given = compiler.compile(self.source_expressions[0])
        table = column.rpartition(".")[0]
        return f"string_agg({table}.ctid::text || {table}.xmin::text, ' ')", given


def _rows_of(notes: QuerySet[Note], viewer: Member | None) -> QuerySet[Note, tuple[Any, ...]]:
    return _written(_annotated(notes, viewer), *NOTE, *AUTHOR, *WRITTEN)


def _written(notes: QuerySet[Note], *before: str) -> QuerySet[Note, tuple[Any, ...]]:
    """What is written on the cards of notes, after other columns; of two pictures at the same
    position the older counts."""
    ready = Q(media__position=0, media__state=MediaState.READY)
    return (
        notes.annotate(
            first=FilteredRelation("media", condition=ready), texts=bridge.openings("pk")
        )
        .values_list(*before, "texts", *(f"first__{name}" for name in PICTURE))
        .order_by("pk", "first__id")
        .distinct("pk")
    )


def _contents(unwritten: Any) -> QuerySet[Note, tuple[Any, ...]]:
    return _written(Note.objects.filter(pk__among=unwritten), "pk")


def _row(row: tuple[Any, ...]) -> CardRow:
    mark = row[:MARK]
    texts, stem, *picture, others = row[len(mark) :]
    first = FirstPicture._make((stem, *picture, json.loads(others))) if stem else None
    return CardRow._make((mark, *mark[: -len(WRITTEN)], texts, first))


Rows = Callable[[QuerySet[Note], Member | None], QuerySet[Note, tuple[Any, ...]]]


def _statements(gate: Gate, rows: Rows) -> tuple[Statement, Statement]:
    """For members and for strangers."""

    def of_member(viewer: Member, ids: Any) -> QuerySet[Note, tuple[Any, ...]]:
        return rows(gate(viewer).filter(pk__among=ids), viewer)

    def of_stranger(ids: Any) -> QuerySet[Note, tuple[Any, ...]]:
        return rows(gate(None).filter(pk__among=ids), None)

    return Statement(of_member, "viewer", "ids"), Statement(of_stranger, "ids")


_GATES: tuple[Gate, ...] = (feed_for, visible_to)
_ROWS = {gate: _statements(gate, _rows_of) for gate in _GATES}
_MARKS = {gate: _statements(gate, marked) for gate in _GATES}
_CONTENTS = Statement(_contents, "unwritten")
