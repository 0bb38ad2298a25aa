"""Scene `desk`: a desk by the window: lamp, books, screen, plants."""

from __future__ import annotations

from ...bookshelf import book_row, shelf
from ...cats import cat_curled
from ...colour import darker, lighter
from ...faces import look
from ...outline import ellipse, line, rect, turned
from ...people import bust
from ...potted import potted
from ...room import desk_lamp
from ...sheet import Sheet
from ...surfaces import wall
from ...window import window
from .evening import evening, laptop_front


def desk(s: Sheet) -> None:
    """A desk by the window: lamp, books, screen, plants."""
    u = s.u
    wall(s, s.palette.key_tone(s.between(0.76, 0.9), 0.06))
    left = s.chance(0.5)
    window(s, s.w * (0.08 if left else 0.46), s.h * 0.08, s.w * 0.46, s.h * 0.4)
    board_x = s.w * (0.68 if left else 0.08)
    for row in range(2):
        y = s.h * (0.2 + row * 0.2)
        book_row(s, board_x, y, s.w * 0.25, u * 15)
        shelf(s, board_x - u * 2, y, s.w * 0.25 + u * 4)
    _notes(s, s.w * (0.6 if left else 0.36), s.h * 0.47)
    top = s.h * 0.72
    wood = s.pick([s.palette(0.72, 0.07, 65), s.palette(0.5, 0.07, 50), s.palette(0.9, 0.02, 80)])
    _desk_things(s, top)
    s.shadow(rect(-10, top + u * 4, s.w + 20, u * 4), 0, u * 2, u * 2, 0.4)
    s.fade(rect(-10, top, s.w + 20, u * 6), lighter(wood, 0.2), wood)
    s.fade(rect(0, top + u * 6, s.w, s.h), darker(wood, 0.22), darker(wood, 0.36))
    for index in range(2):
        x = s.w * (0.06 if index == 0 else 0.62)
        drawer = rect(x, top + u * 9, s.w * 0.32, u * 13, u)
        s.fill(drawer, darker(wood, 0.1))
        s.fill(ellipse(x + s.w * 0.16, top + u * 15.5, u * 1.3), s.palette(0.8, 0.1, 85))
    if s.chance(0.5):
        who = look(s)
        bust(s, s.w * 0.48, s.h + u * 8, u * 66, who, face="back")
    evening(s)


def _notes(s: Sheet, x: float, y: float) -> None:
    for index in range(5):
        size = s.u * s.between(6, 8)
        px, py = x + (index % 3) * s.u * 9, y + (index // 3) * s.u * 9
        note = turned(rect(px, py, size, size), s.between(-0.15, 0.15), px, py)
        s.shadow(note, s.u * 0.3, s.u * 0.5, s.u * 0.5, 0.25)
        s.fill(note, s.palette(0.88, 0.11, s.pick([95.0, 10.0, 150.0, 220.0])))
        for row in range(3):
            s.fill(
                rect(
                    px + size * 0.2,
                    py + size * (0.3 + 0.2 * row),
                    size * s.between(0.3, 0.6),
                    size * 0.06,
                ),
                s.palette(0.4, 0.04, 60),
                0.6,
            )


def _desk_things(s: Sheet, y: float) -> None:
    u = s.u
    laptop_front(s, s.w * 0.46, y, u * 40)
    desk_lamp(s, s.w * 0.16, y, u * s.between(38, 46))
    pile = s.w * 0.8
    height = 0.0
    for _ in range(s.pick([3, 4, 5])):
        thick, wide = u * s.between(2.6, 4.4), u * s.between(20, 27)
        tone = s.palette.accent(int(s.rng.integers(3)), s.between(0.45, 0.8), 0.1)
        shift = s.between(-2, 2) * u
        s.fade(
            rect(pile - wide / 2 + shift, y - height - thick, wide, thick, u * 0.6),
            lighter(tone, 0.1),
            darker(tone, 0.12),
        )
        s.fill(
            rect(
                pile - wide / 2 + shift + wide * 0.06,
                y - height - thick * 0.8,
                wide * 0.9,
                thick * 0.6,
            ),
            s.palette(0.95, 0.02, 85),
            0.25,
        )
        height += thick
    if s.chance(0.5):
        potted(s, pile, y - height, u * 20)
    else:
        cat_curled(s, pile, y - height - u * 4.6, u * 24)
    s.fade(
        rect(s.w * 0.27, y - u * 9, u * 7, u * 9, u * 1.4),
        s.palette.accent(2, 0.8, 0.08),
        s.palette.accent(2, 0.65, 0.1),
        0.0,
    )
    for index in range(5):
        px = s.w * 0.27 + u * (1 + index * 1.2)
        s.fill(
            line(px, y - u * 8, px + s.between(-1.5, 1.5) * u, y - u * s.between(14, 18), u * 0.9),
            s.palette.accent(index, 0.6, 0.16),
        )
