"""Lipsticks, bottles and shoes that several pictures show."""

from __future__ import annotations

from math import pi

import numpy as np

from ...colour import Rgb, darker, lighter, mix
from ...outline import (
    Outline,
    curve,
    ellipse,
    line,
    path,
    rect,
    turned,
)
from ...sheet import Sheet


def lipstick_flat(
    s: Sheet, x: float, y: float, size: float, turn: float, hue: float | None = None
) -> None:
    """A lipstick lying down, its tip along `turn`."""
    way = np.exp(1j * turn)
    tone = s.palette(
        s.between(0.45, 0.62), 0.19, s.pick([20.0, 28.0, 10.0, 35.0, 0.0]) if hue is None else hue
    )
    gold = s.palette.light(0.8, 0.09, 82)
    case = s.pick(
        [s.palette(0.2, 0.02, 30), s.palette.accent(0, 0.6, 0.1), s.palette(0.95, 0.01, 80)]
    )

    def box(start: float, end: float, half: float) -> Outline:
        return np.asarray(
            (
                np.array(
                    [
                        complex(start, -half),
                        complex(end, -half),
                        complex(end, half),
                        complex(start, half),
                    ]
                )
                * size
            )
            * way
            + complex(x, y)
        )

    s.shadow([box(-0.5, 0.5, 0.13)], s.u * 0.8, s.u * 1.4, s.u, 0.4)
    s.fade(
        box(-0.5, -0.02, 0.14),
        lighter(case, 0.25),
        darker(case, 0.2),
        turn + pi / 2,
    )
    s.fade(
        box(-0.02, 0.14, 0.115),
        lighter(gold, 0.5),
        mix(gold, (60, 30, 0), 0.3),
        turn + pi / 2,
    )
    tip = np.asarray(
        np.array(
            [
                complex(0.14, -0.09),
                complex(0.34, -0.09),
                complex(0.46, -0.02),
                complex(0.45, 0.05),
                complex(0.4, 0.09),
                complex(0.14, 0.09),
            ]
        )
        * size
        * way
        + complex(x, y)
    )
    s.fade(tip, lighter(tone, 0.25), darker(tone, 0.15), turn + pi / 2)


def bottle_above(
    s: Sheet, x: float, y: float, size: float, turn: float, tone: Rgb | None = None
) -> None:
    """A small bottle lying on its side: foundation, polish, scent."""
    tone = tone or s.palette.accent(int(s.rng.integers(3)), s.between(0.6, 0.85), 0.11)
    glass = turned(
        rect(x - size * 0.3, y - size * 0.26, size * 0.6, size * 0.52, size * 0.1), turn, x, y
    )
    cap = turned(
        rect(x + size * 0.28, y - size * 0.13, size * 0.46, size * 0.26, size * 0.04), turn, x, y
    )
    s.shadow([glass, cap], s.u * 0.7, s.u * 1.3, s.u, 0.4)
    s.fade(glass, lighter(tone, 0.3), tone, turn + pi / 2)
    s.fill(
        turned(
            rect(x - size * 0.24, y - size * 0.2, size * 0.5, size * 0.08, size * 0.03), turn, x, y
        ),
        (255, 255, 255),
        0.5,
    )
    s.fade(cap, s.palette(0.35, 0.03, 30), s.palette(0.2, 0.02, 30), turn + pi / 2)


