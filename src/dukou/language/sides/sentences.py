"""The sentences of a text, with their places in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dukou.language.pieces import find_pieces

_END = re.compile(
    r"[。！？!?…]+[」』”’\"')）]*"
    r"|(?<![A-Z])(?<!\b[Dd]r)(?<!\bM[rs])(?<!\bMrs)(?<!\bvs)(?<!\be\.g)(?<!\bi\.e)(?<!\bSt)"
    r"\.+[」』”’\"')）]*(?=\s|$)"
    r"|\n+"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text[start:end]` of the text that it stands in, blanks at the edges left out."""

    start: int
    end: int
    text: str


def sentences(text: str) -> list[Sentence]:
    """The text cut at the ends of lines and sentences, never within a link, a price or a name.

    What has no letter and no digit (a row of emoji) belongs to no sentence.
    """
    closed = [(piece.start, piece.end) for piece in find_pieces(text)]
    found, start = [], 0
    for end in _ends(text):
        if any(first < end < last for first, last in closed):
            continue
        found += list(_sentence(text, start, end))
        start = end
    return [*found, *_sentence(text, start, len(text))]


def _ends(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        yield match.end()


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    said = text[start:end]
    inner = said.strip()
    if any(map(str.isalnum, inner)):
        first = start + len(said) - len(said.lstrip())
        yield Sentence(first, first + len(inner), inner)
