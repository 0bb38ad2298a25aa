"""The light of a study, and the screen on its desk."""

from __future__ import annotations

from ...colour import darker, lighter
from ...light import slant, window_light
from ...outline import local, polygon, rect
from ...sheet import Sheet


def evening(s: Sheet) -> None:
    """The light of the room: a lamp by night, the sun by day."""
    if s.palette.mood.dark:
        s.glow(s.w * 0.5, s.h * 0.35, s.h * 0.8, s.palette.light(0.86, 0.11, 72), 0.35)
    elif s.chance(0.5):
        window_light(s, 0.28)
    else:
        slant(s, 0.24)


def laptop_front(s: Sheet, x: float, y: float, w: float) -> None:
    """A laptop seen from the front, lines of code on its screen."""
    h = w * 0.62
    metal = s.palette(0.82, 0.012, 250)
    s.fill(rect(x - w / 2, y - h - s.u, w, h, s.u * 1.6), darker(metal, 0.1))
    screen = rect(x - w / 2 + s.u * 1.4, y - h + s.u * 0.4, w - s.u * 2.8, h - s.u * 2.8, s.u * 0.5)
    s.fade(screen, s.palette.light(0.35, 0.06, 260), s.palette.light(0.24, 0.05, 270))
    left, top = x - w / 2 + s.u * 3.4, y - h + s.u * 3
    for row in range(8):
        indent = s.pick([0, 0, 2, 4])
        at = left + indent * s.u
        for _ in range(s.pick([1, 2, 3])):
            run = s.u * s.between(2, 7)
            if at + run > x + w / 2 - s.u * 4:
                break
            s.fill(
                rect(at, top + row * (h - s.u * 7) / 8, run, s.u * 1.1, s.u * 0.5),
                s.palette.light(0.78, 0.12, s.pick([30.0, 90.0, 150.0, 220.0, 300.0])),
            )
            at += run + s.u * 1.2
    s.glow(x, y - h * 0.5, w * 0.8, s.palette.light(0.8, 0.05, 230), 0.22)
    s.fade(
        polygon(*local(x, y, w, "-.5,-1 .5,-1 .56,1.2 -.56,1.2", tall=s.u)),
        lighter(metal, 0.3),
        darker(metal, 0.15),
    )
