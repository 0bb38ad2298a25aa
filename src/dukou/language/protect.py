"""Hide from an engine what must not be translated, and put it back exactly once.

Engines damage @ and #, drop emoji and translate people's names. So pieces at the edges of a text
are taken off, and those inside become marks such as ⟦1⟧ that an engine carries along. If a mark is
lost, doubled or invented, the output is worthless and `LostPiece` says so; the text can then be
translated in the stretches between its pieces. Terms are hidden in the same way and come back in
the form that they have in the target language.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from dukou.language.pieces import Piece, find_pieces

#: Writes the mark for piece number n, counted from 1.
Marker = Callable[[int], str]

_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: Part of what is said: taken off the edge of a sentence they would leave a hole in it.
_SPOKEN = frozenset({"name", "term", "price", "time", "measure"})
#: Engines often bring these back as they are, in a better sentence than around a mark.
VISIBLE = frozenset({"price", "time", "measure"})
#: These swallow letters that touch them.
_GREEDY = frozenset({"mention", "tag", "link", "email"})
#: Readable addresses of other people and places: none may appear or vanish.
_COUNTED = frozenset({"mention", "tag", "link", "email", "sticker", "emoji"})
_CLOSING = frozenset(".,!?;:)]}%…。，！？；：、）】》」』~～'\"”’")
_OPENING = frozenset("([{（【《「『“‘'\"")


class LostPiece(Exception):
    """An engine did not bring every mark back exactly once."""

    def __init__(self, mark: str, found: int) -> None:
        self.mark, self.found = mark, found
        super().__init__(f"mark {mark} came back {found} times, expected once")


def lettered(number: int) -> str:
    """A mark for engines whose vocabulary lacks brackets: they carry it along as a name."""
    return f"QZ{number}Q"


def bracketed(number: int) -> str:
    """The usual mark: ⟦1⟧. Nobody types these brackets."""
    return f"⟦{number}⟧"


@dataclass(frozen=True, slots=True)
class Protected:
    """A text in an engine's hands: only `masked` is shown to it.

    `head` and `tail` are what was taken off the edges, `pieces` what the marks stand for, `gaps`
    the stretches of language between the pieces, `shown` the pieces that the engine sees.
    """

    head: str
    masked: str
    tail: str
    pieces: tuple[str, ...]
    marks: tuple[str, ...]
    gaps: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()

    def kept(self, output: str) -> bool:
        """Whether the output has all pieces that the engine was shown, as often as the text."""
        if not self.shown:
            return True
        whole = self.as_it_was()
        return all(output.count(piece) == whole.count(piece) for piece in self.shown)

    def restore(self, output: str) -> str:
        """The engine's output with all pieces in place, or raise `LostPiece`."""
        for mark in self.marks:
            if output.count(mark) != 1:
                raise LostPiece(mark, output.count(mark))
        invented = _stray_marks(output, self.marks)
        if invented:
            raise LostPiece(invented, 0)
        for mark, piece, kind in zip(self.marks, self.pieces, self.kinds, strict=True):
            before, _, after = output.partition(mark)
            output = _joined(before, piece, after, kind)
        return self._whole(output.strip())

    def join(self, outputs: Iterable[str]) -> str:
        """The text from translations of its `gaps`, one for each: pieces stay where they were."""
        parts = list(outputs)
        whole = parts[0].rstrip()
        for piece, kind, part in zip(self.pieces, self.kinds, parts[1:], strict=True):
            part = part.strip()
            after = part if part[:1] in _CLOSING or not part else f" {part}"
            whole = _joined(f"{whole} " if whole else "", piece, after, kind)
        return self._whole(whole.strip())

    def as_it_was(self) -> str:
        """The text itself, terms in the form of the target."""
        whole = self.gaps[0]
        for piece, kind, gap in zip(self.pieces, self.kinds, self.gaps[1:], strict=True):
            whole = _joined(whole, piece, gap, kind) if kind == "term" else f"{whole}{piece}{gap}"
        return f"{self.head}{whole}{self.tail}"

    def _whole(self, inner: str) -> str:
        """Between head and tail, all pieces of other people and places as often as before."""
        whole = self._framed(inner)
        found, expected = _counted(whole), _counted(self.as_it_was())
        for piece in found | expected:
            if found[piece] != expected[piece]:
                raise LostPiece(piece, found[piece])
        return whole

    def _framed(self, inner: str) -> str:
        """Between head and tail, which in Chinese may have stood without a space."""
        before = " " if self.head and not self.head[-1].isspace() and _is_ascii(inner[:1]) else ""
        after = " " if self.tail and not self.tail[0].isspace() and _is_ascii(inner[-1:]) else ""
        return f"{self.head}{before}{inner}{after}{self.tail}"


