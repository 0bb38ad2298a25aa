"""Books: upright in rows, flat on a table, open."""

from __future__ import annotations

from math import pi

import numpy as np

from .colour import Rgb, darker, lighter, mix
from .outline import curve, ellipse, leaf, line, rect, turned, turning
from .potted import potted
from .sheet import Sheet


def book_upright(s: Sheet, x: float, y: float, w: float, h: float, lean: float = 0.0) -> None:
    """The back of a book that stands at (x, y)."""
    tone = s.palette(
        s.between(0.3, 0.85),
        s.between(0.03, 0.13),
        s.pick([*s.palette.accents, s.palette.key, 60.0, 250.0]),
    )
    turn = turning(lean, x + w, y)
    s.fade(
        turn(rect(x, y - h, w, h, s.u * 0.3)),
        lighter(tone, 0.1),
        darker(tone, 0.14),
        0.0,
    )
    mark = mix(tone, (255, 255, 255) if sum(tone) < 420 else (40, 30, 30), 0.65)
    kind = s.pick(["bands", "label", "title", "title"])
    if kind == "bands":
        for place in (0.12, 0.18, 0.84):
            s.fill(turn(rect(x, y - h * (1 - place), w, h * 0.02)), mark)
    elif kind == "label":
        s.fill(turn(rect(x + w * 0.18, y - h * 0.8, w * 0.64, h * 0.3, s.u * 0.2)), mark)
    else:
        s.fill(turn(rect(x + w * 0.42, y - h * 0.8, w * 0.16, h * s.between(0.25, 0.5))), mark, 0.9)


