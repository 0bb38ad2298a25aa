"""Hide from an engine what must not be translated, and put it back exactly once.

Engines damage @ and #, drop emoji and translate people's names. So pieces at the edges of a text
are taken off, and those inside become marks such as ⟦1⟧ that an engine carries along. If a mark is
lost, doubled or invented, the output is worthless and `LostPiece` says so; the text can then be
translated in the stretches between its pieces.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dukou.language.pieces import Piece, find_pieces

#: Writes the mark for piece number n, counted from 1.
Marker = Callable[[int], str]

_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class LostPiece(Exception):
    """An engine did not bring every mark back exactly once."""

    def __init__(self, mark: str, found: int) -> None:
        self.mark, self.found = mark, found
        super().__init__(f"mark {mark} came back {found} times, expected once")


def bracketed(number: int) -> str:
    """The usual mark: ⟦1⟧. Nobody types these brackets."""
    return f"⟦{number}⟧"


@dataclass(frozen=True, slots=True)
class Protected:
    """A text in an engine's hands: only `masked` is shown to it.

    `head` and `tail` are what was taken off the edges, `pieces` what the marks stand for, `gaps`
    the stretches of language between the pieces.
    """

    head: str
    masked: str
    tail: str
    pieces: tuple[str, ...]
    marks: tuple[str, ...]
    gaps: tuple[str, ...]

    def restore(self, output: str) -> str:
        """The engine's output with all pieces in place, or raise `LostPiece`."""
        for mark in self.marks:
            if output.count(mark) != 1:
                raise LostPiece(mark, output.count(mark))
        invented = _stray_marks(output, self.marks)
        if invented:
            raise LostPiece(invented, 0)
        for mark, piece in zip(self.marks, self.pieces, strict=True):
            before, _, after = output.partition(mark)
            output = f"{_spaced(before, piece)}{piece}{after}"
        return self._framed(output.strip())

    def join(self, outputs: Iterable[str]) -> str:
        """The text from translations of its `gaps`, one for each: pieces stay where they were."""
        parts = [output.strip() for output in outputs]
        whole = parts[0]
        for piece, part in zip(self.pieces, parts[1:], strict=True):
            whole = " ".join(filter(None, (whole, piece, part)))
        return self._framed(whole)

    def _framed(self, inner: str) -> str:
        """Between head and tail, which in Chinese may have stood without a space."""
        before = " " if self.head and not self.head[-1].isspace() and _is_ascii(inner[:1]) else ""
        after = " " if self.tail and not self.tail[0].isspace() and _is_ascii(inner[-1:]) else ""
        return f"{self.head}{before}{inner}{after}{self.tail}"


def protect(text: str, *, names: Iterable[str] = (), marker: Marker = bracketed) -> Protected:
    """The text with its pieces hidden; `names` are words that must stay as they are.

    Direction marks are left out for good: in a translation they would turn other text around.
    """
    text = _DIRECTION.sub("", text)
    pieces = list(find_pieces(text, names=names))
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
        pieces=tuple(piece.text for piece in inner),
        marks=marks,
        gaps=tuple(gaps),
    )


def _inner(text: str, pieces: list[Piece]) -> tuple[int, int]:
    """Where the text begins and ends once pieces and blanks at its edges are taken off."""
    start, end = _skip_blanks(text, 0), len(text.rstrip())
    for piece in pieces:
        if piece.start != start:
            break
        start = _skip_blanks(text, piece.end)
    for piece in reversed(pieces):
        if piece.end != end or piece.start < start:
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


def _is_ascii(char: str) -> bool:
    return char != "" and char.isascii()


def _spaced(before: str, piece: str) -> str:
    """Latin text needs a space before a word that is put back in."""
    touches = before[-1:].isalnum() and before[-1:].isascii() and piece[:1].isalnum()
    return f"{before} " if touches else before
