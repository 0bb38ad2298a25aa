"""Scene `beads`: fuse beads: a picture growing on its peg board, trays of colours."""

from __future__ import annotations

from ...colour import Rgb, darker
from ...faces import look
from ...light import daylight
from ...outline import (
    ellipse,
    line,
    rect,
    spot,
    turned,
    turning,
)
from ...people import hand
from ...sheet import Sheet
from ...surfaces import tabletop
from ...tableware import dish

_CHARTS: dict[str, list[str]] = {
    "cat": [
        "k......k",
        "kk....kk",
        "kwkkkkwk",
        "kwwwwwwk",
        "kwewwewk",
        "kwwppwwk",
        ".kwwwwk.",
        "..kkkk..",
    ],
    "heart": [".rr..rr.", "rrrrrrrr", "rwrrrrrr", "rrrrrrrr", ".rrrrrr.", "..rrrr..", "...rr..."],
    "berry": [
        "..g..g..",
        "...gg...",
        ".rrrrrr.",
        "rryrrryr",
        "rrrryrrr",
        ".ryrrrr.",
        "..rryr..",
        "...rr...",
    ],
    "star": ["...yy...", "...yy...", "yyyyyyyy", ".yyeyye.", "..yyyy..", ".yyyyyy.", ".yy..yy."],
    "flower": [
        ".pp..pp.",
        "pppppppp",
        "ppyyyypp",
        ".pyyyyp.",
        ".pyyyyp.",
        "ppyyyypp",
        "pppppppp",
        ".pp..pp.",
    ],
    "fish": ["...bb...", "b.bbbb..", "bbbwbeb.", "bbbbbbbb", "b.bbbb..", "...bb..."],
}


def beads(s: Sheet) -> None:
    """Fuse beads: a picture growing on its peg board, trays of colours."""
    u = s.u
    tabletop(s)
    x, y, turn = s.w * s.between(0.44, 0.56), s.h * s.between(0.44, 0.52), s.between(-0.1, 0.1)
    board = u * 66
    place = turning(turn, x, y)
    plate = place(rect(x - board / 2, y - board / 2, board, board, u * 2))
    s.shadow(plate, u, u * 2, u * 2, 0.4)
    s.fade(plate, s.palette(0.97, 0.01, 230), s.palette(0.9, 0.015, 230), 1)
    tones = {"k": s.palette.light(0.25, 0.02, 40), "w": s.palette.light(0.97, 0.01, 85), "e": s.palette.light(0.2, 0.02, 40), "p": s.palette.light(0.8, 0.11, 10), "r": s.palette.light(0.6, 0.21, 25), "g": s.palette.light(0.62, 0.15, 140), "y": s.palette.light(0.87, 0.15, 90), "b": s.palette.light(0.65, 0.14, 245)}  # fmt: skip
    size = 20
    chart = _CHARTS[s.pick(sorted(_CHARTS))]
    scale, height = 2, len(chart)
    cell = board * 0.92 / size
    undone = s.between(0.0, 0.3)
    for row in range(size):
        for column in range(size):
            px, py = spot(
                place,
                x - board * 0.46 + cell * (column + 0.5),
                y - board * 0.46 + cell * (row + 0.5),
            )
            cy, cx = (
                (row - (size - height * scale) // 2) // scale,
                (column - (size - 8 * scale) // 2) // scale,
            )
            mark = (
                chart[cy][cx]
                if 0 <= cy < height
                and 0 <= cx < 8
                and row >= (size - height * scale) // 2
                and column >= (size - 8 * scale) // 2
                else "."
            )
            if mark in tones and (row + column / size) / size < 1 - undone * 0.6:
                _bead(s, px, py, cell * 0.47, tones[mark])
            else:
                s.fill(ellipse(px, py, cell * 0.13), s.palette(0.82, 0.015, 230))
    for index in range(5):
        px = s.w * (0.12 + 0.19 * index)
        dish(s, px, s.h * 0.92, u * 9.4, s.palette(0.97, 0.01, 85), 0.84, "none")
        for _ in range(26):
            _bead(
                s,
                px + s.rng.normal(0, u * 2.6),
                s.h * 0.92 + s.rng.normal(0, u * 2.6),
                u * 1.5,
                list(tones.values())[index % 8 if index != 2 else 6],
            )
    for _ in range(26):
        _bead(s, s.between(0, s.w), s.between(0, s.h), u * 1.5, s.pick(list(tones.values())))
    tweezers = [
        turned(
            line(s.w * 0.9, s.h * 0.2, s.w * 0.9 - u * 4 * side, s.h * 0.2 + u * 38, u * 1.4),
            0.3 + side * 0.04,
            s.w * 0.9,
            s.h * 0.2,
        )
        for side in (-1, 1)
    ]
    s.shadow(tweezers, u * 0.6, u, u, 0.4)
    for part in tweezers:
        s.fill(part, s.palette(0.78, 0.02, 250))
    if s.chance(0.5):
        hand(s, s.w * 0.72, s.h * 0.62, u * 10, -2.5, look(s).skin, s.palette.accent(1, 0.7, 0.1))
    daylight(s)


def _bead(s: Sheet, x: float, y: float, r: float, tone: Rgb) -> None:
    s.fill(ellipse(x + r * 0.1, y + r * 0.18, r), darker(tone, 0.45), 0.6)
    s.fill(ellipse(x, y, r), tone)
    s.fill(ellipse(x, y, r * 0.42), darker(tone, 0.38))
    s.fill(ellipse(x - r * 0.45, y - r * 0.45, r * 0.18), (255, 255, 255), 0.7)
