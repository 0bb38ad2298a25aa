"""A text card as a picture, for link previews; the page itself shows it as HTML and CSS."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageDraw

from dukou.site.notes.card_papers import PAPERS, Room
from dukou.site.notes.card_text import Face, balanced, clean, cut, lines, measure, write

Lines = list[str]


def draw_card(
    design: str, title: str, body: str, lang: str, size: tuple[int, int] = (1080, 1440)
) -> Image.Image:
    """The card's picture. An unknown design is drawn as a letter; any text can be drawn.

    Titles shrink a little before they are cut; words are cut where the paper ends.
    """
    paper, room = PAPERS.get(design, PAPERS["letter"])(size)
    q = size[0] / 100
    loose = 1.0 if _is_chinese(lang) else 0.92
    title, body = clean(title, 120), clean(body)
    pen = _Pen(ImageDraw.Draw(paper), room, q)
    title_face, title_lines = _title(title, room, q, short=not body)
    words_face = Face(round(room.words * loose * q), room.serif)
    if room.tear is not None:
        _set_ticket(pen, room.tear, title_face, title_lines, words_face, body)
        return paper
    leading = _leading(title_face, room, q)
    space = (room.bottom - room.top) * q - len(title_lines) * leading
    gap = _gap(room, q) if title_lines and body else 0.0
    most = max(0, int((space - gap) // (room.leading * q)))
    words = cut(lines(body, words_face, _width(room, q)), words_face, _width(room, q), most)
    tall = len(title_lines) * leading + gap + len(words) * room.leading * q
    top = room.bottom * q - tall if room.at_foot else room.top * q
    below = pen.set(title_lines, title_face, top, leading, room.ink)
    pen.set(words, words_face, below + gap, room.leading * q, room.words_ink)
    return paper


def _title(title: str, room: Room, q: float, *, short: bool) -> tuple[Face, Lines]:
    """The title as large as its lines allow; a card without words has it larger."""
    width = _width(room, q)
    most = room.most_title + (2 if short else 0)
    largest = room.title * (1.2 if short and room.grid is None else 1.0)
    for share in (1.0, 0.92, 0.84, 0.76):
        face = Face(round(largest * share * q), room.serif, bold=True)
        found = balanced(title, face, width) if title else []
        if len(found) <= most:
            return face, found
    return face, cut(lines(title, face, width), face, width, most)


@dataclass(frozen=True)
class _Pen:
    """What writing a block of lines needs."""

    draw: ImageDraw.ImageDraw
    room: Room
    q: float

    def set(self, found: Lines, face: Face, top: float, leading: float, colour: str) -> float:
        """Write the lines below `top`; gives the height where they end."""
        for line in found:
            top += leading
            x = self.room.left * self.q
            base = top - leading * 0.24
            if self.room.middle:
                x += (_width(self.room, self.q) - measure(line, face)) / 2
                write(self.draw, line, x + self.q * 0.25, base + self.q * 0.3, face, "#10131a")
            write(self.draw, line, x, base, face, colour)
        return top


def _set_ticket(
    pen: _Pen, tear: float, face: Face, title: Lines, words_face: Face, body: str
) -> None:
    """The title in the middle above the tear, the words below it."""
    room, q = pen.room, pen.q
    tear *= q
    leading = _leading(face, room, q)
    middle = (room.top * q + tear) / 2
    pen.set(title, face, middle - len(title) * leading / 2, leading, room.ink)
    most = max(0, int((room.bottom * q - tear - 4 * q) // (room.leading * q)))
    width = _width(room, q)
    words = cut(lines(body, words_face, width), words_face, width, most)
    pen.set(words, words_face, tear + 5 * q, room.leading * q, room.words_ink)


def _leading(face: Face, room: Room, q: float) -> float:
    return room.grid * q if room.grid else face.size * 1.34


def _gap(room: Room, q: float) -> float:
    return room.grid * q if room.grid else 4.5 * q


def _width(room: Room, q: float) -> float:
    return (room.right - room.left) * q


def _is_chinese(lang: str) -> bool:
    return lang.split("-")[0] in ("zh", "ja")
