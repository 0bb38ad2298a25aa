"""Inside an underground train."""

from __future__ import annotations

from math import pi

from ...colour import darker, lighter, mix
from ...faces import head, look
from ...light import slant
from ...outline import (
    arc,
    curve,
    ellipse,
    line,
    local,
    path,
    polygon,
    rect,
)
from ...people import cloth
from ...sheet import Sheet
from ...sky import sky
from ...town import (
    skyline,
)  # fmt: skip


def carriage(s: Sheet) -> None:
    """People on the bench, the town in the windows."""
    u = s.u
    body = s.palette(0.9, 0.015, 210)
    s.fade(s.whole, body, darker(body, 0.1))
    top, low = s.h * 0.2, s.h * 0.52
    night = s.palette.light(0.25, 0.05, 265)
    count = 2 if s.w <= s.h else 3
    gap = s.w / count
    for index in range(count):
        pane = rect(gap * index + u * 4, top, gap - u * 8, low - top, u * 3)
        s.fill(
            rect(gap * index + u * 2.6, top - u * 1.4, gap - u * 5.2, low - top + u * 2.8, u * 4),
            s.palette(0.7, 0.01, 250),
        )
        with s.inside(pane):
            colours = (
                sky(s, low)
                if not s.palette.mood.dark
                else [night, night, mix(night, (80, 60, 120), 0.5)]
            )
            if s.palette.mood.dark:
                s.fade(pane, night, mix(night, (60, 60, 110), 0.6))
            skyline(
                s,
                low + u * 2,
                u * 6,
                u * 22,
                mix(colours[-1], s.palette(0.4, 0.06, 260), 0.5),
                0.4 if s.palette.mood.dark else 0.0,
            )
            s.fill(
                polygon(
                    (gap * index, low),
                    (gap * index + u * 10, low),
                    (gap * index + u * 34, top),
                    (gap * index + u * 24, top),
                ),
                (255, 255, 255),
                0.12,
            )
    _adverts(s, top)
    seat = s.palette.accent(1, 0.55, 0.12)
    s.fade(rect(0, s.h * 0.58, s.w, s.h * 0.12, u * 2), lighter(seat, 0.15), seat)
    people = count + 1
    for index in range(people):
        px = s.w * (index + 0.5) / people
        if s.chance(0.82):
            _seated(s, px, s.h * 0.8, u * s.between(42, 46))
    s.fade(rect(0, s.h * 0.9, s.w, s.h * 0.1), s.palette(0.5, 0.02, 260), s.palette(0.4, 0.02, 260))
    steel = s.palette(0.82, 0.01, 250)
    s.fill(rect(0, s.h * 0.1, s.w, u * 1.1), steel)
    for index in range(int(s.w / (u * 17)) + 1):
        px = u * (9 + index * 17)
        s.fill(line(px, s.h * 0.1, px, s.h * 0.15, u * 1.1), s.palette(0.35, 0.02, 260))
        s.fill(
            arc(px, s.h * 0.15 + u * 3.4, u * 3, u * 3.4, 0, 2 * pi, u * 0.9),
            s.palette.accent(0, 0.7, 0.15),
        )
    for px in (s.w * 0.5 / people, s.w * (1 - 0.5 / people)):
        x = px + (gap * 0.3 if px < s.w / 2 else -gap * 0.3)
        s.fill(line(x, 0, x, s.h, u * 1.2), steel)
        s.fill(line(x + u * 0.3, 0, x + u * 0.3, s.h, u * 0.3), (255, 255, 255), 0.7)
    slant(s, 0.2)


def _adverts(s: Sheet, top: float) -> None:
    u = s.u
    s.fill(rect(0, u * 1, s.w, top * 0.38), s.palette(0.97, 0.01, 210))
    x = u * 3
    while x < s.w:
        w = u * s.between(14, 26)
        s.fill(
            rect(x, u * 2, w, top * 0.34 - u * 2, u * 0.6),
            s.palette.accent(int(s.rng.integers(3)), s.between(0.6, 0.85), 0.12),
        )
        s.fill(ellipse(x + w * 0.25, top * 0.2, u * 1.8), s.palette(0.97, 0.03, 85), 0.9)
        for row in range(2):
            s.fill(
                rect(x + w * 0.45, top * 0.13 + row * u * 1.8, w * 0.4, u * 0.8),
                s.palette(0.97, 0.02, 85),
                0.9,
            )
        x += w + u * 2


def _seated(s: Sheet, x: float, y: float, size: float) -> None:
    """Someone on the bench, knees towards us, busy with a phone, a book or sleep."""
    who = look(s)
    shoulder, lap = y - size * 0.62, y - size * 0.16
    for side in (-1, 1):
        s.fill(
            curve(
                (x + side * size * 0.09, lap),
                (x + side * size * 0.11, lap + size * 0.1),
                (x + side * size * 0.1, y + size * 0.3),
                width=[size * 0.16, size * 0.15, size * 0.1],
            ),
            darker(who.bottom, 0.08),
        )
        s.fill(
            ellipse(x + side * size * 0.11, y + size * 0.32, size * 0.075, size * 0.045),
            s.palette(0.94, 0.01, 80),
        )
    torso = path(
        (x - size * 0.08, shoulder),
        (x + size * 0.08, shoulder),
        (x + size * 0.2, shoulder + size * 0.08),
        (x + size * 0.18, lap + size * 0.06),
        (x - size * 0.18, lap + size * 0.06),
        (x - size * 0.2, shoulder + size * 0.08),
    )
    s.fill(
        line(x, shoulder - size * 0.08, x, shoulder + size * 0.04, size * 0.09),
        mix(who.skin, s.palette(0.4, 0.1, 30), 0.25),
    )
    cloth(s, torso, who.top, who.pattern)
    for side in (-1, 1):
        s.fill(
            curve(
                (x + side * size * 0.19, shoulder + size * 0.1),
                (x + side * size * 0.22, lap - size * 0.06),
                (x + side * size * 0.04, lap - size * 0.08),
                width=[size * 0.09, size * 0.075, size * 0.06],
            ),
            darker(who.top, 0.14),
        )
        s.fill(ellipse(x + side * size * 0.04, lap - size * 0.08, size * 0.04), who.skin)
    thing = s.pick(["phone", "book", "bag", "phone"])
    if thing == "phone":
        s.fill(
            rect(x - size * 0.045, lap - size * 0.2, size * 0.09, size * 0.15, size * 0.015),
            s.palette(0.2, 0.01, 260),
        )
        s.glow(x, lap - size * 0.16, size * 0.25, s.palette.light(0.9, 0.04, 230), 0.35)
    elif thing == "book":
        s.fill(
            polygon(*local(x, lap, size, "-.13,-.2 0,-.16 .13,-.2 .13,-.05 0,-.01 -.13,-.05")),
            s.palette.accent(0, 0.6, 0.14),
        )
    else:
        s.fill(
            rect(x - size * 0.14, lap - size * 0.16, size * 0.28, size * 0.22, size * 0.04),
            s.palette.accent(2, 0.6, 0.1),
        )
    head(
        s,
        x,
        shoulder - size * 0.18,
        size * 0.155,
        who,
        face="down" if thing != "bag" else s.pick(["front", "down"]),
    )
