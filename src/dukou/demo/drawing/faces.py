"""Heads: hair, a few lines of a face, and who somebody is."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi

from .colour import Rgb, darker, lighter, mix
from .outline import arc, curve, ellipse, local, path, rect
from .sheet import Sheet


@dataclass(frozen=True, slots=True)
class Look:
    """What one person looks like."""

    skin: Rgb
    hair: Rgb
    style: str
    top: Rgb
    bottom: Rgb
    pattern: str


def look(s: Sheet, style: str | None = None) -> Look:
    """A person of this picture."""
    c = s.palette
    return Look(
        skin=s.pick([c(0.87, 0.055, 58), c(0.84, 0.07, 58), c(0.74, 0.08, 55), c(0.52, 0.07, 50)]),
        hair=s.pick(
            [
                c(0.14, 0.02, 40),
                c(0.14, 0.02, 40),
                c(0.28, 0.05, 45),
                c(0.48, 0.09, 55),
                c(0.7, 0.1, 75),
            ]
        ),
        style=style or s.pick(["bob", "long", "bun", "short", "cap", "ponytail"]),
        top=s.palette.accent(int(s.rng.integers(3)), s.between(0.5, 0.78), 0.12),
        bottom=s.pick([c(0.35, 0.06, 255), c(0.25, 0.02, 60), c(0.8, 0.04, 80), c(0.5, 0.06, 60)]),
        pattern=s.pick(["plain", "stripes", "dots", "plain"]),
    )


def hair_behind(s: Sheet, x: float, y: float, r: float, who: Look) -> None:
    """The hair that falls behind neck and shoulders; draw it before them."""
    low = {"bob": 0.9, "long": 2.0}.get(who.style)
    if low is not None:
        fall = path(
            *local(
                x, y, r, "-1.04,-.4 1.04,-.4 1.08,.5 1.02,1 0,1.12 -1.02,1 -1.08,.5", tall=r * low
            )
        )
        s.fill(fall, darker(who.hair, 0.2))


def head(
    s: Sheet, x: float, y: float, r: float, who: Look, *, face: str = "front", turn: float = 0.0
) -> None:
    """A head around (x, y); face: front, down (looking down), back."""
    if who.style == "long" and face != "back":
        for side in (-1, 1):
            s.fill(
                path(*local(x, y, r, ".4,-.9 1.1,-.3 1.2,.9 1,1.7 .72,1.3 .7,.3", mirror=side)),
                who.hair,
            )
    elif who.style == "ponytail" and face != "back":
        s.fill(
            path(*local(x, y, r, ".6,-.9 1.7,-.6 1.6,.9 1.2,.3")),
            who.hair,
        )
    if who.style == "bun":
        s.fill(ellipse(x + turn * r, y - r * 1.15, r * 0.42, r * 0.38), who.hair)
    if face == "back":
        long = r * (1.5 if who.style == "long" else 0.55)
        s.fill(
            path(
                (x - r * 0.98, y - r * 0.2),
                (x - r * 0.6, y - r * 0.95),
                (x + r * 0.6, y - r * 0.95),
                (x + r * 0.98, y - r * 0.2),
                (x + r * 0.9, y + long),
                (x, y + long + r * 0.2),
                (x - r * 0.9, y + long),
            ),
            who.hair,
        )
        if who.style == "ponytail":
            s.fill(
                path(*local(x, y, r, "-.2,-.1 .25,-.1 .35,1.3 0,1.6 -.3,1.2")),
                lighter(who.hair, 0.10),
            )
        if who.style == "cap":
            _cap(s, x, y, r, who, back=True)
        return
    for side in (-1, 1):
        s.fill(
            ellipse(x + side * r * 0.95, y + r * 0.12, r * 0.18, r * 0.24),
            mix(who.skin, s.palette(0.5, 0.12, 30), 0.2),
        )
    face_shape = path(
        *local(x, y, r, "-.9,-.3 0,-1 .9,-.3 .84,.45 .36,.96 0,1.04 -.36,.96 -.84,.45")
    )
    s.fill(face_shape, who.skin)
    _features(s, x + turn * r * 0.4, y + (r * 0.12 if face == "down" else 0), r, who, face)
    _fringe(s, x, y, r, who)


def _features(s: Sheet, x: float, y: float, r: float, who: Look, face: str) -> None:
    ink = mix(who.hair, s.palette(0.12, 0.02, 40), 0.6)
    for side in (-1, 1):
        ex = x + side * r * 0.36
        if face == "down":
            s.fill(arc(ex, y + r * 0.16, r * 0.16, r * 0.10, 0.2, pi - 0.2, r * 0.07), ink)
        else:
            s.fill(ellipse(ex, y + r * 0.18, r * 0.08, r * 0.11), ink)
        s.fill(arc(ex, y - r * 0.02, r * 0.17, r * 0.10, pi * 1.2, pi * 1.8, r * 0.05), ink, 0.7)
        s.fill(
            ellipse(x + side * r * 0.55, y + r * 0.45, r * 0.19, r * 0.12),
            s.palette(0.7, 0.14, 22),
            0.42,
        )
    s.fill(
        arc(x, y + r * 0.54, r * 0.15, r * 0.11, 0.15, pi - 0.15, r * 0.055),
        s.palette(0.45, 0.13, 25),
    )
    s.fill(
        curve((x, y + r * 0.28), (x - r * 0.04, y + r * 0.38), width=r * 0.045),
        mix(who.skin, s.palette(0.4, 0.1, 35), 0.5),
    )


def _fringe(s: Sheet, x: float, y: float, r: float, who: Look) -> None:
    if who.style == "cap":
        _cap(s, x, y, r, who)
        return
    drop = {"bob": 0.75, "long": 0.6, "short": -0.05, "bun": 0.0, "ponytail": 0.1}[who.style]
    for side in (-1, 1):
        s.fill(
            path(
                (x, y - r * 1.06),
                (x + side * r * 0.7, y - r * 0.92),
                (x + side * r * 1.08, y - r * 0.2),
                (x + side * r * 1.06, y + r * drop),
                (x + side * r * 0.84, y + r * (drop + 0.08)),
                (x + side * r * 0.82, y - r * 0.1),
                (x + side * r * 0.4, y - r * 0.42),
                (x - side * r * 0.2, y - r * 0.5),
            ),
            who.hair,
        )
    s.fill(
        curve(
            *local(x, y, r, "-.45,-.8 0,-.92 .3,-.84"),
            width=[r * 0.02, r * 0.08, r * 0.02],
        ),
        lighter(who.hair, 0.3),
        0.7,
    )


def _cap(s: Sheet, x: float, y: float, r: float, who: Look, back: bool = False) -> None:
    tone = s.palette.accent(1, 0.55, 0.14)
    if back:
        s.fill(
            path(*local(x, y, r, "-1.02,-.15 -.7,-.95 .7,-.95 1.02,-.15 0,0")),
            tone,
        )
        return
    for side in (-1, 1):
        s.fill(
            rect(x + side * r * 0.92 - r * 0.12, y - r * 0.4, r * 0.24, r * 0.55, r * 0.1), who.hair
        )
    s.fill(
        path(*local(x, y, r, "-1.02,-.28 -.75,-1 0,-1.18 .75,-1 1.02,-.28 0,-.42")),
        tone,
    )
    s.fill(
        path(*local(x, y, r, "-.95,-.36 0,-.5 .95,-.36 .8,-.14 0,-.22 -.8,-.14")),
        darker(tone, 0.18),
    )
