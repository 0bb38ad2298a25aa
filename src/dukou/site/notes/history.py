"""What a note said before, step by step, with what each step changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from itertools import groupby

from django.utils.translation import get_language

from dukou.language import tags
from dukou.site.notes.models import Note, NoteEdit, Provenance

#: Words of languages that write spaces, runs of white space, and single characters of the rest.
_TOKENS = re.compile(r"[a-zA-Z0-9\u00c0-\u024f'’]+|\s+|.", re.DOTALL)


@dataclass(frozen=True)
class Piece:
    """Some words that a step kept, added or took away: `same`, `added`, `removed`."""

    kind: str
    words: str


@dataclass(frozen=True)
class Change:
    """What a step changed in one language."""

    lang: str
    dir: str
    language: str
    title: list[Piece]
    body: list[Piece]


@dataclass(frozen=True)
class Step:
    """One edit; `pictures` is how many there were before, where it changed them."""

    at: datetime
    changes: list[Change]
    pictures: int | None


@dataclass(frozen=True)
class History:
    """All edits, last first, and what was published at first."""

    steps: list[Step]
    first: list[Change]


Text = tuple[str, str]


def history_of(note: Note) -> History:
    """The note's edits, from what it says now back to what it said at first."""
    versions = note.versions.filter(provenance=Provenance.AUTHOR)
    said: dict[str, Text] = {version.lang: (version.title, version.body) for version in versions}
    steps = []
    for at, edits in groupby(note.edits.order_by("-at", "id"), key=lambda edit: edit.at):
        steps.append(_step(at, list(edits), said))
    first = [change_of(lang, text, text) for lang, text in said.items() if any(text)]
    return History(steps, first)


def _step(at: datetime, edits: list[NoteEdit], said: dict[str, Text]) -> Step:
    """The step from what the edits remember to `said`, which is taken back to that."""
    changes = []
    for edit in edits:
        before, after = (edit.title, edit.body), said.get(edit.lang, ("", ""))
        if before != after:
            changes.append(change_of(edit.lang, before, after))
        said[edit.lang] = before
    return Step(at, changes, edits[0].pictures)


def change_of(lang: str, before: Text, after: Text) -> Change:
    """Title and body before and after, compared word by word."""
    return Change(
        lang=lang,
        dir=tags.direction(lang),
        language=tags.name(lang, shown_in=get_language() or "en"),
        title=list(compared(before[0], after[0])),
        body=list(compared(before[1], after[1])),
    )


def compared(before: str, after: str) -> Iterable[Piece]:
    """The words of both texts in order, each marked as kept, added or removed."""
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    for _, i, j, k, m in SequenceMatcher(None, old, new).get_opcodes():
        removed, added = "".join(old[i:j]), "".join(new[k:m])
        if removed == added:
            yield Piece("same", removed)
            continue
        if removed:
            yield Piece("removed", removed)
        if added:
            yield Piece("added", added)