def sneaker(s: Sheet, x: float, y: float, size: float, tone_index: int | None = None) -> None:
    """A sneaker from the side, sole on height y, toe to the right."""
    tone = s.palette.accent(
        int(s.rng.integers(3)) if tone_index is None else tone_index, 0.62, 0.14
    )
    second = s.palette.accent(2 if tone_index is None else 0, 0.6, 0.14)
    white = s.palette(0.97, 0.012, 85)

    def at(dx: float, dy: float) -> tuple[float, float]:
        return x + dx * size, y + dy * size

    s.shadow(
        ellipse(*at(0, 0), size * 0.5, size * 0.04), size * 0.02, size * 0.01, size * 0.03, 0.45
    )
    tongue = path(
        at(-0.2, -0.36), at(-0.16, -0.52), at(-0.06, -0.55), at(-0.01, -0.46), at(0.04, -0.36)
    )
    s.fade(tongue, mix(white, tone, 0.2), mix(white, tone, 0.4))
    s.fill(
        path(at(-0.43, -0.42), at(-0.26, -0.44), at(-0.1, -0.47), at(-0.16, -0.3), at(-0.36, -0.3)),
        mix(tone, (20, 10, 30), 0.6),
    )
    back = [at(-0.47, -0.08), at(-0.485, -0.22), at(-0.465, -0.36), at(-0.43, -0.45)]
    collar = [
        at(-0.37, -0.4),
        at(-0.3, -0.345),
        at(-0.2, -0.345),
        at(-0.13, -0.4),
        at(-0.08, -0.47),
    ]
    front = [
        at(0.04, -0.39),
        at(0.16, -0.31),
        at(0.29, -0.255),
        at(0.41, -0.225),
        at(0.475, -0.17),
        at(0.49, -0.08),
    ]
    upper = np.concatenate(
        [path(*back, closed=False), path(*collar, closed=False), path(*front, closed=False)]
    )
    s.fade(upper, mix(white, tone, 0.06), mix(white, tone, 0.3), 0.4)
    with s.inside(upper, spill=size * 0.1):
        s.fill(
            path(at(0.25, -0.3), at(0.33, -0.14), at(0.28, -0.06), at(0.56, -0.06), at(0.56, -0.3)),
            tone,
        )
        s.fill(
            path(
                at(-0.52, -0.5),
                at(-0.4, -0.42),
                at(-0.33, -0.24),
                at(-0.36, -0.06),
                at(-0.54, -0.04),
            ),
            tone,
        )
        s.fill(
            path(at(-0.2, -0.4), at(-0.02, -0.5), at(0.24, -0.3), at(0.16, -0.24), at(0.0, -0.34)),
            second,
        )
        swoosh = path(
            at(-0.34, -0.13),
            at(-0.2, -0.17),
            at(0.02, -0.24),
            at(0.16, -0.29),
            at(0.02, -0.17),
            at(-0.16, -0.11),
            at(-0.28, -0.1),
        )
        s.fill(swoosh, second)
        for index in range(6):
            s.fill(
                ellipse(*at(0.33 + 0.025 * index, -0.17 - 0.012 * (index % 2)), size * 0.006),
                darker(tone, 0.4),
            )
        s.spray(upper, mix(tone, (20, 10, 40), 0.6), pi / 2, 0.4, 0.45)
    for index in range(5):
        dx, dy = 0.056 * index, 0.037 * index
        s.fill(line(*at(-0.1 + dx, -0.37 + dy), *at(-0.035 + dx, -0.475 + dy), size * 0.024), white)
        s.fill(ellipse(*at(-0.1 + dx, -0.365 + dy), size * 0.01), darker(second, 0.3))
    for loop in (at(-0.15, -0.56), at(0.03, -0.56)):
        s.fill(
            curve(at(-0.06, -0.47), loop, at(-0.04, -0.5), at(-0.06, -0.46), width=size * 0.016),
            white,
        )
    sole = path(
        at(-0.475, -0.1),
        at(0.0, -0.095),
        at(0.49, -0.1),
        at(0.5, -0.05),
        at(0.45, 0.0),
        at(0.0, 0.005),
        at(-0.44, 0.0),
        at(-0.485, -0.05),
    )
    s.fade(sole, white, darker(white, 0.16))
    s.fill(curve(at(-0.48, -0.055), at(0.0, -0.06), at(0.5, -0.055), width=size * 0.014), second)
    for index in range(16):
        px = -0.44 + index * 0.058
        s.fill(line(*at(px, -0.02), *at(px + 0.02, 0.0), size * 0.008), darker(white, 0.35))
