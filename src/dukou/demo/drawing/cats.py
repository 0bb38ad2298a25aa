"""Cats: sitting, asleep, seen from behind."""

from __future__ import annotations

from math import pi

import numpy as np

from .cat_faces import cat_head
from .coats import Coat, cat_coat
from .colour import lighter, mix
from .outline import blob, curve, ellipse, line, local, path
from .sheet import Sheet


def cat_sitting(
    s: Sheet, x: float, y: float, size: float, coat: Coat | None = None, look: str | None = None
) -> None:
    """A cat that sits upright and faces us, its feet at (x, y); `size` is its height."""
    coat = coat or cat_coat(s)
    r = size * 0.2
    side = s.pick([-1, 1])
    s.shadow(ellipse(x, y, r * 1.5, r * 0.32), r * 0.2, 0, r * 0.2, 0.4)
    tail = curve(
        *local(x, y, r, ".9,-.2 2,-.1 2.3,-1 1.75,-1.6", mirror=side),
        width=[r * 0.5, r * 0.48, r * 0.42],
    )
    s.fill(tail, coat.mark if coat.pattern in ("points", "calico", "cow") else coat.fur)
    if coat.pattern == "tabby":
        for place in (0.35, 0.55, 0.75):
            at = complex(x + side * r * 2.15, y - r * (0.1 + place * 1.6))
            s.fill(ellipse(at.real, at.imag, r * 0.24, r * 0.09, 0.4 * side), coat.mark, 0.9)
    body = path(
        *local(
            x,
            y,
            r,
            "-.72,-2.5 0,-2.75 .72,-2.5 1.18,-1.2 1.22,-.25 .8,0 -.8,0 -1.22,-.25 -1.18,-1.2",
        ),
    )
    s.fade(body, coat.fur, mix(coat.fur, s.palette(0.2, 0.05, 30), 0.22))
    with s.inside(body):
        _body_marks(s, x, y, r, coat)
        s.fill(
            path(*local(x, y, r, "-.45,-2.3 .45,-2.3 .5,-1.2 0,-.7 -.5,-1.2")),
            coat.belly,
        )
        s.spray(body, s.palette(0.2, 0.05, 280), 0.3 if side > 0 else pi - 0.3, 0.4, 0.5)
    for foot in (-1, 1):
        leg = curve(
            (x + foot * r * 0.36, y - r * 1.3),
            (x + foot * r * 0.36, y - r * 0.18),
            width=[r * 0.5, r * 0.55],
        )
        s.fill(leg, mix(coat.belly, coat.fur, 0.25))
        s.fill(
            line(x + foot * r * 0.06, y - r * 1.0, x + foot * r * 0.06, y - r * 0.05, r * 0.05),
            s.palette(0.2, 0.03, 40),
            0.25,
        )
        s.fill(ellipse(x + foot * r * 0.4, y - r * 0.13, r * 0.4, r * 0.2), coat.belly)
    cat_head(s, x, y - r * 3.35, r * 1.12, coat, look)


def _body_marks(s: Sheet, x: float, y: float, r: float, coat: Coat) -> None:
    if coat.pattern == "tabby":
        for row in range(5):
            height = y - r * (0.5 + row * 0.45)
            for side in (-1, 1):
                s.fill(
                    curve(
                        *local(x, height, r, "1.3,0 .9,.06 .55,-.03", mirror=side),
                        width=[r * 0.2, r * 0.16, r * 0.03],
                    ),
                    coat.mark,
                    0.85,
                )
    elif coat.pattern in ("calico", "cow"):
        for index, (dx, dy, size) in enumerate(
            ((-0.9, -1.9, 0.75), (0.95, -0.9, 0.8), (-0.7, -0.4, 0.5))
        ):
            tone = (
                coat.mark if coat.pattern == "cow" or index % 2 == 0 else s.palette(0.25, 0.02, 50)
            )
            s.fill(blob(x + dx * r, y + dy * r, r * size, s.rng, rough=0.2), tone)
    elif coat.pattern == "points":
        s.spray(ellipse(x, y - r * 0.2, r * 1.3, r * 0.9), coat.mark, pi / 2, 0.5, 0.7)


