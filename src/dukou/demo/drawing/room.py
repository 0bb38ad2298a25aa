"""Inside: windows with something beyond them, lamps, shelves, books, screens."""

from __future__ import annotations

from collections.abc import Callable
from math import pi

import numpy as np

from .colour import Rgb, mix
from .outline import curve, ellipse, leaf, line, local, path, polygon, rect, turned, turning
from .plants import potted, tree
from .sheet import Sheet
from .sky import cloud, disc, hill, ranges, sky, stars
from .town import skyline


def window(
    s: Sheet,
    x: float,
    y: float,
    w: float,
    h: float,
    view: Callable[[Sheet], None] | None = None,
    frame: Rgb | None = None,
    curtains: bool = True,
) -> None:
    """A window whose upper left corner is (x, y), with a view, panes, sill and perhaps curtains."""
    frame = frame or s.pick(
        [s.palette(0.95, 0.015, 80), s.palette(0.45, 0.07, 50), s.palette(0.72, 0.07, 65)]
    )
    outer = rect(x - s.u * 1.6, y - s.u * 1.6, w + s.u * 3.2, h + s.u * 3.2, s.u * 0.6)
    s.shadow(outer, s.u * 0.4, s.u, s.u, 0.3)
    s.fill(outer, frame)
    glass = rect(x, y, w, h)
    with s.inside(glass):
        (view or s.pick([view_city, view_trees, view_hills]))(s)
        s.fill(
            polygon(*local(x, y, w, ".1,0 .3,0 -.1,1 -.3,1", tall=h)),
            s.palette.light(1, 0, 0),
            0.13,
        )
    for part in (0.5,) if w < h * 1.3 else (0.34, 0.67):
        s.fill(rect(x + w * part - s.u * 0.7, y, s.u * 1.4, h), frame)
    s.fill(rect(x, y + h * 0.42, w, s.u * 1.1), frame)
    s.fill(rect(x, y, w, s.u), mix(frame, (0, 0, 0), 0.4), 0.5)
    sill = rect(x - s.u * 3.4, y + h + s.u * 1.2, w + s.u * 6.8, s.u * 2.8, s.u * 0.6)
    s.shadow(sill, 0, s.u * 1.2, s.u * 1.2, 0.35)
    s.fade(sill, mix(frame, (255, 255, 255), 0.3), mix(frame, (0, 0, 0), 0.15))
    if curtains:
        _curtains(s, x, y, w, h)


