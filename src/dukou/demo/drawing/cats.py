"""Cats: sitting, asleep, seen from behind, and their faces."""

from __future__ import annotations

from math import pi

import numpy as np

from .coats import Coat, cat_coat
from .colour import mix
from .outline import arc, blob, curve, ellipse, line, local, path
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


def cat_head(s: Sheet, x: float, y: float, r: float, coat: Coat, look: str | None = None) -> None:
    """A cat's face around (x, y); look: open, sleepy, happy or up."""
    look = look or s.pick(["open", "open", "happy", "sleepy", "up"])
    ear_tone = coat.mark if coat.pattern in ("points",) else coat.fur
    for side in (-1, 1):
        tone = coat.mark if coat.pattern in ("calico", "cow") and side > 0 else ear_tone
        s.fill(
            path(*local(x, y, r, ".28,-.62 .62,-1 .88,-1.22 .98,-.8 .98,-.1", mirror=side)),
            tone,
        )
        s.fill(
            path(*local(x, y, r, ".5,-.66 .8,-1.02 .86,-.45", mirror=side)),
            s.palette(0.8, 0.08, 20),
        )
    head = path(
        *local(
            x,
            y,
            r,
            "-.55,-.74 0,-.8 .55,-.74 1.08,-.05 .95,.45 .45,.76 0,.82 -.45,.76 -.95,.45 -1.08,-.05",
        ),
    )
    s.shadow(head, 0, r * 0.12, r * 0.12, 0.22)
    s.fade(
        head, mix(coat.fur, (255, 255, 255), 0.12), mix(coat.fur, s.palette(0.2, 0.05, 30), 0.10)
    )
    with s.inside(head):
        _face_marks(s, x, y, r, coat)
    s.fill(ellipse(x, y + r * 0.42, r * 0.42, r * 0.3), coat.belly)
    _cat_features(s, x, y, r, coat, look)


def _face_marks(s: Sheet, x: float, y: float, r: float, coat: Coat) -> None:
    if coat.pattern == "tabby":
        for dx in (-0.28, 0.0, 0.28):
            s.fill(
                curve(
                    (x + dx * r, y - r * 0.85),
                    (x + dx * r * 0.8, y - r * 0.36),
                    width=[r * 0.16, r * 0.04],
                ),
                coat.mark,
            )
        for side in (-1, 1):
            for dy in (0.1, 0.34):
                s.fill(
                    curve(
                        (x + side * r * 1.1, y + r * dy),
                        (x + side * r * 0.66, y + r * (dy + 0.04)),
                        width=[r * 0.12, r * 0.03],
                    ),
                    coat.mark,
                )
    elif coat.pattern == "calico":
        s.fill(
            path(*local(x, y, r, ".1,-1 1.2,-1 1.2,.1 .5,.18 .16,-.2")),
            coat.mark,
        )
        s.fill(
            path(*local(x, y, r, "-1.2,-.9 -.5,-1 -.5,-.4 -1.2,-.2")),
            s.palette(0.25, 0.02, 50),
        )
    elif coat.pattern == "cow":
        s.fill(
            path(*local(x, y, r, ".14,-1 1.2,-1 1.2,.2 .4,.1")),
            coat.mark,
        )
        s.fill(
            path(*local(x, y, r, "-.14,-1 -1.2,-1 -1.2,.2 -.4,.1")),
            coat.mark,
        )
    elif coat.pattern == "tuxedo":
        s.fill(
            path(*local(x, y, r, "0,-.5 .16,0 .6,.5 0,.9 -.6,.5 -.16,0")),
            coat.belly,
        )
    elif coat.pattern == "points":
        s.spray_round(
            ellipse(x, y + r * 0.1, r * 0.75, r * 0.7), coat.fur, x, y + r * 0.2, r * 0.9, 0.5
        )
        s.fill(ellipse(x, y + r * 0.25, r * 0.55, r * 0.5), coat.mark, 0.75)


def _cat_features(s: Sheet, x: float, y: float, r: float, coat: Coat, look: str) -> None:
    dark = s.palette(0.14, 0.02, 40)
    if sum(coat.fur) < 200 and look in ("happy", "sleepy"):
        dark = s.palette(0.85, 0.03, 80)
    ink = s.palette(0.14, 0.02, 40)
    for side in (-1, 1):
        ex, ey = x + side * r * 0.46, y + r * 0.08
        if look in ("open", "up"):
            s.fill(ellipse(ex, ey, r * 0.22, r * 0.24), ink)
            s.fill(ellipse(ex, ey, r * 0.19, r * 0.21), coat.eye)
            lift = -r * 0.07 if look == "up" else 0
            s.fill(ellipse(ex, ey + lift, r * 0.11, r * 0.17), ink)
            s.fill(ellipse(ex - r * 0.05, ey - r * 0.08 + lift, r * 0.05), s.palette.light(1, 0, 0))
        else:
            start, end = (pi, 2 * pi) if look == "happy" else (0, pi)
            s.fill(
                arc(
                    ex,
                    ey + (r * 0.08 if look == "happy" else -r * 0.02),
                    r * 0.2,
                    r * 0.15,
                    start + 0.25,
                    end - 0.25,
                    r * 0.07,
                ),
                dark,
            )
        s.fill(
            ellipse(x + side * r * 0.72, y + r * 0.38, r * 0.17, r * 0.10),
            s.palette(0.78, 0.11, 20),
            0.45,
        )
        for whisker in (-0.1, 0.1):
            s.fill(
                line(
                    x + side * r * 0.5,
                    y + r * (0.42 + whisker * 0.6),
                    x + side * r * 1.3,
                    y + r * (0.36 + whisker * 2),
                    r * 0.022,
                ),
                s.palette(0.95, 0.01, 60) if sum(coat.fur) < 420 else s.palette(0.4, 0.02, 60),
                0.7,
            )
    s.fill(
        path(*local(x, y, r, "-.1,.3 .1,.3 0,.4")),
        s.palette(0.66, 0.11, 20),
    )
    for side in (-1, 1):
        s.fill(
            arc(x + side * r * 0.11, y + r * 0.42, r * 0.11, r * 0.09, 0.1, pi - 0.1, r * 0.04),
            ink if coat.pattern != "plain" else s.palette(0.2, 0.02, 40),
        )


def cat_curled(s: Sheet, x: float, y: float, size: float, coat: Coat | None = None) -> None:
    """A cat asleep, curled up into a loaf whose middle is (x, y); `size` is its width."""
    coat = coat or cat_coat(s)
    r = size / 2
    body = path(*local(x, y, r, "-1,.1 -.75,-.45 0,-.66 .75,-.45 1,.1 .7,.42 0,.5 -.7,.42"))
    s.shadow(body, r * 0.04, r * 0.12, r * 0.12, 0.4)
    s.fade(body, mix(coat.fur, (255, 255, 255), 0.1), mix(coat.fur, s.palette(0.2, 0.05, 30), 0.22))
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
        coat.mark
        if coat.pattern in ("points", "calico", "cow")
        else mix(coat.fur, (255, 255, 255), 0.05),
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
    s.fade(head, mix(coat.fur, (255, 255, 255), 0.12), coat.fur)
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
