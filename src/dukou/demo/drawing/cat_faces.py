"""The face of a cat: its marks and its looks."""

from __future__ import annotations

from math import pi

from .coats import Coat
from .colour import lighter, mix
from .outline import arc, curve, ellipse, line, local, path
from .sheet import Sheet


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
    s.fade(head, lighter(coat.fur, 0.12), mix(coat.fur, s.palette(0.2, 0.05, 30), 0.10))
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
