"""Made by hand: letters, brush writing, wool, clay, beads, plans on a map."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

import numpy as np

from ..colour import Rgb, mix
from ..light import daylight, leaf_shadow, slant
from ..outline import (
    Outline,
    arc,
    blob,
    curve,
    ellipse,
    leaf,
    line,
    local,
    path,
    polygon,
    rect,
    stroke,
    turned,
    turning,
)
from ..people import hand, look
from ..pets import cat_curled
from ..plants import blossom
from ..room import book_flat, shelf
from ..sheet import Sheet
from ..surfaces import linen, tabletop, wall, wood
from ..tableware import cup_above, dish


def letter(s: Sheet) -> None:
    """A letter being written: paper, envelope, stamps, a pen, dried flowers."""
    u = s.u
    tabletop(s)
    x, y, turn = s.w * s.between(0.42, 0.52), s.h * s.between(0.46, 0.54), s.between(-0.22, 0.22)
    _envelope(s, s.w * 0.72, s.h * 0.78, u * 52, s.between(-0.5, 0.1))
    if s.chance(0.6):
        _envelope(s, s.w * 0.2, s.h * 0.14, u * 44, s.between(-0.3, 0.5))
    _sheet_of_paper(s, x, y, u * 52, turn)
    _fountain_pen(s, x + u * 18, y + u * 12, u * 40, s.between(0.3, 0.8))
    for index in range(3):
        _stamp(
            s,
            s.w * (0.82 + 0.05 * index) - u * 6,
            s.h * (0.12 + 0.13 * index),
            u * 12,
            s.between(-0.3, 0.3),
        )
    _seal(s, s.w * 0.16, s.h * 0.88, u * 7)
    for _ in range(3):
        px, py, lean = s.between(0.04, 0.3) * s.w, s.between(0.66, 0.8) * s.h, s.between(-1.4, -0.6)
        tip = (px + u * 24 * cos(lean), py + u * 24 * sin(lean))
        s.fill(curve((px, py), tip, width=u * 0.6), s.palette(0.5, 0.08, 130))
        for step in np.linspace(0.4, 1, 7):
            blossom(
                s,
                px + (tip[0] - px) * step + s.between(-1.4, 1.4) * u,
                py + (tip[1] - py) * step,
                u * 1.8,
                s.palette.accents[0],
                5,
            )
    cup_above(s, s.w * 0.86, s.h * 0.5, u * 10, s.palette(0.5, 0.13, 55))
    daylight(s)


def _sheet_of_paper(s: Sheet, x: float, y: float, w: float, turn: float) -> None:
    h = w * 1.36
    place = turning(turn, x, y)
    paper = place(rect(x - w / 2, y - h / 2, w, h, s.u * 0.4))
    tone = s.pick(
        [s.palette(0.97, 0.025, 88), s.palette(0.95, 0.03, 20), s.palette(0.94, 0.03, 215)]
    )
    s.shadow(paper, s.u, s.u * 1.8, s.u * 1.6, 0.4)
    s.fade(paper, tone, mix(tone, (0, 0, 0), 0.06), turn + 1)
    upright = s.chance(0.35)
    ink, rule = s.palette(0.3, 0.08, 255), mix(tone, s.palette(0.6, 0.15, 25), 0.45)
    if upright:
        for column in range(8):
            px = x + w * (0.38 - column * 0.108)
            s.fill(
                place(line(px + w * 0.05, y - h * 0.44, px + w * 0.05, y + h * 0.44, s.u * 0.2)),
                rule,
            )
            rows = 15 if column < 6 else int(s.rng.integers(2, 9))
            for row in range(rows):
                py = y - h * 0.42 + row * h * 0.057
                for _ in range(3):
                    a, b = s.between(-0.03, 0.03) * w, s.between(-0.015, 0.015) * h
                    s.fill(
                        place(
                            line(
                                px + a,
                                py + b,
                                px - a * 0.6,
                                py + s.between(-0.014, 0.014) * h,
                                s.u * 0.4,
                            )
                        ),
                        ink,
                        0.9,
                    )
    else:
        for row in range(15):
            py = y - h * 0.38 + row * h * 0.056
            s.fill(
                place(line(x - w * 0.42, py + h * 0.016, x + w * 0.42, py + h * 0.016, s.u * 0.16)),
                rule,
            )
            if row < 11:
                left, right = (x - w * 0.4, x + w * (0.4 if row % 5 != 4 else s.between(-0.1, 0.2)))
                points = [
                    (left + (right - left) * t, py + s.between(-0.012, 0.012) * h)
                    for t in np.linspace(0, 1, 26)
                ]
                s.fill(place(stroke([complex(*p) for p in points], s.u * 0.42)), ink, 0.9)
    if s.chance(0.6):
        blossom(s, *_point(place, x + w * 0.32, y + h * 0.38), w * 0.07, s.palette.accents[0])


def _point(place: Callable[[Outline], Outline], x: float, y: float) -> tuple[float, float]:
    at = place(np.array([complex(x, y)]))[0]
    return float(at.real), float(at.imag)


def _envelope(s: Sheet, x: float, y: float, w: float, turn: float) -> None:
    h = w * 0.62
    tone = s.pick(
        [s.palette(0.86, 0.06, 75), s.palette.accent(0, 0.82, 0.08), s.palette(0.95, 0.02, 85)]
    )
    place = turning(turn, x, y)
    body = place(rect(x - w / 2, y - h / 2, w, h, s.u * 0.6))
    s.shadow(body, s.u, s.u * 1.6, s.u * 1.4, 0.4)
    s.fade(body, mix(tone, (255, 255, 255), 0.12), tone, turn + 1)
    if s.chance(0.5):
        s.fill(
            place(polygon((x - w / 2, y - h / 2), (x + w / 2, y - h / 2), (x, y + h * 0.1))),
            mix(tone, (0, 0, 0), 0.08),
        )
        for side in (-1, 1):
            s.fill(
                place(line(x + side * w / 2, y - h / 2, x, y + h * 0.1, s.u * 0.4)),
                mix(tone, (0, 0, 0), 0.3),
                0.7,
            )
        _seal(s, *_point(place, x, y + h * 0.08), w * 0.075)
    else:
        for index in range(14):
            colour = (
                s.palette.light(0.58, 0.19, 27),
                s.palette(0.97, 0.01, 85),
                s.palette.light(0.45, 0.12, 255),
            )[index % 3]
            for py in (y - h / 2, y + h / 2 - h * 0.06):
                left = x - w / 2 + w * index / 14
                s.fill(
                    place(
                        polygon(
                            (left, py),
                            (left + w / 14, py),
                            (left + w / 14 - s.u, py + h * 0.06),
                            (left - s.u, py + h * 0.06),
                        )
                    ),
                    colour,
                )
        for row in range(3):
            s.fill(
                place(
                    rect(x - w * 0.1, y + h * (0.0 + 0.13 * row), w * (0.46 - 0.1 * row), h * 0.035)
                ),
                s.palette(0.4, 0.05, 255),
                0.7,
            )
        _stamp(s, *_point(place, x + w * 0.36, y - h * 0.22), w * 0.17, turn)


def _stamp(s: Sheet, x: float, y: float, w: float, turn: float) -> None:
    h = w * 1.2
    place = turning(turn, x, y)
    s.shadow(place(rect(x - w / 2, y - h / 2, w, h)), s.u * 0.3, s.u * 0.5, s.u * 0.5, 0.3)
    s.fill(place(rect(x - w / 2, y - h / 2, w, h)), s.palette(0.98, 0.01, 85))
    for index in range(7):
        for px, py in (
            (x - w / 2 + w * index / 6, y - h / 2),
            (x - w / 2 + w * index / 6, y + h / 2),
            (x - w / 2, y - h / 2 + h * index / 6),
            (x + w / 2, y - h / 2 + h * index / 6),
        ):
            s.fill(place(ellipse(px, py, w * 0.05)), s.palette(0.98, 0.01, 85))
    inner = place(rect(x - w * 0.4, y - h * 0.41, w * 0.8, h * 0.82))
    tone = s.palette.accent(int(s.rng.integers(3)), 0.72, 0.12)
    with s.inside(inner, spill=s.u):
        s.fade(inner, tone, mix(tone, (255, 255, 255), 0.4), turn + pi / 2)
        kind = s.pick(["hill", "bird", "flower"])
        if kind == "hill":
            s.fill(ellipse(x + w * 0.1, y - h * 0.12, w * 0.14), s.palette.light(0.9, 0.12, 80))
            s.fill(
                ellipse(x - w * 0.15, y + h * 0.4, w * 0.45, h * 0.32), mix(tone, (0, 40, 40), 0.5)
            )
            s.fill(
                ellipse(x + w * 0.3, y + h * 0.42, w * 0.4, h * 0.26), mix(tone, (0, 40, 40), 0.35)
            )
        elif kind == "bird":
            s.fill(ellipse(x, y, w * 0.2, w * 0.15), s.palette(0.97, 0.02, 85))
            s.fill(leaf(x + w * 0.05, y, w * 0.34, w * 0.15, -2.5), s.palette(0.9, 0.03, 85))
        else:
            blossom(s, x, y, w * 0.28, s.palette.accents[1])


def _seal(s: Sheet, x: float, y: float, r: float) -> None:
    wax = s.palette.light(0.48, 0.18, 25)
    s.fade(
        blob(x, y, r, s.rng, rough=0.1),
        mix(wax, (255, 255, 255), 0.15),
        mix(wax, (0, 0, 0), 0.25),
        1,
    )
    s.fill(arc(x, y, r * 0.66, r * 0.66, 0, 2 * pi, r * 0.1), mix(wax, (0, 0, 0), 0.3))
    s.letter(
        s.pick(["信", "念", "渡", "安"]), x, y - r * 0.06, r * 0.9, mix(wax, (255, 220, 200), 0.5)
    )


def _fountain_pen(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    """A pen whose nib is at (x, y)."""
    way = np.exp(1j * turn)
    tone = s.pick(
        [s.palette(0.25, 0.04, 255), s.palette(0.4, 0.13, 25), s.palette(0.35, 0.08, 160)]
    )
    gold = s.palette.light(0.82, 0.11, 85)

    def part(start: float, end: float, first: float, last: float) -> Outline:
        a, b = complex(x, y) + way * length * start, complex(x, y) + way * length * end
        return stroke([a, (a + b) / 2, b], [s.u * first, s.u * last])

    s.shadow(part(0.05, 1, 2.6, 2.4), s.u * 0.8, s.u * 1.4, s.u, 0.4)
    s.fill(part(0, 0.14, 0.2, 2.2), gold)
    s.fill(part(0.13, 0.4, 2.4, 3.2), mix(tone, (0, 0, 0), 0.3))
    s.fill(part(0.4, 0.98, 3.6, 3.0), tone)
    s.fill(part(0.4, 0.43, 3.8, 3.8), gold)
    s.fill(part(0.46, 0.94, 0.7, 0.5) - way * 1j * s.u * 0.7, (255, 255, 255), 0.5)


def calligraphy(s: Sheet) -> None:
    """Brush, ink stone, paper with great characters, a red seal."""
    u = s.u
    wood(s, s.between(0.26, 0.5)) if s.chance(0.6) else linen(s)
    felt = s.palette(0.32, 0.05, s.pick([160.0, 260.0, 25.0]))
    s.fade(
        rect(s.w * 0.06, s.h * 0.06, s.w * 0.88, s.h * 0.88, u),
        mix(felt, (255, 255, 255), 0.08),
        felt,
        1,
    )
    x, y, turn = s.w * s.between(0.46, 0.54), s.h * 0.48, s.between(-0.06, 0.06)
    words = s.pick(["福", "静", "山水", "茶", "春", "听雨", "渡", "知足", "清风", "家", "慢"])
    tall = len(words) > 1 and s.h >= s.w
    w = u * 50 if tall or len(words) == 1 else u * 78
    h = u * 90 if tall else u * 56
    place = turning(turn, x, y)
    paper = place(rect(x - w / 2, y - h / 2, w, h))
    tone = s.pick(
        [s.palette(0.97, 0.015, 85), s.palette(0.58, 0.19, 28), s.palette(0.93, 0.05, 85)]
    )
    red = tone[0] > tone[1] * 1.8
    s.shadow(paper, u * 0.6, u * 1.2, u * 1.2, 0.45)
    s.fade(paper, tone, mix(tone, (0, 0, 0), 0.06), 1)
    if red:
        for _ in range(70):
            s.fill(
                blob(
                    x + s.between(-0.5, 0.5) * w,
                    y + s.between(-0.5, 0.5) * h,
                    u * 0.6,
                    s.rng,
                    rough=0.4,
                    knots=5,
                ),
                s.palette.light(0.84, 0.12, 85),
                0.8,
            )
    ink = s.palette.light(0.16, 0.01, 260)
    size = (
        min(w * 0.8, h * 0.8)
        if len(words) == 1
        else (min(w * 0.8, h * 0.42) if tall else min(w * 0.42, h * 0.75))
    )
    for index, word in enumerate(words):
        offset = (index - (len(words) - 1) / 2) * size * 1.04
        px, py = (x, y + offset) if tall else (x + offset, y)
        for shift in (0.0, 0.9, -0.9):
            s.letter(word, px + shift * u * 0.7, py + shift * u * 0.4, size, ink, alpha=0.95)
    for _ in range(9):
        s.fill(
            blob(
                x + s.between(-0.45, 0.45) * w,
                y + s.between(-0.45, 0.45) * h,
                u * s.between(0.2, 0.7),
                s.rng,
                rough=0.4,
                knots=6,
            ),
            ink,
            0.8,
        )
    sx, sy = x + w * 0.38, y + h * 0.4
    s.fill(rect(sx - u * 3, sy - u * 3, u * 6, u * 6, u * 0.6), s.palette.light(0.52, 0.21, 27))
    s.letter("印", sx, sy - u * 0.3, u * 4.6, s.palette.light(0.97, 0.02, 85))
    for py in (y - h / 2 + u, y + h / 2 - u):
        s.fade(
            rect(x - w * 0.56, py - u * 1.6, w * 1.12, u * 3.2, u),
            s.palette(0.4, 0.07, 45),
            s.palette(0.28, 0.06, 42),
        )
    _writing_brush(s, s.w * 0.88, s.h * 0.2, u * 58, pi / 2 + s.between(-0.15, 0.15))
    _ink_stone(s, s.w * 0.14, s.h * 0.86, u * 14)
    if s.chance(0.6):
        cup_above(s, s.w * 0.12, s.h * 0.14, u * 9, s.palette(0.68, 0.13, 75), saucer=False)
    for _ in range(5):
        blossom(
            s, s.between(0.02, 0.2) * s.w, s.between(0.3, 0.7) * s.h, u * s.between(2, 4), 350.0, 5
        )
    daylight(s)


def _writing_brush(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    way = np.exp(1j * turn)
    a, b = complex(x, y), complex(x, y) + way * length
    shaft = stroke([a, (a + b) / 2, b], s.u * 2.2)
    tip = (
        path(
            (0, -0.034),
            (0.08, -0.042),
            (0.2, -0.014),
            (0.26, 0.0),
            (0.2, 0.014),
            (0.08, 0.042),
            (0, 0.034),
        )
        * length
    ) * way + b
    s.shadow([shaft, tip], s.u, s.u * 1.6, s.u, 0.45)
    s.fill(shaft, s.palette(0.72, 0.1, 70))
    s.fill(stroke([a + way * length * 0.86, b], s.u * 2.8), s.palette(0.3, 0.05, 45))
    s.fade(tip, s.palette(0.85, 0.04, 75), s.palette.light(0.14, 0.01, 260), turn)


def _ink_stone(s: Sheet, x: float, y: float, r: float) -> None:
    stone = s.palette(0.3, 0.01, 260)
    s.shadow(ellipse(x, y, r), s.u, s.u * 1.6, s.u * 1.4, 0.45)
    s.fade(ellipse(x, y, r), mix(stone, (255, 255, 255), 0.25), stone, 1)
    s.fade(ellipse(x, y, r * 0.82), mix(stone, (0, 0, 0), 0.3), mix(stone, (255, 255, 255), 0.1), 1)
    pool = ellipse(x - r * 0.1, y - r * 0.1, r * 0.6)
    s.fill(pool, (16, 16, 20))
    s.fill(
        arc(x - r * 0.1, y - r * 0.1, r * 0.45, r * 0.45, 3.4, 4.6, r * 0.06), (255, 255, 255), 0.5
    )


def knitting(s: Sheet) -> None:
    """Wool: balls in a basket, a piece on the needles, a cat that may help."""
    u = s.u
    s.pick([linen, tabletop, linen])(s)
    x, y = s.w * 0.52, s.h * 0.58
    tone = s.palette.accent(0, s.between(0.6, 0.78), 0.12)
    _knitted(s, x, y, u * 50, u * 40, tone, s.between(-0.12, 0.12))
    hues = [*s.palette.accents, s.palette.key, 60.0]
    for index in range(6):
        px = s.w * (0.12 + 0.155 * index) + s.between(-3, 3) * u
        py = s.h * s.between(0.1, 0.2) if index != 2 else s.h * 0.12
        _wool(
            s,
            px,
            py,
            u * s.between(9, 12.5),
            s.palette(s.between(0.5, 0.85), 0.11, hues[index % 5]),
        )
    ball = (s.w * 0.16, s.h * 0.84)
    strand = path(
        (x - u * 24, y + u * 6),
        (x - u * 34, y + u * 22),
        (ball[0] + u * 14, ball[1] + u * 8),
        ball,
        closed=False,
    )
    s.fill(stroke(strand, u * 0.9), mix(tone, (0, 0, 0), 0.1))
    _wool(s, *ball, u * 13, tone)
    if s.chance(0.45):
        cat_curled(s, s.w * 0.78, s.h * 0.9, u * 44)
    else:
        cup_above(s, s.w * 0.87, s.h * 0.86, u * 11, s.palette(0.45, 0.09, 50))
        for _ in range(4):
            px, py = s.between(0.5, 0.75) * s.w, s.between(0.9, 0.97) * s.h
            s.fill(ellipse(px, py, u * 2.2), s.palette.accent(int(s.rng.integers(3)), 0.6, 0.12))
            for hole in (-0.7, 0.7):
                s.fill(ellipse(px + hole * u, py, u * 0.4), s.palette(0.25, 0.03, 50))
    daylight(s)


def _wool(s: Sheet, x: float, y: float, r: float, tone: Rgb) -> None:
    ball = ellipse(x, y, r)
    s.shadow(ball, r * 0.12, r * 0.22, r * 0.18, 0.4)
    s.fade(ball, mix(tone, (255, 255, 255), 0.2), mix(tone, (0, 0, 0), 0.2), 1)
    with s.inside(ball, spill=r * 0.3):
        for turn in (0.4, 1.5, 2.6):
            for offset in np.linspace(-0.8, 0.8, 8):
                arc_ = turned(
                    arc(
                        x,
                        y + offset * r * 0.5,
                        r * 1.05,
                        r * 0.9,
                        pi + 0.3,
                        2 * pi - 0.3,
                        r * 0.035,
                    ),
                    turn + s.between(-0.1, 0.1),
                    x,
                    y,
                )
                s.fill(arc_, mix(tone, (0, 0, 0) if s.chance(0.5) else (255, 255, 255), 0.28), 0.8)


def _knitted(s: Sheet, x: float, y: float, w: float, h: float, tone: Rgb, turn: float) -> None:
    place = turning(turn, x, y)
    body = place(rect(x - w / 2, y - h * 0.42, w, h * 0.92, s.u))
    s.shadow(body, s.u, s.u * 2, s.u * 1.8, 0.4)
    s.fill(body, mix(tone, (0, 0, 0), 0.22))
    columns, rows = 18, 15
    second = s.palette.accent(1, 0.85, 0.07)
    pattern = s.pick(["bands", "hearts", "plain", "dots"])
    for row in range(rows):
        for column in range(columns):
            px = x - w / 2 + w * (column + 0.5) / columns
            py = y - h * 0.42 + h * 0.92 * (row + 0.5) / rows
            special = {
                "bands": row % 5 == 2,
                "plain": False,
                "dots": row % 4 == 1 and column % 4 == 1,
                "hearts": (row % 6, column % 6)
                in {
                    (1, 1),
                    (1, 3),
                    (2, 0),
                    (2, 1),
                    (2, 2),
                    (2, 3),
                    (2, 4),
                    (3, 1),
                    (3, 2),
                    (3, 3),
                    (4, 2),
                },
            }[pattern]
            shade = second if special else mix(tone, (255, 255, 255), 0.06 * ((row + column) % 2))
            a = w / columns
            for side in (-1, 1):
                s.fill(
                    place(
                        turned(
                            ellipse(px + side * a * 0.22, py, a * 0.2, a * 0.42),
                            side * -0.5,
                            px + side * a * 0.22,
                            py,
                        )
                    ),
                    shade,
                )
    for index, lean in enumerate((-0.09, 0.12)):
        needle = place(
            turned(
                line(x - w * 0.66, y - h * 0.45, x + w * 0.66, y - h * 0.45, s.u * 1.5),
                lean,
                x,
                y - h * 0.45,
            )
        )
        s.shadow(needle, s.u * 0.5, s.u, s.u * 0.8, 0.4)
        s.fill(needle, s.palette(0.8, 0.08, 75))
        end = complex(x + (w * 0.66 if index else -w * 0.66), y - h * 0.45)
        knob = place(turned(np.array([end]), lean, x, y - h * 0.45))[0]
        s.fill(ellipse(knob.real, knob.imag, s.u * 1.8), s.palette.accent(2, 0.55, 0.13))
    for column in range(columns):
        px = x - w / 2 + w * (column + 0.5) / columns
        s.fill(
            place(arc(px, y - h * 0.45, w / columns * 0.42, s.u * 2, 0, 2 * pi, s.u * 0.9)), tone
        )


def pottery(s: Sheet) -> None:
    """Clay on the wheel between two hands, or a shelf of finished pots."""
    u = s.u
    if s.chance(0.5):
        wall(s, s.palette.key_tone(0.72, 0.05), "plaster")
        for row in range(2):
            y = s.h * (0.16 + 0.17 * row)
            for index in range(6):
                _vessel(s, s.w * (index + 0.5) / 6, y, u * s.between(9, 14))
            shelf(s, 0, y, s.w)
        s.blur(u * 0.5)
        x, base = s.w * 0.5, s.h * 0.84
        clay = s.palette(s.between(0.55, 0.68), 0.08, s.pick([45.0, 60.0, 38.0]))
        s.fade(rect(0, s.h * 0.9, s.w, s.h), s.palette(0.45, 0.05, 55), s.palette(0.35, 0.05, 50))
        s.shadow(ellipse(x, base + u * 6, u * 40, u * 9), 0, u, u * 2, 0.4)
        s.fade(
            ellipse(x, base + u * 5, u * 40, u * 9),
            s.palette(0.6, 0.02, 60),
            s.palette(0.42, 0.02, 60),
        )
        s.fill(ellipse(x, base + u * 2, u * 36, u * 7.6), s.palette(0.7, 0.02, 70))
        for ring in (0.85, 0.6):
            s.fill(
                arc(x, base + u * 2, u * 36 * ring, u * 7.6 * ring, 0, 2 * pi, u * 0.4),
                s.palette(0.55, 0.02, 70),
            )
        _turning_pot(s, x, base + u * 2, u * 40, clay)
        skin = look(s).skin
        for side in (-1, 1):
            tone = s.palette.accent(1, 0.55, 0.1)
            start = (x + side * u * 58, s.h * 1.02)
            wrist = (x + side * u * 30, base - u * 14)
            s.fill(
                curve(
                    start, (x + side * u * 46, base - u * 2), wrist, width=[u * 17, u * 12, u * 9]
                ),
                skin,
            )
            s.fill(curve(start, (x + side * u * 50, base + u * 3), width=[u * 20, u * 17]), tone)
            for finger in range(4):
                s.fill(
                    curve(
                        wrist,
                        (x + side * u * (22 - finger * 0.6), base - u * (26 - finger * 5)),
                        (x + side * u * (15.5 + finger * 0.2), base - u * (27 - finger * 5.4)),
                        width=[u * 5, u * 4, u * 3.2],
                    ),
                    mix(skin, s.palette(0.45, 0.09, 35), 0.06 * finger),
                )
            for _ in range(12):
                s.fill(
                    blob(
                        wrist[0] - side * u * s.between(0, 12),
                        wrist[1] - u * s.between(-4, 12),
                        u * s.between(0.6, 1.6),
                        s.rng,
                    ),
                    clay,
                    0.7,
                )
        slant(s, 0.26)
    else:
        wall(s, s.palette.key_tone(0.9, 0.04), "plaster")
        rows = 3 if s.h >= s.w else 2
        for row in range(rows):
            y = s.h * (0.34 + 0.6 * row / (rows - 0.4))
            count = int(s.w / (u * 21))
            for index in range(count):
                px = s.w * (index + 0.5) / count
                _vessel(s, px, y, u * s.between(17, 25))
                if s.chance(0.2):
                    for _ in range(3):
                        lean = s.between(-2, -1.1)
                        tip = (px + u * 20 * cos(lean), y - u * 18 + u * 20 * sin(lean))
                        s.fill(
                            curve((px, y - u * 12), tip, width=u * 0.5), s.palette(0.45, 0.08, 130)
                        )
                        blossom(s, *tip, u * 3, s.palette.accents[0])
            shelf(s, s.w * 0.03, y, s.w * 0.94)
        leaf_shadow(s, 0.2) if not s.palette.mood.dark else s.glow(
            s.w / 2, 0, s.h, s.palette.light(0.88, 0.1, 75), 0.4
        )


def _turning_pot(s: Sheet, x: float, y: float, size: float, clay: Rgb) -> None:
    body = path(
        *local(
            x, y, size, "-.34,-.92 -.26,-.78 -.42,-.4 -.3,0 0,.05 .3,0 .42,-.4 .26,-.78 .34,-.92"
        ),
    )
    s.fade(body, mix(clay, (255, 255, 255), 0.3), mix(clay, (0, 0, 0), 0.3), 0.0)
    with s.inside(body, spill=size * 0.1):
        for row in range(13):
            py = y - size * 0.9 + row * size * 0.075
            s.fill(
                curve(
                    *local(x, py, size, "-.5,0 0,.05 .5,0"),
                    width=s.u * 0.5,
                ),
                mix(clay, (0, 0, 0) if row % 2 else (255, 255, 255), 0.25),
                0.6,
            )
    s.fill(ellipse(x, y - size * 0.9, size * 0.34, size * 0.07), mix(clay, (255, 255, 255), 0.25))
    s.fill(ellipse(x, y - size * 0.89, size * 0.28, size * 0.05), mix(clay, (0, 0, 0), 0.5))


def _vessel(s: Sheet, x: float, y: float, size: float) -> None:
    glaze = s.pick(
        [
            s.palette(0.9, 0.03, 85),
            s.palette(0.55, 0.08, 230),
            s.palette(0.72, 0.06, 155),
            s.palette(0.5, 0.09, 40),
            s.palette.accent(1, 0.7, 0.09),
            s.palette(0.3, 0.03, 260),
        ]
    )
    kind = s.pick(["vase", "bowl", "jar", "bottle", "cup"])
    outlines = {
        "vase": [(-0.16, -1), (-0.12, -0.8), (-0.36, -0.45), (-0.24, 0), (0.24, 0), (0.36, -0.45), (0.12, -0.8), (0.16, -1)],
        "bowl": [(-0.5, -0.5), (-0.4, -0.18), (-0.18, 0), (0.18, 0), (0.4, -0.18), (0.5, -0.5)],
        "jar": [(-0.24, -0.72), (-0.4, -0.5), (-0.36, -0.1), (-0.24, 0), (0.24, 0), (0.36, -0.1), (0.4, -0.5), (0.24, -0.72)],
        "bottle": [(-0.08, -1), (-0.09, -0.62), (-0.3, -0.36), (-0.24, 0), (0.24, 0), (0.3, -0.36), (0.09, -0.62), (0.08, -1)],
        "cup": [(-0.28, -0.56), (-0.27, -0.06), (-0.2, 0), (0.2, 0), (0.27, -0.06), (0.28, -0.56)],
    }  # fmt: skip
    body = path(*[(x + dx * size, y + dy * size) for dx, dy in outlines[kind]])
    s.shadow(ellipse(x + size * 0.05, y, size * 0.3, size * 0.05), 0, 0, size * 0.05, 0.4)
    s.fade(body, mix(glaze, (255, 255, 255), 0.3), mix(glaze, (0, 0, 0), 0.25), 0.2)
    with s.inside(body, spill=size * 0.3):
        pattern = s.pick(["dip", "bands", "plain", "dots", "leaf"])
        light = mix(glaze, (255, 255, 255) if sum(glaze) < 480 else s.palette(0.45, 0.09, 240), 0.6)
        if pattern == "dip":
            s.fill(
                rect(x - size, y - size * 0.26, size * 2, size * 0.4),
                s.palette(0.62, 0.07, 55),
                0.9,
            )
        elif pattern == "bands":
            for row in (0.2, 0.3, 0.44):
                s.fill(rect(x - size, y - size * row, size * 2, size * 0.03), light)
        elif pattern == "dots":
            for _ in range(16):
                s.fill(
                    ellipse(
                        x + s.between(-0.4, 0.4) * size,
                        y - s.between(0.05, 0.6) * size,
                        size * 0.03,
                    ),
                    light,
                )
        elif pattern == "leaf":
            for turn in (-1.2, -1.9):
                s.fill(leaf(x, y - size * 0.08, size * 0.36, size * 0.11, turn), light)
        s.spray(body, mix(glaze, (10, 10, 40), 0.6), 0.2, 0.4, 0.5)
    s.fill(
        curve(
            (x - size * 0.14, y - size * 0.42), (x - size * 0.16, y - size * 0.2), width=size * 0.04
        ),
        (255, 255, 255),
        0.45,
    )


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
            px, py = _point(
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
    s.fill(ellipse(x + r * 0.1, y + r * 0.18, r), mix(tone, (0, 0, 0), 0.45), 0.6)
    s.fill(ellipse(x, y, r), tone)
    s.fill(ellipse(x, y, r * 0.42), mix(tone, (0, 0, 0), 0.38))
    s.fill(ellipse(x - r * 0.45, y - r * 0.45, r * 0.18), (255, 255, 255), 0.7)


def map_(s: Sheet) -> None:
    """A map with a route, pins, tickets, a camera and a cup."""
    u = s.u
    tabletop(s)
    x, y, turn = s.w * 0.5, s.h * 0.5, s.between(-0.1, 0.1)
    w, h = s.w * 0.86, s.h * 0.8
    place = turning(turn, x, y)
    paper = place(rect(x - w / 2, y - h / 2, w, h))
    s.shadow(paper, u, u * 2, u * 1.8, 0.45)
    land = s.palette(0.93, 0.04, 88)
    with s.inside(paper):
        s.fill(paper, land)
        river = path(
            *local(x, y, w, "-.6,.1 -.2,-.1 .1,.2 .6,.04", tall=h),
            closed=False,
        )
        s.fill(stroke(river, u * 8), s.palette(0.78, 0.08, 220))
        for _ in range(4):
            s.fill(
                blob(
                    x + s.between(-0.5, 0.5) * w,
                    y + s.between(-0.5, 0.5) * h,
                    u * s.between(8, 15),
                    s.rng,
                    rough=0.3,
                ),
                s.palette(0.82, 0.09, 140),
            )
        for _ in range(9):
            angle = s.between(0, pi)
            px, py = x + s.between(-0.4, 0.4) * w, y + s.between(-0.4, 0.4) * h
            a, b = (
                complex(px, py) - s.w * np.exp(1j * angle),
                complex(px, py) + s.w * np.exp(1j * angle),
            )
            s.fill(line(a.real, a.imag, b.real, b.imag, u * 1.5), s.palette(0.99, 0.01, 85))
        for _ in range(3):
            px, py = x + s.between(-0.3, 0.3) * w, y + s.between(-0.3, 0.3) * h
            s.fill(
                curve(
                    (x - w * 0.6, py), (px, py + u * 9), (x + w * 0.6, py - u * 14), width=u * 2.4
                ),
                s.palette(0.88, 0.1, 75),
            )
        for _ in range(26):
            px, py = x + s.between(-0.46, 0.46) * w, y + s.between(-0.46, 0.46) * h
            s.fill(
                rect(px, py, u * s.between(2, 5), u * s.between(2, 4), u * 0.3),
                s.palette(0.84, 0.04, 60),
            )
        for fold in (-0.25, 0.0, 0.25):
            s.fill(rect(x + fold * w, y - h, u * 7, h * 2), (0, 0, 0), 0.05)
            s.fill(line(x + fold * w, y - h, x + fold * w, y + h, u * 0.25), (120, 100, 80), 0.4)
        s.fill(line(x - w, y, x + w, y, u * 0.25), (120, 100, 80), 0.4)
    stops = [
        (x + w * (-0.36 + 0.24 * index) + s.between(-2, 2) * u, y + h * s.between(-0.28, 0.28))
        for index in range(4)
    ]
    route = path(*stops, closed=False)
    red = s.palette.light(0.57, 0.21, 27)
    for index in range(0, len(route) - 1, 2):
        a, b = route[index], route[index + 1]
        s.fill(line(a.real, a.imag, b.real, b.imag, u * 0.9), red)
    for px, py in stops:
        _pin(s, px, py, u * 4.6, red if s.chance(0.5) else s.palette.light(0.52, 0.11, 220))
    book_flat(s, s.w * 0.12, s.h * 0.86, u * 28, u * 38, s.between(-0.3, 0.3))
    cup_above(s, s.w * 0.88, s.h * 0.14, u * 12, s.palette(0.42, 0.09, 50))
    for index in range(2):
        _boarding(
            s,
            s.w * (0.74 + 0.04 * index),
            s.h * (0.85 + 0.06 * index),
            u * 42,
            s.between(-0.25, 0.15),
        )
    compass = (s.w * 0.14, s.h * 0.14)
    s.shadow(ellipse(*compass, u * 9), u * 0.8, u * 1.4, u, 0.4)
    s.fill(ellipse(*compass, u * 9), s.palette.light(0.78, 0.1, 80))
    s.fill(ellipse(*compass, u * 7.4), s.palette(0.97, 0.02, 88))
    s.fill(
        turned(
            polygon(
                *local(compass[0], compass[1], u, "0,-6 1.4,0 -1.4,0"),
            ),
            0.6,
            *compass,
        ),
        red,
    )
    s.fill(
        turned(
            polygon(
                *local(compass[0], compass[1], u, "0,6 1.4,0 -1.4,0"),
            ),
            0.6,
            *compass,
        ),
        s.palette(0.3, 0.04, 250),
    )
    daylight(s)


def _pin(s: Sheet, x: float, y: float, r: float, tone: Rgb) -> None:
    s.shadow(ellipse(x, y, r * 0.5, r * 0.2), r * 0.3, r * 0.1, r * 0.2, 0.5)
    s.fade(
        path(
            *local(x, y, r, "0,0 -.85,-1.3 -.7,-2.1 0,-2.5 .7,-2.1 .85,-1.3"),
        ),
        mix(tone, (255, 255, 255), 0.2),
        mix(tone, (0, 0, 0), 0.12),
    )
    s.fill(ellipse(x, y - r * 1.55, r * 0.4), (255, 255, 255))


def _boarding(s: Sheet, x: float, y: float, w: float, turn: float) -> None:
    h = w * 0.42
    place = turning(turn, x, y)
    body = place(rect(x - w / 2, y - h / 2, w, h, s.u * 1.4))
    s.shadow(body, s.u * 0.6, s.u * 1.2, s.u, 0.35)
    s.fill(body, s.palette(0.98, 0.01, 230))
    s.fill(place(rect(x - w / 2, y - h / 2, w, h * 0.24, s.u)), s.palette.accent(0, 0.58, 0.14))
    for row in range(3):
        s.fill(
            place(
                rect(x - w * 0.42, y - h * 0.12 + row * h * 0.18, w * (0.4 - 0.08 * row), h * 0.07)
            ),
            s.palette(0.4, 0.04, 255),
        )
    for index in range(12):
        s.fill(
            place(
                rect(
                    x + w * 0.24 + index * w * 0.018,
                    y - h * 0.12,
                    w * s.pick([0.006, 0.01]),
                    h * 0.5,
                )
            ),
            s.palette(0.2, 0.02, 260),
        )
    for row in range(6):
        s.fill(
            place(ellipse(x + w * 0.19, y - h * 0.42 + row * h * 0.17, s.u * 0.3)),
            s.palette(0.7, 0.02, 250),
        )


SCENES = {
    "letter": letter, "calligraphy": calligraphy, "knitting": knitting, "pottery": pottery,
    "beads": beads, "map": map_,
}  # fmt: skip
