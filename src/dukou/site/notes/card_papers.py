"""The six papers that a text card is drawn on, and where each leaves room for words.

They follow static/css/text-card.css; `q` is a hundredth of the width, as `cqi` there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Size = tuple[int, int]


@dataclass(frozen=True)
class Room:
    """Where the words go, in hundredths of the width from the top left, and how they look."""

    left: float
    top: float
    right: float
    bottom: float
    title: float
    words: float
    leading: float
    ink: str
    words_ink: str
    serif: bool = False
    middle: bool = False
    at_foot: bool = False
    grid: float | None = None
    most_title: int = 3
    tear: float | None = None


def letter(size: Size) -> tuple[Image.Image, Room]:
    """Ruled writing paper with a red margin."""
    width, height = size
    q = width / 100
    paper = Image.new("RGB", size, "#fbf6ec")
    draw = ImageDraw.Draw(paper)
    y = 9 * q + 11.2 * q
    while y < height:
        draw.line([(0, y), (width, y)], "#d9dbd7", max(1, round(q * 0.14)))
        y += 11.2 * q
    draw.line([(11 * q, 0), (11 * q, height)], "#eab4ad", max(1, round(q * 0.16)))
    return paper, Room(
        15, 9, 92, height / q - 8, 9.2, 7, 11.2, "#291f18", "#463c34", serif=True, grid=11.2
    )


def sticky(size: Size) -> tuple[Image.Image, Room]:
    """A yellow note held by a strip of tape, its shadow on the wall."""
    width, height = size
    q = width / 100
    board = Image.new("RGB", size, "#f1e7d2")
    top = (height - 108 * q) / 2
    note = Image.new("L", size)
    ImageDraw.Draw(note).rectangle([8 * q, top, 92 * q, top + 108 * q], 255)
    note = note.rotate(1.2, Image.Resampling.BICUBIC)
    shadow = ImageChops.offset(note, 0, round(3 * q)).filter(ImageFilter.GaussianBlur(3 * q))
    board.paste("#b9a982", mask=shadow.point(lambda value: value * 0.55))
    board.paste(_gradient(size, ["#fbe991", "#f8d96f"]), mask=note)
    tape = Image.new("L", size)
    ImageDraw.Draw(tape).rectangle([36 * q, top - 4 * q, 64 * q, top + 4 * q], 150)
    board.paste("#fffdf4", mask=tape.rotate(-2, Image.Resampling.BICUBIC, center=(50 * q, top)))
    return board, Room(16, top / q + 12, 84, top / q + 100, 9, 6.6, 10.2, "#342611", "#4a3a22")


def chalkboard(size: Size) -> tuple[Image.Image, Room]:
    """Slate in a wooden frame, with traces of what was wiped off."""
    width, height = size
    q = width / 100
    board = Image.new("RGB", size, "#293d34")
    smudge = Image.new("L", size)
    draw = ImageDraw.Draw(smudge)
    draw.ellipse([-40 * q, -10 * q, 80 * q, 60 * q], 26)
    draw.ellipse([40 * q, height - 70 * q, 130 * q, height], 20)
    board.paste("#ffffff", mask=smudge.filter(ImageFilter.GaussianBlur(14 * q)))
    draw = ImageDraw.Draw(board)
    edge = round(2.6 * q)
    draw.rectangle([0, 0, width, edge], "#8e6945")
    draw.rectangle([0, 0, edge, height], "#8e6945")
    draw.rectangle([width - edge, 0, width, height], "#8e6945")
    draw.rectangle([0, height - 2 * edge, width, height], "#8e6945")
    for left, run, colour in ((12, 8, "#f2f2eb"), (24, 6, "#e7d17a"), (33, 5, "#d5857e")):
        box = [left * q, height - 2 * edge - 1.8 * q, (left + run) * q, height - 2 * edge]
        draw.rounded_rectangle(box, q * 0.9, colour)
    return board, Room(11, 12, 89, height / q - 14, 10.8, 7, 11.2, "#f2f2eb", "#dcdfd7", serif=True)


def subtitle(size: Size) -> tuple[Image.Image, Room]:
    """A still of a film at dusk, the line at its foot."""
    width, height = size
    q = width / 100
    still = _gradient(
        size, ["#304168", "#5a476f", "#834d7e", "#c26b4c", "#172a41", "#0c1723"], upright=True
    )
    sun = Image.new("L", size)
    middle = (72 * q, height * 0.36)
    ImageDraw.Draw(sun).ellipse(
        [middle[0] - 13 * q, middle[1] - 13 * q, middle[0] + 13 * q, middle[1] + 13 * q], 235
    )
    still.paste("#f9b379", mask=sun.filter(ImageFilter.GaussianBlur(9 * q)))
    still.paste(
        "#ffd9a8",
        mask=sun.resize(size).filter(ImageFilter.GaussianBlur(q)).point(lambda value: value * 0.5),
    )
    draw = ImageDraw.Draw(still)
    bar = 16 * q
    draw.rectangle([0, 0, width, bar], "#020306")
    draw.rectangle([0, height - bar, width, height], "#020306")
    return still, Room(
        7, 24, 93, height / q - 22, 8.6, 6, 9, "#fbfbfb", "#f8e9a3", middle=True, at_foot=True
    )


def ticket(size: Size) -> tuple[Image.Image, Room]:
    """A ticket with a perforated stub."""
    width, height = size
    q = width / 100
    ground = Image.new("RGB", size, "#097689")
    mask = Image.new("L", size)
    draw = ImageDraw.Draw(mask)
    draw.rounded_rectangle([8 * q, 8 * q, 92 * q, height - 8 * q], 4 * q, 255)
    tear = 8 * q + (height - 16 * q) * 0.66
    for x in (8 * q, 92 * q):
        draw.ellipse([x - 4.6 * q, tear - 4.6 * q, x + 4.6 * q, tear + 4.6 * q], 0)
    shadow = ImageChops.offset(mask, 0, round(2 * q)).filter(ImageFilter.GaussianBlur(2.4 * q))
    ground.paste("#065463", mask=shadow.point(lambda value: value * 0.6))
    ground.paste("#faf7ee", mask=mask)
    draw = ImageDraw.Draw(ground)
    x = 15 * q
    while x < 84 * q:
        draw.line([(x, tear), (x + 2 * q, tear)], "#7db3bd", max(1, round(q * 0.7)))
        x += 4 * q
    for index in range(34):
        bar = 15 * q + index * 2.05 * q
        thick = q * (0.5 if index * 7 % 5 < 2 else 1.1)
        draw.rectangle([bar, height - 20 * q, bar + thick, height - 14 * q], "#0b3a49")
    return ground, Room(
        15.5,
        15,
        84.5,
        height / q - 23,
        9.6,
        6,
        9,
        "#072a3b",
        "#29485a",
        tear=tear / q,
        most_title=4,
    )


def ink(size: Size) -> tuple[Image.Image, Room]:
    """Washed mountains under a pale sky, a red seal."""
    width, height = size
    q = width / 100
    paper = _gradient(size, ["#f5f3ef", "#f5f3ef", "#dfe3e4"], upright=True)
    hills = (
        ((40, 118), (108, 150), "#82878c", 0.5), ((-30, 112), (52, 146), "#494e52", 0.55),
        ((20, 122), (96, 152), "#494e52", 0.6), ((-20, 124), (40, 156), "#2a2e33", 0.8),
    )  # fmt: skip
    foot = height / q - 133.3
    for (left, top), (right, bottom), colour, strength in hills:
        wash = Image.new("L", size)
        ImageDraw.Draw(wash).ellipse(
            [left * q, (top + foot) * q, right * q, (bottom + foot) * q], 255
        )
        soft = wash.filter(ImageFilter.GaussianBlur(1.7 * q))
        paper.paste(colour, mask=soft.point(lambda value, share=strength: value * share))
    seal = (82 * q, height - 18 * q)
    draw = ImageDraw.Draw(paper)
    draw.rounded_rectangle(
        [seal[0] - 4 * q, seal[1] - 4 * q, seal[0] + 4 * q, seal[1] + 4 * q], q, "#de3c37"
    )
    draw.line(
        [(seal[0] - 1.8 * q, seal[1] - 2 * q), (seal[0] - 1.8 * q, seal[1] + 2 * q)],
        "#f5f3ef",
        max(1, round(q * 0.7)),
    )
    draw.line(
        [(seal[0] + 1.8 * q, seal[1] - 2 * q), (seal[0] + 1.8 * q, seal[1] + 2 * q)],
        "#f5f3ef",
        max(1, round(q * 0.7)),
    )
    draw.line(
        [(seal[0] - 1.8 * q, seal[1]), (seal[0] + 1.8 * q, seal[1])],
        "#f5f3ef",
        max(1, round(q * 0.7)),
    )
    return paper, Room(
        8.5, 13, 91.5, height / q - 30, 10.8, 7, 11.2, "#1c1f24", "#3b3f45", serif=True
    )


def _gradient(size: Size, colours: list[str], *, upright: bool = False) -> Image.Image:
    """The colours from top (or top left) to bottom, evenly spread."""
    strip = Image.new("RGB", (1 if upright else len(colours), len(colours)))
    for index, colour in enumerate(colours):
        strip.paste(colour, (0, index, strip.width, index + 1))
    return strip.resize(size, Image.Resampling.BICUBIC)


PAPERS: dict[str, Callable[[Size], tuple[Image.Image, Room]]] = {
    "letter": letter,
    "sticky": sticky,
    "chalkboard": chalkboard,
    "subtitle": subtitle,
    "ticket": ticket,
    "ink": ink,
}
