"""A hamster and small birds."""

from __future__ import annotations

from math import pi

from .colour import darker, lighter, mix
from .outline import ellipse, line, local, path, polygon, turned
from .sheet import Sheet


def hamster_front(s: Sheet, x: float, y: float, r: float) -> None:
    """A round hamster with full cheeks that holds a seed; its middle at (x, y)."""
    fur = s.pick([s.palette(0.76, 0.1, 65), s.palette(0.7, 0.02, 80), s.palette(0.86, 0.07, 78)])
    white, ink = s.palette(0.98, 0.01, 80), s.palette(0.14, 0.02, 40)
    s.shadow(ellipse(x, y + r * 0.95, r * 0.95, r * 0.2), 0, 0, r * 0.15, 0.4)
    for side in (-1, 1):
        s.fill(
            ellipse(x + side * r * 0.62, y - r * 0.86, r * 0.24, r * 0.24),
            darker(fur, 0.12),
        )
        s.fill(
            ellipse(x + side * r * 0.62, y - r * 0.84, r * 0.15, r * 0.15), s.palette(0.78, 0.1, 20)
        )
        s.fill(
            ellipse(x + side * r * 0.45, y + r * 0.95, r * 0.24, r * 0.13), s.palette(0.8, 0.1, 25)
        )
    body = path(
        *local(x, y, r, "-.5,-.9 0,-1 .5,-.9 .92,-.3 1.02,.4 .7,.92 0,1 -.7,.92 -1.02,.4 -.92,-.3")
    )
    s.fade(body, lighter(fur, 0.15), mix(fur, s.palette(0.2, 0.05, 30), 0.15))
    with s.inside(body):
        s.fill(ellipse(x, y + r * 0.5, r * 0.78, r * 0.8), white)
        s.fill(
            polygon(*local(x, y, r, "-.1,-1 .1,-1 0,-.3")),
            darker(fur, 0.25),
        )
        s.spray(body, s.palette(0.25, 0.05, 40), pi / 2, 0.35, 0.5)
    for side in (-1, 1):
        s.fill(ellipse(x + side * r * 0.5, y - r * 0.05, r * 0.36, r * 0.3), white)
        s.fill(ellipse(x + side * r * 0.42, y - r * 0.35, r * 0.12, r * 0.14), ink)
        s.fill(
            ellipse(x + side * r * 0.42 - r * 0.04, y - r * 0.4, r * 0.045),
            s.palette.light(1, 0, 0),
        )
        s.fill(
            ellipse(x + side * r * 0.62, y - r * 0.05, r * 0.15, r * 0.1),
            s.palette(0.78, 0.12, 20),
            0.5,
        )
    s.fill(
        path(*local(x, y, r, "-.08,-.22 .08,-.22 0,-.13")),
        s.palette(0.66, 0.12, 20),
    )
    seed = turned(
        path(*local(x, y, r, "0,.12 .13,.3 0,.52 -.13,.3")),
        0.2,
        x,
        y + r * 0.3,
    )
    s.fill(seed, s.palette(0.35, 0.03, 60))
    s.fill(line(x, y + r * 0.18, x, y + r * 0.46, r * 0.035), s.palette(0.9, 0.03, 80))
    for side in (-1, 1):
        s.fill(
            ellipse(x + side * r * 0.2, y + r * 0.34, r * 0.14, r * 0.1, side * -0.5),
            s.palette(0.82, 0.09, 25),
        )


def bird_side(s: Sheet, x: float, y: float, r: float, hue: float | None = None) -> None:
    """A small round bird on its perch at (x, y), facing left or right."""
    hue = s.pick([240.0, 30.0, 85.0, 140.0, 15.0]) if hue is None else hue
    side = s.pick([-1, 1])
    top, belly = s.palette(0.6, 0.13, hue), s.palette(0.93, 0.05, hue + 40)

    def at(dx: float, dy: float) -> tuple[float, float]:
        return x + side * dx * r, y + dy * r

    s.fill(
        path(at(-0.8, -0.9), at(-1.9, -0.35), at(-2.0, -0.1), at(-0.7, -0.35)),
        darker(top, 0.25),
    )
    body = path(
        at(-1.0, -0.7),
        at(-0.5, -1.3),
        at(0.2, -1.75),
        at(0.75, -1.75),
        at(1.05, -1.3),
        at(0.9, -0.6),
        at(0.4, -0.1),
        at(-0.3, -0.05),
    )
    s.fade(body, lighter(top, 0.12), top)
    with s.inside(body):
        s.fill(ellipse(*at(0.55, -0.45), r * 0.75, r * 0.75), belly)
        s.fill(ellipse(*at(0.9, -1.15), r * 0.35, r * 0.25), belly)
    s.fill(
        path(at(-0.1, -1.05), at(-0.9, -0.75), at(-1.35, -0.3), at(-0.3, -0.4), at(0.2, -0.7)),
        darker(top, 0.22),
    )
    s.fill(polygon(at(1.0, -1.4), at(1.38, -1.22), at(0.98, -1.12)), s.palette(0.72, 0.15, 70))
    s.fill(ellipse(*at(0.66, -1.38), r * 0.12), s.palette(0.12, 0.02, 40))
    s.fill(ellipse(*at(0.69, -1.42), r * 0.04), s.palette.light(1, 0, 0))
    for leg in (-0.05, 0.25):
        s.fill(line(*at(leg, -0.1), *at(leg, 0.12), r * 0.07), s.palette(0.5, 0.1, 50))
