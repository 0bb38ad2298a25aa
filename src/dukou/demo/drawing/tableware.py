"""Bowls, plates, cups, chopsticks and leaves as they lie on a table, seen from above."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from .colour import Rgb, darker, lighter, mix
from .outline import (
    Outline,
    arc,
    blob,
    curve,
    ellipse,
    leaf,
    line,
    local,
    path,
    rect,
    stroke,
    turned,
)
from .sheet import Sheet


def dish(
    s: Sheet,
    x: float,
    y: float,
    r: float,
    glaze: Rgb | None = None,
    depth: float = 0.8,
    pattern: str | None = None,
) -> float:
    """A round dish with its shadow and a painted rim; returns the radius of what it can hold."""
    white = s.palette(0.97, 0.012, 85)
    glaze = glaze or s.pick(
        [
            white,
            white,
            s.palette.accent(0, 0.75, 0.07),
            s.palette(0.45, 0.06, 240),
            s.palette(0.9, 0.03, 150),
        ]
    )
    s.shadow(ellipse(x, y, r), r * 0.10, r * 0.16, r * 0.10, 0.42)
    s.fade(ellipse(x, y, r), lighter(glaze, 0.35), darker(glaze, 0.10), pi / 3)
    inner = r * depth
    _rim(s, x, y, (r + inner) / 2, (r - inner) / 2, glaze, pattern)
    s.fill(ellipse(x, y, inner), mix(glaze, s.palette(0.3, 0.04, 260), 0.22))
    s.fade(
        ellipse(x + r * 0.008, y + r * 0.012, inner * 0.985),
        darker(glaze, 0.10),
        lighter(glaze, 0.25),
        pi / 3,
    )
    s.fill(arc(x, y, r * 0.96, r * 0.96, pi * 1.05, pi * 1.45, r * 0.025), s.palette(1, 0, 0), 0.75)
    return inner


def _rim(
    s: Sheet, x: float, y: float, middle: float, half: float, glaze: Rgb, pattern: str | None
) -> None:
    ink = s.pick([s.palette(0.42, 0.11, 262), s.palette(0.55, 0.16, 28), s.palette(0.5, 0.09, 160)])
    kind = pattern or s.pick(["line", "dots", "waves", "petals", "none"])
    if sum(glaze) < 480:
        ink = lighter(glaze, 0.7)
    if kind == "line":
        s.fill(arc(x, y, middle + half * 0.5, middle + half * 0.5, 0, 2 * pi, half * 0.16), ink)
        s.fill(arc(x, y, middle - half * 0.5, middle - half * 0.5, 0, 2 * pi, half * 0.10), ink)
        return
    count = int(2 * pi * middle / max(1.0, half * 2.6))
    for index in range(count):
        angle = 2 * pi * index / count
        px, py = x + middle * cos(angle), y + middle * sin(angle)
        if kind == "dots":
            s.fill(ellipse(px, py, half * 0.30), ink)
        elif kind == "waves":
            s.fill(
                arc(
                    px,
                    py,
                    half * 0.75,
                    half * 0.75,
                    angle + pi * 0.5,
                    angle + pi * 1.5,
                    half * 0.18,
                ),
                ink,
            )
        elif kind == "petals":
            s.fill(
                leaf(
                    px - half * 0.6 * cos(angle),
                    py - half * 0.6 * sin(angle),
                    half * 1.3,
                    half * 0.8,
                    angle,
                ),
                ink,
            )


def chopsticks(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    """A pair of chopsticks, their thin ends at (x, y)."""
    tone = s.pick(
        [
            s.palette(0.42, 0.09, 40),
            s.palette(0.24, 0.03, 30),
            s.palette(0.5, 0.15, 28),
            s.palette(0.68, 0.08, 70),
        ]
    )
    tip = s.palette(0.88, 0.05, 85)
    for index, spread in enumerate((-0.03, 0.035)):
        start = complex(x, y) + index * s.u * 2.2 * np.exp(1j * (turn + pi / 2))
        end = start + length * np.exp(1j * (turn + spread))
        stick = stroke(np.linspace(start, end, 6), [s.u * 0.8, s.u * 1.7])
        s.shadow(stick, s.u * 0.7, s.u * 1.2, s.u * 0.7, 0.4)
        s.fill(stick, tone)
        bend = np.linspace(start + (end - start) * 0.74, start + (end - start) * 0.8, 3)
        s.fill(stroke(bend, s.u * 1.6), tip, 0.8)
        shine = np.linspace(start, end, 3) + s.u * 0.25 * np.exp(1j * (turn - pi / 2))
        s.fill(stroke(shine, s.u * 0.25), s.palette(1, 0, 0), 0.25)


def spoon(s: Sheet, x: float, y: float, size: float, turn: float, tone: Rgb | None = None) -> None:
    """A spoon with its bowl at (x, y)."""
    tone = tone or s.pick(
        [s.palette(0.95, 0.01, 90), s.palette(0.62, 0.08, 65), s.palette(0.8, 0.02, 250)]
    )
    handle = turned(
        stroke([complex(x, y), complex(x + size * 3.2, y)], [size * 0.42, size * 0.25]), turn, x, y
    )
    bowl = ellipse(x, y, size * 0.85, size * 0.55, turn)
    s.shadow([handle, bowl], size * 0.15, size * 0.25, size * 0.16, 0.4)
    s.fill(handle, darker(tone, 0.06))
    s.fade(bowl, darker(tone, 0.22), tone, pi / 3)


def cup_above(s: Sheet, x: float, y: float, r: float, drink: Rgb, saucer: bool = True) -> float:
    """A cup from above, filled; returns the radius of the drink."""
    glaze = s.pick(
        [s.palette(0.97, 0.01, 85), s.palette.accent(1, 0.6, 0.08), s.palette(0.35, 0.03, 250)]
    )
    if saucer:
        dish(s, x, y, r * 1.65, glaze, 0.6, "none")
    turn = s.between(0, 2 * pi)
    hx, hy = x + r * 1.15 * cos(turn), y + r * 1.15 * sin(turn)
    handle = arc(hx, hy, r * 0.34, r * 0.34, turn - pi * 0.62, turn + pi * 0.62, r * 0.17)
    s.shadow([ellipse(x, y, r), handle], r * 0.12, r * 0.2, r * 0.14, 0.4)
    s.fill(handle, darker(glaze, 0.08))
    s.fade(ellipse(x, y, r), lighter(glaze, 0.4), darker(glaze, 0.12), pi / 3)
    s.fill(ellipse(x, y, r * 0.9), darker(glaze, 0.25))
    s.fade(
        ellipse(x + r * 0.01, y + r * 0.02, r * 0.86),
        darker(drink, 0.18),
        lighter(drink, 0.10),
        pi / 3,
    )
    return r * 0.86


def scallions(s: Sheet, x: float, y: float, r: float, count: int) -> None:
    """Chopped spring onion, strewn."""
    for _ in range(count):
        px, py = x + s.between(-r, r), y + s.between(-r, r)
        if abs(complex(px - x, py - y)) > r:
            continue
        size = s.u * s.between(0.5, 1.0)
        green = s.palette(s.between(0.55, 0.75), 0.15, s.between(128, 145))
        s.fill(ellipse(px, py, size, size * s.between(0.6, 1), s.between(0, pi)), green)
        s.fill(ellipse(px, py, size * 0.45, size * 0.4), s.palette(0.9, 0.07, 125))


def chilli(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    """A dried red chilli."""
    pod = turned(
        curve(
            *local(x, y, length, "0,0 .5,.1 1,-.04"),
            width=[length * 0.13, length * 0.24, length * 0.03],
        ),
        turn,
        x,
        y,
    )
    s.fill(pod, s.palette(s.between(0.38, 0.5), 0.18, 27))
    s.fill(
        turned(
            curve(
                (x + length * 0.1, y), (x + length * 0.5, y + length * 0.06), width=length * 0.04
            ),
            turn,
            x,
            y,
        ),
        s.palette(0.75, 0.1, 40),
        0.6,
    )


def greens(s: Sheet, x: float, y: float, size: float, leaves: int = 7) -> None:
    """A bunch of leafy greens."""
    for index in range(leaves):
        turn = 2 * pi * index / leaves + s.between(-0.4, 0.4)
        length = size * s.between(0.7, 1.1)
        tone = s.palette(s.between(0.42, 0.62), 0.13, s.between(128, 148))
        s.fill(leaf(x, y, length, length * 0.62, turn, s.between(-0.2, 0.2)), tone)
        s.fill(
            curve(
                (x, y),
                (x + length * 0.8 * cos(turn), y + length * 0.8 * sin(turn)),
                width=[size * 0.07, size * 0.02],
            ),
            s.palette(0.85, 0.07, 120),
        )


def egg_half(s: Sheet, x: float, y: float, r: float, turn: float) -> None:
    """A soft egg cut in half."""
    white = ellipse(x, y, r, r * 0.8, turn)
    s.shadow(white, r * 0.06, r * 0.12, r * 0.1, 0.35)
    s.fade(white, s.palette(0.99, 0.01, 90), s.palette(0.88, 0.03, 75), pi / 3)
    s.fill(ellipse(x, y, r * 0.55, r * 0.5, turn), s.palette(0.72, 0.16, 62))
    s.fade(
        ellipse(x, y, r * 0.47, r * 0.42, turn),
        s.palette(0.82, 0.16, 78),
        s.palette(0.68, 0.18, 55),
        pi / 3,
    )
    s.fill(ellipse(x - r * 0.15, y - r * 0.15, r * 0.12, r * 0.07, 0.7), s.palette(1, 0, 0), 0.7)


def fried_egg(s: Sheet, x: float, y: float, r: float) -> None:
    """A fried egg with a shining yolk."""
    white = blob(x, y, r, s.rng, rough=0.14, knots=8)
    s.shadow(white, r * 0.05, r * 0.08, r * 0.08, 0.3)
    s.fill(white, s.palette(0.90, 0.05, 75))
    s.fill(blob(x, y, r * 0.9, s.rng, rough=0.10, knots=8), s.palette(0.99, 0.008, 90))
    yolk = (x + r * 0.08, y - r * 0.05)
    s.fade(ellipse(*yolk, r * 0.42), s.palette(0.86, 0.15, 82), s.palette(0.70, 0.18, 60), pi / 3)
    s.fill(
        ellipse(yolk[0] - r * 0.13, yolk[1] - r * 0.15, r * 0.12, r * 0.07, 0.6),
        s.palette(1, 0, 0),
        0.8,
    )


def strawberry(s: Sheet, x: float, y: float, r: float, turn: float = 0.0) -> None:
    """A strawberry, tip down when not turned."""
    body = turned(_berry(x, y, r), turn, x, y)
    s.fade(body, s.palette(0.62, 0.22, 25), s.palette(0.46, 0.2, 22), 0.8)
    for _ in range(9):
        px, py = x + s.between(-0.5, 0.5) * r, y + s.between(-0.5, 0.6) * r
        s.fill(ellipse(px, py, r * 0.06, r * 0.09), s.palette(0.85, 0.12, 80))
    for angle in (-2.6, -2.1, -1.57, -1.0, -0.5):
        tip = turned(
            leaf(
                x,
                y - r * 0.72,
                r * 0.62,
                r * 0.26,
                angle + pi if abs(angle + 1.57) > 2 else angle,
                0.2,
            ),
            turn,
            x,
            y,
        )
        s.fill(tip, s.palette(0.55, 0.14, 138))


def _berry(x: float, y: float, r: float) -> Outline:
    return path(*local(x, y, r, "0,-.85 .7,-.7 .85,-.1 .45,.65 0,1 -.45,.65 -.85,-.1 -.7,-.7"))


def napkin(s: Sheet, x: float, y: float, size: float, turn: float) -> None:
    """A folded cloth napkin with a stripe."""
    cloth = turned(rect(x - size / 2, y - size / 2, size, size * 0.9, s.u), turn, x, y)
    tone = s.palette.accent(2, 0.82, 0.06)
    s.shadow(cloth, s.u, s.u * 1.6, s.u * 1.4, 0.3)
    s.fade(cloth, tone, darker(tone, 0.08), turn)
    for offset in (0.30, 0.36):
        at = x - size / 2 + size * offset
        s.fill(
            turned(line(at, y - size / 2, at, y + size * 0.4, s.u * 0.6), turn, x, y),
            mix(tone, s.palette(0.3, 0.1, 20), 0.5),
        )
