"""Scene `letter`: a letter being written: paper, envelope, stamps, a pen, dried flowers."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...colour import darker, lighter, mix
from ...light import daylight
from ...outline import (
    Outline,
    arc,
    blob,
    curve,
    ellipse,
    leaf,
    line,
    polygon,
    rect,
    spot,
    stroke,
    turning,
)
from ...potted import blossom
from ...sheet import Sheet
from ...surfaces import tabletop
from ...tableware import cup_above


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
    s.fade(paper, tone, darker(tone, 0.06), turn + 1)
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
        blossom(s, *spot(place, x + w * 0.32, y + h * 0.38), w * 0.07, s.palette.accents[0])


def _envelope(s: Sheet, x: float, y: float, w: float, turn: float) -> None:
    h = w * 0.62
    tone = s.pick(
        [s.palette(0.86, 0.06, 75), s.palette.accent(0, 0.82, 0.08), s.palette(0.95, 0.02, 85)]
    )
    place = turning(turn, x, y)
    body = place(rect(x - w / 2, y - h / 2, w, h, s.u * 0.6))
    s.shadow(body, s.u, s.u * 1.6, s.u * 1.4, 0.4)
    s.fade(body, lighter(tone, 0.12), tone, turn + 1)
    if s.chance(0.5):
        s.fill(
            place(polygon((x - w / 2, y - h / 2), (x + w / 2, y - h / 2), (x, y + h * 0.1))),
            darker(tone, 0.08),
        )
        for side in (-1, 1):
            s.fill(
                place(line(x + side * w / 2, y - h / 2, x, y + h * 0.1, s.u * 0.4)),
                darker(tone, 0.3),
                0.7,
            )
        _seal(s, *spot(place, x, y + h * 0.08), w * 0.075)
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
        _stamp(s, *spot(place, x + w * 0.36, y - h * 0.22), w * 0.17, turn)


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
        s.fade(inner, tone, lighter(tone, 0.4), turn + pi / 2)
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
        lighter(wax, 0.15),
        darker(wax, 0.25),
        1,
    )
    s.fill(arc(x, y, r * 0.66, r * 0.66, 0, 2 * pi, r * 0.1), darker(wax, 0.3))
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
    s.fill(part(0.13, 0.4, 2.4, 3.2), darker(tone, 0.3))
    s.fill(part(0.4, 0.98, 3.6, 3.0), tone)
    s.fill(part(0.4, 0.43, 3.8, 3.8), gold)
    s.fill(part(0.46, 0.94, 0.7, 0.5) - way * 1j * s.u * 0.7, (255, 255, 255), 0.5)
