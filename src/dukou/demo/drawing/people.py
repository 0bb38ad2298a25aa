"""People as simple figures: a face with two dots, hair, clothes with a pattern."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi

import numpy as np

from .colour import Rgb, mix
from .outline import Outline, arc, curve, ellipse, line, local, path, polygon, rect
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
        s.fill(fall, mix(who.hair, (0, 0, 0), 0.2))


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
                mix(who.hair, (255, 255, 255), 0.10),
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
        mix(who.hair, (255, 255, 255), 0.3),
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
        mix(tone, (0, 0, 0), 0.18),
    )


def cloth(s: Sheet, outline: Outline, tone: Rgb, pattern: str) -> None:
    """A piece of clothing with light, shade and its pattern."""
    s.fade(outline, mix(tone, (255, 255, 255), 0.10), mix(tone, (0, 0, 0), 0.14), 1.2)
    left, right = float(outline.real.min()), float(outline.real.max())
    top, bottom = float(outline.imag.min()), float(outline.imag.max())
    soft = mix(tone, (255, 255, 255), 0.6)
    if pattern != "plain":
        step = max(6.0, (bottom - top) / 9)
        with s.inside(outline, spill=step):
            if pattern == "stripes":
                for y in range(int(top), int(bottom), int(step)):
                    s.fill(rect(left, y, right - left, step * 0.36), soft, 0.8)
            else:
                for row, y in enumerate(range(int(top), int(bottom), int(step))):
                    for x in range(int(left), int(right), int(step)):
                        s.fill(ellipse(x + (row % 2) * step / 2, y, step * 0.16), soft)
    s.spray(outline, mix(tone, s.palette(0.15, 0.05, 280), 0.7), 0.5, 0.35, 0.5)


def bust(
    s: Sheet, x: float, y: float, size: float, who: Look | None = None, face: str = "front"
) -> None:
    """Head and shoulders; (x, y) is the middle of the lower edge, `size` the height."""
    who = who or look(s)
    r = size * 0.24
    hy = y - size + r * 1.25
    if face != "back":
        hair_behind(s, x, hy, r, who)
    s.fill(
        rect(x - r * 0.32, hy + r * 0.6, r * 0.64, r * 1.0),
        mix(who.skin, s.palette(0.4, 0.1, 30), 0.25),
    )
    torso = path(
        (x - r * 0.5, hy + r * 1.25),
        (x + r * 0.5, hy + r * 1.25),
        (x + r * 1.5, hy + r * 1.7),
        (x + r * 1.95, y + r),
        (x - r * 1.95, y + r),
        (x - r * 1.5, hy + r * 1.7),
    )
    cloth(s, torso, who.top, who.pattern)
    s.fill(
        arc(x, hy + r * 1.2, r * 0.5, r * 0.26, 0, pi, r * 0.14), mix(who.top, (255, 255, 255), 0.4)
    )
    head(s, x, hy, r, who, face=face)


def standing(
    s: Sheet,
    x: float,
    y: float,
    size: float,
    who: Look | None = None,
    face: str = "front",
    pose: str = "still",
) -> None:
    """A whole figure, feet at (x, y), `size` tall; pose: still, walk, wave, arms (raised)."""
    who = who or look(s)
    r = size * 0.085
    hip, shoulder = y - size * 0.46, y - size * 0.76
    s.shadow(ellipse(x, y, size * 0.16, size * 0.025), size * 0.03, 0, size * 0.02, 0.4)
    stride = size * (0.09 if pose == "walk" else 0.045)
    for side in (-1, 1):
        foot = x + side * stride
        s.fill(
            curve(
                (x + side * size * 0.04, hip),
                (x + side * stride * 0.9, y - size * 0.22),
                (foot, y - size * 0.02),
                width=[size * 0.085, size * 0.07, size * 0.055],
            ),
            mix(who.bottom, (0, 0, 0), 0.1 if side > 0 else 0.0),
        )
        s.fill(
            ellipse(foot + side * size * 0.012, y - size * 0.012, size * 0.045, size * 0.02),
            s.palette(0.95, 0.01, 80),
        )
    arm = size * 0.05
    raise_ = {"arms": (-1, -1), "wave": (1, -1)}.get(pose, (1, 1))
    for side, way in zip((-1, 1), raise_, strict=True):
        elbow = (x + side * size * 0.17, shoulder + way * size * 0.10)
        hand = (x + side * size * (0.15 if way > 0 else 0.2), shoulder + way * size * 0.24)
        s.fill(
            curve((x + side * size * 0.09, shoulder + size * 0.02), elbow, hand, width=arm),
            mix(who.top, (0, 0, 0), 0.12),
        )
        s.fill(ellipse(*hand, arm * 0.55), who.skin)
    if face != "back":
        hair_behind(s, x, shoulder - size * 0.115, r, who)
    s.fill(
        line(x, shoulder - size * 0.06, x, shoulder + size * 0.03, size * 0.05),
        mix(who.skin, s.palette(0.4, 0.1, 30), 0.25),
    )
    torso = path(
        (x - size * 0.05, shoulder - size * 0.02),
        (x + size * 0.05, shoulder - size * 0.02),
        (x + size * 0.12, shoulder + size * 0.02),
        (x + size * 0.105, hip + size * 0.04),
        (x - size * 0.105, hip + size * 0.04),
        (x - size * 0.12, shoulder + size * 0.02),
    )
    cloth(s, torso, who.top, who.pattern)
    head(s, x, shoulder - size * 0.115, r, who, face=face)


def hand(
    s: Sheet, x: float, y: float, size: float, turn: float, skin: Rgb, sleeve: Rgb | None = None
) -> None:
    """A forearm that reaches in along `turn` and ends in a hand at (x, y)."""
    way = np.exp(1j * turn)
    wrist = complex(x, y) - way * size * 0.9
    elbow = complex(x, y) - way * size * 4.5

    def at(along: float, across: float) -> tuple[float, float]:
        place = complex(x, y) + way * (along + 1j * across) * size
        return place.real, place.imag

    arm = curve(
        (elbow.real, elbow.imag),
        (wrist.real, wrist.imag),
        (x, y),
        width=[size * 1.2, size * 0.85, size * 0.8],
    )
    s.shadow(arm, size * 0.1, size * 0.25, size * 0.2, 0.35)
    s.fade(arm, skin, mix(skin, s.palette(0.4, 0.1, 30), 0.25), turn + pi / 2)
    if sleeve is not None:
        cuff = complex(x, y) - way * size * 2.1
        s.fill(curve((elbow.real, elbow.imag), (cuff.real, cuff.imag), width=size * 1.5), sleeve)
    s.fill(ellipse(x, y, size * 0.72, size * 0.6, turn), skin)
    for index, across in enumerate((-0.42, -0.14, 0.14, 0.4)):
        length = (0.95, 1.1, 1.08, 0.9)[index]
        s.fill(
            curve(
                at(0.1, across),
                at(0.5, across * 1.15),
                at(length, across * 0.9),
                width=[size * 0.3, size * 0.28, size * 0.22],
            ),
            mix(skin, s.palette(0.4, 0.1, 30), 0.05 * index),
        )
    s.fill(
        curve(
            at(-0.4, -0.5),
            at(0.1, -0.85),
            at(0.6, -0.75),
            width=[size * 0.3, size * 0.28, size * 0.22],
        ),
        skin,
    )


def triangle_skirt(x: float, top: float, bottom: float, waist: float, hem: float) -> Outline:
    """A skirt from waist to hem."""
    return polygon((x - waist, top), (x + waist, top), (x + hem, bottom), (x - hem, bottom))
