"""Cards as HTML, kept by all that they depend on.

Who may see a note, whether they like it, and how its texts stand is asked of the database for every
page (`card_rows.marks_among`); a card that was written for the very same answer, for a reader of
the same languages, is not written again. What differs from page to page is a hole in it.
"""

from __future__ import annotations

import secrets
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from sys import getsizeof
from threading import Lock
from types import MappingProxyType
from typing import Any, NamedTuple

from django.template import engines
from django.utils.translation import get_language

from dukou.site.bridge.reader import Viewer
from dukou.site.notes.queries import feed_for
from dukou.site.reading.card_rows import CardRow, Gate, Mark, marks_among, rows_among
from dukou.site.reading.cards import card_of
from dukou.site.reading.seal import sealed

MOST_BYTES = 32 * 1024 * 1024
NO_ROWS: Mapping[int, CardRow] = MappingProxyType({})
AT_ONCE = 6  # pictures that a browser fetches without waiting until they come near
OVERHEAD_BYTES = 1000  # of a key and its place, roughly

#: What nobody can have written into a note: it is another word in each process.
_HOLES = {name: f"{name}-{secrets.token_hex(12)}" for name in ("page", "slot", "seal", "token")}

#: The mark, the languages of reader and page, and how the card stands in the feed.
Key = tuple[Mark, tuple[str, ...], str | None, bool, bool]
#: The same without the mark.
Look = tuple[tuple[str, ...], str | None, bool, bool]


class WrittenCard(NamedTuple):
    """A note's card at its place of a feed; `seal` is empty where the page is in no log."""

    id: int
    html: str
    page_id: int
    slot: int
    seal: str

    def with_token(self, token: str) -> str:
        """The finished card, with the token that its forms need."""
        given = {"page": self.page_id, "slot": self.slot, "seal": self.seal, "token": token}
        return self.html % given


class KeptCards:
    """The latest written cards, up to so many bytes; shared by a process's threads."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self.most_bytes = most_bytes
        self.bytes = 0
        self._lock = Lock()
        self._cards: OrderedDict[Key, str] = OrderedDict()
        self._notes: dict[Look, Counter[int]] = defaultdict(Counter)

    def unwritten(self, ids: Sequence[int], look: Look) -> list[int]:
        """Those of the notes of which there is no card of this look, whatever their mark."""
        written = self._notes.get(look, ())
        return [note_id for note_id in ids if note_id not in written]

    def get(self, key: Key) -> str | None:
        """The card that was written for this key, if it is still here."""
        with self._lock:
            found = self._cards.get(key)
            if found is not None:
                self._cards.move_to_end(key)
            return found

    def put(self, key: Key, html: str) -> None:
        """Keep a card; those that were not wanted for the longest time make room."""
        with self._lock:
            if key not in self._cards:
                self.bytes += _weight(html)
                self._notes[key[1:]][key[0][0]] += 1
            self._cards[key] = html
            while self.bytes > self.most_bytes:
                self._drop(*self._cards.popitem(last=False))

    def _drop(self, key: Key, html: str) -> None:
        self.bytes -= _weight(html)
        (note_id, *_), written = key[0], self._notes[key[1:]]
        written[note_id] -= 1
        if not written[note_id]:
            del written[note_id]
        if not written:  # readers have many ways to order their languages
            del self._notes[key[1:]]


def _weight(html: str) -> int:
    return getsizeof(html) + OVERHEAD_BYTES


_kept = KeptCards()


def unwritten_among(ids: Sequence[int], viewer: Viewer, *, is_ranked: bool) -> list[int]:
    """Those of a page's notes of which `feed_cards` would find no card, as far as that can be said
    before it is known which of them the viewer may see."""
    language = get_language()
    first = _kept.unwritten(ids[:AT_ONCE], (viewer.reads, language, is_ranked, True))
    return first + _kept.unwritten(ids[AT_ONCE:], (viewer.reads, language, is_ranked, False))


def feed_cards(
    ids: Sequence[int],
    viewer: Viewer,
    *,
    page_id: int = 0,
    is_ranked: bool = False,
    gate: Gate = feed_for,
    marks: Mapping[int, Mark] | None = None,
    rows: Mapping[int, CardRow] = NO_ROWS,
) -> list[WrittenCard]:
    """Cards of these notes in this order; those that the viewer may not see are left out.

    `page_id`: of the log, 0 where the page is in none; `is_ranked`: it says why each note stands
    there. `marks`: what `marks_among` said of them just now, where it was asked already; `rows`:
    what came along with it.
    """
    if marks is None:
        marks = marks_among(list(ids), viewer.member, gate)
    language = get_language()
    keys: dict[int, Key] = {}
    slots = [(slot, note_id) for slot, note_id in enumerate(ids) if note_id in marks]
    for place, (_slot, note_id) in enumerate(slots):
        keys[note_id] = marks[note_id], viewer.reads, language, is_ranked, place < AT_ONCE
    found = {note_id: html for note_id, key in keys.items() if (html := _kept.get(key))}
    missing = [note_id for note_id in keys if note_id not in found]
    if missing:
        found |= _written(missing, keys, rows)
        asked = [note_id for note_id in missing if note_id not in rows]
        if asked:
            found |= _written(asked, keys, rows_among(asked, viewer.member, gate))
    shown = [(slot, note_id) for slot, note_id in slots if note_id in found]
    seals = sealed(page_id, [slot for slot, _note_id in shown]) if page_id else repeat("")
    return [
        WrittenCard(note_id, found[note_id], page_id, slot, seal)
        for (slot, note_id), seal in zip(shown, seals, strict=False)
    ]


def _written(
    missing: Iterable[int], keys: Mapping[int, Key], rows: Mapping[int, CardRow]
) -> dict[int, str]:
    """Cards written now, each kept by the mark that came with what is written on it."""
    found = {}
    for note_id in missing:
        row = rows.get(note_id)
        if row is None:
            continue
        key = row.mark, *keys[note_id][1:]
        found[note_id] = html = _html(row, key)
        _kept.put(key, html)
    return found


def _html(row: CardRow, key: Key) -> str:
    """The card with a place for each hole, as `%` takes it."""
    _mark, reads, language, is_ranked, at_once = key
    card = card_of(row, reads)
    address = f"?page={_HOLES['page']}&slot={_HOLES['slot']}" if is_ranked else ""
    why = f"/why/{_HOLES['page']}/{_HOLES['slot']}" if is_ranked else f"/notes/{card.id}/save"
    given: dict[str, Any] = {
        **{"card": card, "card_url": card.url + address, "why_url": why, "at_once": at_once},
        **{name: hole for name, hole in _HOLES.items() if name != "token"},
        **{"csrf_token": _HOLES["token"], "LANGUAGE_CODE": language},
    }
    html = engines["django"].get_template("notes/_card.html").render(given).replace("%", "%%")
    for name, hole in _HOLES.items():
        html = html.replace(hole, f"%({name})s")
    return html