def book_row(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    """Books along a shelf from x to x + w, standing on height y."""
    at = x
    while at < x + w - s.u:
        wide = s.u * s.between(1.6, 4.2)
        if at + wide > x + w:
            break
        if s.chance(0.05):
            potted(s, at + s.u * 4, y, h * s.between(0.7, 1.0))
            at += s.u * 9
            continue
        lean = -0.16 if s.chance(0.06) else 0.0
        book_upright(s, at, y, wide, h * s.between(0.66, 0.96), lean)
        at += wide + s.u * (0.15 if not lean else 1.4)


def shelf(
    s: Sheet, x: float, y: float, w: float, tone: Rgb | None = None, thick: float = 1.6
) -> None:
    """A board at height y."""
    tone = tone or s.palette(0.55, 0.08, 58)
    board = rect(x, y, w, s.u * thick, s.u * 0.3)
    s.shadow(board, 0, s.u * 1.5, s.u * 1.4, 0.35)
    s.fade(board, lighter(tone, 0.15), darker(tone, 0.15))


def book_flat(s: Sheet, x: float, y: float, w: float, h: float, turn: float) -> None:
    """A closed book lying on a table, seen from above, around (x, y)."""
    tone = s.palette(
        s.between(0.4, 0.8), s.between(0.05, 0.13), s.pick([*s.palette.accents, s.palette.key])
    )
    cover = turned(rect(x - w / 2, y - h / 2, w, h, s.u * 0.8), turn, x, y)
    pages = turned(rect(x - w / 2 + s.u, y - h / 2 + s.u, w, h, s.u * 0.5), turn, x, y)
    s.shadow(cover, s.u, s.u * 2, s.u * 1.4, 0.4)
    s.fill(pages, s.palette(0.95, 0.02, 85))
    s.fade(cover, lighter(tone, 0.12), darker(tone, 0.1), turn + 1)
    mark = mix(tone, (255, 255, 255) if sum(tone) < 430 else (40, 30, 40), 0.7)
    kind = s.pick(["frame", "sun", "lines", "leaf"])
    if kind == "frame":
        for inset in (0.12, 0.16):
            inner = [
                turned(
                    line(x + sx1 * w, y + sy1 * h, x + sx2 * w, y + sy2 * h, s.u * 0.3), turn, x, y
                )
                for sx1, sy1, sx2, sy2 in (
                    (-0.5 + inset, -0.5 + inset, 0.5 - inset, -0.5 + inset),
                    (-0.5 + inset, 0.5 - inset, 0.5 - inset, 0.5 - inset),
                    (-0.5 + inset, -0.5 + inset, -0.5 + inset, 0.5 - inset),
                    (0.5 - inset, -0.5 + inset, 0.5 - inset, 0.5 - inset),
                )
            ]
            for edge in inner:
                s.fill(edge, mark)
    elif kind == "sun":
        s.fill(turned(ellipse(x, y - h * 0.12, w * 0.22), turn, x, y), mark)
        s.fill(turned(rect(x - w * 0.5, y + h * 0.14, w, h * 0.1), turn, x, y), mark, 0.6)
    elif kind == "lines":
        for row in range(4):
            s.fill(
                turned(
                    rect(
                        x - w * 0.34,
                        y - h * 0.3 + row * h * 0.09,
                        w * (0.68 - 0.12 * row),
                        h * 0.03,
                    ),
                    turn,
                    x,
                    y,
                ),
                mark,
            )
    else:
        for side in (-1, 1):
            s.fill(
                turned(leaf(x, y + h * 0.15, h * 0.4, w * 0.2, -pi / 2 + side * 0.5), turn, x, y),
                mark,
            )


def book_open(
    s: Sheet, x: float, y: float, w: float, turn: float, *, written: bool = False
) -> None:
    """An open book or notebook seen from above, `w` wide when open."""
    h = w * 0.68
    place = turning(turn, x, y)
    back = place(rect(x - w / 2 - s.u, y - h / 2 - s.u, w + s.u * 2, h + s.u * 2, s.u))
    s.shadow(back, s.u, s.u * 2, s.u * 1.8, 0.45)
    s.fill(back, s.palette.accent(1, 0.45, 0.1))
    paper = s.palette(0.975, 0.018, 88)
    for side in (-1, 1):
        page = place(rect(x if side > 0 else x - w / 2, y - h / 2, w / 2, h, s.u * 0.4))
        s.fade(page, darker(paper, 0.16), paper, turn + (0 if side > 0 else pi))
        rows = 13
        left = x + w * 0.05 if side > 0 else x - w * 0.45
        picture_at = int(s.rng.integers(0, 6)) if s.chance(0.6) else 99
        for row in range(rows):
            py = y - h * 0.4 + row * h * 0.062
            if picture_at <= row < picture_at + 5:
                if row == picture_at:
                    box = place(rect(left, py, w * 0.4, h * 0.27, s.u * 0.4))
                    s.fade(box, s.palette.accent(2, 0.75, 0.08), s.palette.accent(0, 0.6, 0.09), 1)
                    s.fill(
                        place(ellipse(left + w * 0.28, py + h * 0.09, w * 0.035)),
                        s.palette(0.95, 0.06, 85),
                    )
                continue
            if written:
                points = [
                    (left + t * w * 0.4 * s.between(0.9, 1), py + s.between(-1, 1) * h * 0.008)
                    for t in np.linspace(0, 1, 9)
                ]
                s.fill(place(curve(*points, width=h * 0.009)), s.palette(0.3, 0.09, 255), 0.85)
            else:
                s.fill(
                    place(
                        rect(
                            left,
                            py,
                            w * 0.4 * (1 if row % 4 != 3 else s.between(0.4, 0.8)),
                            h * 0.014,
                        )
                    ),
                    s.palette(0.45, 0.02, 60),
                    0.75,
                )
        if written:
            s.fill(
                place(
                    rect(
                        left,
                        y - h * 0.4 + int(s.rng.integers(2, 9)) * h * 0.062 - h * 0.025,
                        w * s.between(0.15, 0.3),
                        h * 0.045,
                    )
                ),
                s.palette(0.9, 0.15, 100),
                0.6,
            )
    s.fill(place(line(x, y - h / 2, x, y + h / 2, s.u * 0.4)), darker(paper, 0.35), 0.7)