def protect(
    text: str,
    *,
    names: Iterable[str] = (),
    terms: Mapping[str, str] | None = None,
    marker: Marker = bracketed,
    visible: Collection[str] = (),
) -> Protected:
    """The text with its pieces hidden.

    Direction marks are left out for good: in a translation they would turn other text around.

    Args:
        names: words that must stay as they are.
        terms: words that come back as others, by the words in the text; in any capitals.
        visible: kinds of pieces that the engine may see; `kept` says whether it left them alone.
    """
    text = _DIRECTION.sub("", text)
    terms = terms or {}
    found = list(find_pieces(text, names=names, terms=terms))
    pieces = [piece for piece in found if piece.kind not in visible]
    start, end = _inner(text, pieces)
    inner = [piece for piece in pieces if start <= piece.start and piece.end <= end]
    marks = tuple(_free_marks(text, marker, len(inner)))
    gaps, masked, place = [], [], start
    for piece, mark in zip(inner, marks, strict=True):
        gaps.append(text[place : piece.start])
        masked += [text[place : piece.start], mark]
        place = piece.end
    gaps.append(text[place:end])
    return Protected(
        head=text[:start],
        masked="".join([*masked, text[place:end]]),
        tail=text[end:],
        pieces=tuple(_shown(piece, terms) for piece in inner),
        marks=marks,
        gaps=tuple(gaps),
        kinds=tuple(piece.kind for piece in inner),
        shown=tuple(piece.text for piece in found if piece.kind in visible),
    )


def _shown(piece: Piece, terms: Mapping[str, str]) -> str:
    """What stands for the piece in the target language."""
    if piece.kind != "term":
        return piece.text
    if piece.text in terms:
        return terms[piece.text]
    lowered = {term.casefold(): form for term, form in terms.items()}
    return lowered.get(piece.text.casefold(), piece.text)


def _inner(text: str, pieces: list[Piece]) -> tuple[int, int]:
    """Where the text begins and ends once silent pieces and blanks at its edges are taken off."""
    start, end = _skip_blanks(text, 0), len(text.rstrip())
    for piece in pieces:
        if piece.start != start or piece.kind in _SPOKEN:
            break
        start = _skip_blanks(text, piece.end)
    for piece in reversed(pieces):
        if piece.end != end or piece.start < start or piece.kind in _SPOKEN:
            break
        end = len(text[: piece.start].rstrip())
    return (start, end) if start < end else (len(text), len(text))


def _skip_blanks(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _free_marks(text: str, marker: Marker, count: int) -> Iterable[str]:
    """Marks that the text itself does not contain, so that restoring can't go wrong."""
    number = 0
    for _ in range(count):
        number += 1
        while marker(number) in text:
            number += 1
        yield marker(number)


def _stray_marks(output: str, marks: tuple[str, ...]) -> str:
    """A bracket that belongs to no mark and was not in the source, or nothing."""
    for mark in marks:
        output = output.replace(mark, "")
    return next((char for char in output if char in "⟦⟧"), "") if marks else ""


def _counted(text: str) -> Counter[str]:
    return Counter(piece.text for piece in find_pieces(text) if piece.kind in _COUNTED)


def _joined(before: str, piece: str, after: str, kind: str) -> str:
    """A piece between its neighbours, with a space where it would run into them."""
    if before.endswith(" ") and piece[:1] in _CLOSING and kind not in {"kaomoji", "sticker"}:
        before = before.rstrip()
    gap = " " if _touches(before[-1:], piece[:1], kind) else ""
    return f"{before}{gap}{piece}{' ' if _follows(after[:1], piece, kind) else ''}{after}"


def _touches(before: str, first: str, kind: str) -> bool:
    if not before or before.isspace() or before in _OPENING:
        return False
    if kind in _GREEDY:
        return True
    return before.isascii() and before.isalnum() and first.isalnum()


def _follows(after: str, piece: str, kind: str) -> bool:
    if not after or after.isspace() or after in _CLOSING:
        return False
    if kind in _GREEDY:
        return True
    return after.isascii() and after.isalnum() and piece[-1:].isalnum()


def _is_ascii(char: str) -> bool:
    return char != "" and char.isascii()