def cat_curled(s: Sheet, x: float, y: float, size: float, coat: Coat | None = None) -> None:
    """A cat asleep, curled up into a loaf whose middle is (x, y); `size` is its width."""
    coat = coat or cat_coat(s)
    r = size / 2
    body = path(*local(x, y, r, "-1,.1 -.75,-.45 0,-.66 .75,-.45 1,.1 .7,.42 0,.5 -.7,.42"))
    s.shadow(body, r * 0.04, r * 0.12, r * 0.12, 0.4)
    s.fade(body, lighter(coat.fur, 0.1), mix(coat.fur, s.palette(0.2, 0.05, 30), 0.22))
    with s.inside(body):
        if coat.pattern == "tabby":
            for dx in np.linspace(-0.1, 0.85, 6):
                s.fill(
                    curve(
                        (x + dx * r, y - r * 0.75),
                        (x + dx * r * 1.05 + r * 0.05, y - r * 0.25),
                        width=[r * 0.11, r * 0.03],
                    ),
                    coat.mark,
                    0.9,
                )
        elif coat.pattern in ("calico", "cow"):
            s.fill(blob(x + r * 0.4, y - r * 0.4, r * 0.36, s.rng, rough=0.2), coat.mark)
            s.fill(blob(x + r * 0.85, y, r * 0.3, s.rng, rough=0.2), s.palette(0.25, 0.02, 50))
        s.spray(body, s.palette(0.2, 0.05, 280), 0.6, 0.45, 0.55)
    tail = curve(
        *local(x, y, r, ".9,.1 .7,.46 .1,.52 -.4,.42"),
        width=[r * 0.2, r * 0.2, r * 0.16],
    )
    s.shadow(tail, 0, -r * 0.03, r * 0.04, 0.3)
    s.fill(
        tail,
        coat.mark if coat.pattern in ("points", "calico", "cow") else lighter(coat.fur, 0.05),
    )
    cat_head(s, x - r * 0.52, y + r * 0.06, r * 0.42, coat, "sleepy")


def cat_back(s: Sheet, x: float, y: float, size: float, coat: Coat | None = None) -> None:
    """A cat seen from behind, looking out; feet at (x, y)."""
    coat = coat or cat_coat(s)
    r = size * 0.22
    s.shadow(ellipse(x, y, r * 1.3, r * 0.3), r * 0.2, 0, r * 0.2, 0.4)
    body = path(
        *local(
            x, y, r, "-.6,-2.5 0,-2.7 .6,-2.5 1.15,-1.2 1.15,-.2 .6,0 -.6,0 -1.15,-.2 -1.15,-1.2"
        ),
    )
    s.fade(body, coat.fur, mix(coat.fur, s.palette(0.2, 0.05, 280), 0.3))
    with s.inside(body):
        _body_marks(s, x, y, r, coat)
        if coat.pattern == "tabby":
            s.fill(line(x, y - r * 2.5, x, y - r * 0.3, r * 0.2), coat.mark)
    side = s.pick([-1, 1])
    s.fill(
        curve(
            *local(x, y, r, ".5,-.15 1.5,.02 2.1,-.5 1.9,-1.1", mirror=side),
            width=[r * 0.45, r * 0.4, r * 0.36],
        ),
        coat.mark if coat.pattern in ("points", "cow", "calico") else coat.fur,
    )
    hy, hr = y - r * 3.05, r * 0.95
    for ear in (-1, 1):
        s.fill(
            path(*local(x, hy, hr, ".2,-.5 .8,-1.25 .95,-.1", mirror=ear)),
            coat.mark if coat.pattern in ("points", "calico") else coat.fur,
        )
    head = ellipse(x, hy, hr, hr * 0.82)
    s.fade(head, lighter(coat.fur, 0.12), coat.fur)
    if coat.pattern == "tabby":
        for dx in (-0.3, 0, 0.3):
            s.fill(
                curve(
                    (x + dx * hr, hy - hr * 0.7),
                    (x + dx * hr * 0.9, hy - hr * 0.1),
                    width=[hr * 0.14, hr * 0.04],
                ),
                coat.mark,
            )