def _curtains(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    tone = s.palette.accent(int(s.rng.integers(3)), s.between(0.78, 0.92), 0.05)
    s.fill(
        line(x - s.u * 7, y - s.u * 4, x + w + s.u * 7, y - s.u * 4, s.u * 0.9),
        s.palette(0.35, 0.04, 55),
    )
    for side in (-1, 1):
        edge = x - s.u * 5 if side < 0 else x + w + s.u * 5
        reach = side * -w * s.between(0.16, 0.26)
        bottom = y + h + s.u * s.between(3, 9)
        shape = path(
            (edge, y - s.u * 4),
            (edge + reach * 1.5, y - s.u * 4),
            (edge + reach * 1.1, y + h * 0.5),
            (edge + reach * 1.35, bottom),
            (edge, bottom),
        )
        s.fade(shape, mix(tone, (255, 255, 255), 0.2), tone, 0.0 if side < 0 else pi)
        with s.inside(shape):
            for fold in np.linspace(0.1, 1.3, 6):
                px = edge + reach * fold
                s.fill(
                    curve(
                        (px, y - s.u * 4),
                        (px - reach * 0.08, y + h * 0.5),
                        (px, bottom),
                        width=[s.u * 0.3, s.u * 1.1],
                    ),
                    mix(tone, s.palette(0.3, 0.05, 280), 0.3),
                    0.5,
                )


def view_city(s: Sheet) -> None:
    """Towers under the mood's sky."""
    colours = sky(s)
    dark = s.palette.mood.dark
    if dark:
        stars(s, s.h * 0.6, 60)
        disc(
            s,
            s.w * s.between(0.2, 0.8),
            s.h * s.between(0.1, 0.25),
            s.u * 3,
            s.palette.light(0.95, 0.05, 90),
            0.4,
        )
    else:
        cloud(
            s,
            s.w * s.between(0.2, 0.8),
            s.h * s.between(0.1, 0.3),
            s.u * 34,
            (255, 255, 255),
            mix(colours[0], (255, 255, 255), 0.6),
        )
    far = mix(colours[-1], s.palette(0.5, 0.05, 250), 0.35)
    base = s.h * s.between(0.5, 0.75)
    skyline(s, s.h, s.h - base, s.h - base + s.h * 0.22, far, 0.45 if dark else 0.0, (5, 10))
    skyline(
        s,
        s.h,
        s.h * 0.9 - base,
        s.h * 0.9 - base + s.h * 0.2,
        mix(far, s.palette(0.2, 0.05, 260), 0.45),
        0.5 if dark else 0.0,
        (6, 13),
    )


def view_trees(s: Sheet) -> None:
    """A garden."""
    colours = sky(s)
    if s.palette.mood.dark:
        stars(s, s.h * 0.5, 60)
    else:
        cloud(
            s,
            s.w * s.between(0.2, 0.8),
            s.h * 0.2,
            s.u * 36,
            mix(colours[1], (255, 255, 255), 0.7),
            mix(colours[0], (255, 255, 255), 0.4),
        )
    hue = (
        s.pick([135.0, 145.0, 60.0, 10.0]) if s.palette.name in ("warm", "gold", "candy") else 140.0
    )
    for step in range(6):
        tree(
            s,
            s.w * (step + s.between(-0.3, 0.3)) / 5,
            s.h * s.between(0.85, 1.05),
            s.h * s.between(0.5, 0.8),
            hue,
            0.5,
        )


def view_hills(s: Sheet) -> None:
    """Hills in the distance."""
    colours = sky(s)
    disc(
        s,
        s.w * s.between(0.3, 0.7),
        s.h * s.between(0.15, 0.35),
        s.u * 4,
        s.palette.light(0.95, 0.08, 85),
        0.5,
    )
    ranges(
        s,
        s.h * 0.3,
        s.h * 0.75,
        mix(colours[-1], s.palette(0.6, 0.07, 230), 0.4),
        s.palette(0.4, 0.08, 190),
        3,
    )
    hill(s, s.h * 0.9, s.h * 0.2, s.palette(0.52, 0.1, 140))


def desk_lamp(s: Sheet, x: float, y: float, size: float, tone: Rgb | None = None) -> None:
    """A bent lamp standing at (x, y), lit."""
    tone = tone or s.palette.accent(1, 0.55, 0.13)
    side = s.pick([-1, 1])
    joint = (x + side * size * 0.28, y - size * 0.5)
    top = (x - side * size * 0.02, y - size * 0.92)
    s.shadow(ellipse(x, y, size * 0.16, size * 0.03), 0, 0, size * 0.03, 0.4)
    s.fill(ellipse(x, y - size * 0.015, size * 0.16, size * 0.035), mix(tone, (0, 0, 0), 0.2))
    s.fill(line(x, y - size * 0.03, *joint, size * 0.03), s.palette(0.75, 0.02, 80))
    s.fill(line(*joint, *top, size * 0.03), s.palette(0.75, 0.02, 80))
    hx, hy = top[0] - side * size * 0.14, top[1] + size * 0.05
    s.glow(hx - side * size * 0.1, hy + size * 0.35, size * 1.3, s.palette.light(0.9, 0.1, 82), 0.5)
    shade = turned(
        polygon(
            *local(hx, hy, size, "-.06,-.14 .06,-.14 .17,.1 -.17,.1"),
        ),
        side * 0.5,
        hx,
        hy,
    )
    s.fade(shade, mix(tone, (255, 255, 255), 0.2), mix(tone, (0, 0, 0), 0.1), 1)
    s.fill(
        turned(ellipse(hx, hy + size * 0.1, size * 0.15, size * 0.03), side * 0.5, hx, hy),
        s.palette.light(0.97, 0.07, 90),
    )


def book_upright(s: Sheet, x: float, y: float, w: float, h: float, lean: float = 0.0) -> None:
    """The back of a book that stands at (x, y)."""
    tone = s.palette(
        s.between(0.3, 0.85),
        s.between(0.03, 0.13),
        s.pick([*s.palette.accents, s.palette.key, 60.0, 250.0]),
    )
    turn = lambda shape: turned(shape, lean, x + w, y) if lean else shape  # noqa: E731
    s.fade(
        turn(rect(x, y - h, w, h, s.u * 0.3)),
        mix(tone, (255, 255, 255), 0.1),
        mix(tone, (0, 0, 0), 0.14),
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
    s.fade(board, mix(tone, (255, 255, 255), 0.15), mix(tone, (0, 0, 0), 0.15))


def book_flat(s: Sheet, x: float, y: float, w: float, h: float, turn: float) -> None:
    """A closed book lying on a table, seen from above, around (x, y)."""
    tone = s.palette(
        s.between(0.4, 0.8), s.between(0.05, 0.13), s.pick([*s.palette.accents, s.palette.key])
    )
    cover = turned(rect(x - w / 2, y - h / 2, w, h, s.u * 0.8), turn, x, y)
    pages = turned(rect(x - w / 2 + s.u, y - h / 2 + s.u, w, h, s.u * 0.5), turn, x, y)
    s.shadow(cover, s.u, s.u * 2, s.u * 1.4, 0.4)
    s.fill(pages, s.palette(0.95, 0.02, 85))
    s.fade(cover, mix(tone, (255, 255, 255), 0.12), mix(tone, (0, 0, 0), 0.1), turn + 1)
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
        s.fade(page, mix(paper, (0, 0, 0), 0.16), paper, turn + (0 if side > 0 else pi))
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
    s.fill(place(line(x, y - h / 2, x, y + h / 2, s.u * 0.4)), mix(paper, (0, 0, 0), 0.35), 0.7)


def picture_frame(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    """A framed picture on the wall, upper left corner at (x, y)."""
    frame = s.pick([s.palette(0.3, 0.03, 50), s.palette(0.7, 0.08, 70), s.palette(0.97, 0.01, 80)])
    s.shadow(rect(x, y, w, h), s.u * 0.6, s.u, s.u, 0.35)
    s.fill(rect(x, y, w, h, s.u * 0.3), frame)
    inner = rect(x + s.u, y + s.u, w - s.u * 2, h - s.u * 2)
    s.fill(inner, s.palette(0.96, 0.02, 85))
    with s.inside(rect(x + s.u * 2, y + s.u * 2, w - s.u * 4, h - s.u * 4)):
        s.fill(inner, s.palette.accent(int(s.rng.integers(3)), 0.8, 0.07))
        kind = s.pick(["sun", "vase", "shapes"])
        if kind == "sun":
            s.fill(ellipse(x + w / 2, y + h * 0.55, w * 0.22), s.palette(0.68, 0.17, 35))
            s.fill(ellipse(x + w * 0.3, y + h, w * 0.5, h * 0.28), s.palette.accent(1, 0.5, 0.1))
        elif kind == "vase":
            potted(s, x + w / 2, y + h * 0.85, h * 0.6)
        else:
            for index in range(4):
                s.fill(
                    ellipse(
                        x + w * s.between(0.2, 0.8),
                        y + h * s.between(0.2, 0.8),
                        w * s.between(0.1, 0.25),
                    ),
                    s.palette.accent(index, 0.6, 0.13),
                    0.9,
                )
