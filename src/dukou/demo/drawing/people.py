"""People as simple figures in clothes with a pattern."""

from __future__ import annotations

from math import pi

import numpy as np

from .colour import Rgb, darker, lighter, mix
from .faces import Look, hair_behind, head, look
from .outline import Outline, arc, curve, ellipse, line, path, rect
from .sheet import Sheet


def cloth(s: Sheet, outline: Outline, tone: Rgb, pattern: str) -> None:
    """A piece of clothing with light, shade and its pattern."""
    s.fade(outline, lighter(tone, 0.10), darker(tone, 0.14), 1.2)
    left, right = float(outline.real.min()), float(outline.real.max())
    top, bottom = float(outline.imag.min()), float(outline.imag.max())
    soft = lighter(tone, 0.6)
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
    s.fill(arc(x, hy + r * 1.2, r * 0.5, r * 0.26, 0, pi, r * 0.14), lighter(who.top, 0.4))
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
            darker(who.bottom, 0.1 if side > 0 else 0.0),
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
            darker(who.top, 0.12),
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
