"""Scene `clinic`: a doctor's room: two people at a desk, a chart, a plant, soft light."""

from __future__ import annotations

from itertools import pairwise
from math import pi

from ...colour import Rgb, lighter
from ...faces import look
from ...light import slant, window_light
from ...outline import curve, ellipse, line, local, polygon, rect, turned
from ...people import bust
from ...potted import potted
from ...room import picture_frame
from ...sheet import Sheet
from ...surfaces import floor, wall
from ...window import window


def clinic(s: Sheet) -> None:
    """A doctor's room: two people at a desk, a chart, a plant, soft light."""
    u = s.u
    wall(
        s,
        s.pick(
            [s.palette(0.9, 0.04, 170), s.palette(0.92, 0.035, 215), s.palette.key_tone(0.9, 0.05)]
        ),
        "plaster",
    )
    s.fill(rect(0, s.h * 0.5, s.w, s.h), s.palette(0.8, 0.06, 175), 0.5)
    s.fill(rect(0, s.h * 0.49, s.w, u * 1.2), s.palette(0.97, 0.01, 170))
    floor(s, s.h * 0.84, s.palette(0.78, 0.03, 200), boards=False)
    left = s.chance(0.5)
    window(s, s.w * (0.12 if left else 0.52), s.h * 0.1, s.w * 0.36, s.h * 0.26)
    chart = s.w * (0.64 if left else 0.08)
    _eye_chart(s, chart, s.h * 0.09, u * 17)
    if s.w > s.h:
        picture_frame(s, chart + u * 22, s.h * 0.12, u * 13, u * 16)
    desk = s.h * 0.7
    doctor = look(s, s.pick(["bun", "short", "bob"]))
    white = s.palette(0.98, 0.008, 220)
    coat = type(doctor)(doctor.skin, doctor.hair, doctor.style, white, doctor.bottom, "plain")
    px, size = s.w * 0.32, u * 52
    bust(s, px, desk + u * 3, size, coat)
    r, hy = size * 0.24, desk + u * 3 - size + size * 0.3
    shirt = s.palette.accent(1, 0.65, 0.11)
    s.fill(
        polygon(*local(px, hy, r, "-.34,1.28 .34,1.28 0,2.3")),
        shirt,
    )
    s.fill(
        curve(
            *local(px, hy, r, "-.62,1.3 -.75,2.2 -.1,2.8"),
            width=u * 0.9,
        ),
        s.palette(0.25, 0.03, 250),
    )
    s.fill(
        curve(
            *local(px, hy, r, ".62,1.3 .75,2.1 .2,2.7"),
            width=u * 0.9,
        ),
        s.palette(0.25, 0.03, 250),
    )
    s.fill(ellipse(px - r * 0.05, hy + r * 2.85, u * 1.7), s.palette.light(0.82, 0.03, 240))
    bust(s, s.w * 0.72, desk + u * 5, u * 50, look(s))
    top = s.palette(0.93, 0.02, 80)
    s.shadow(rect(-10, desk, s.w + 20, u * 5), 0, u, u * 2, 0.3)
    s.fade(rect(-10, desk, s.w + 20, u * 5), (255, 255, 255), top)
    s.fade(rect(0, desk + u * 5, s.w, s.h), s.palette(0.75, 0.05, 185), s.palette(0.64, 0.06, 190))
    cross = s.w * 0.5
    s.fill(ellipse(cross, desk + u * 16, u * 7), s.palette(0.97, 0.01, 170))
    for half in (0.0, pi / 2):
        s.fill(
            turned(
                rect(cross - u * 4, desk + u * 14.6, u * 8, u * 2.8, u * 0.6),
                half,
                cross,
                desk + u * 16,
            ),
            s.palette.light(0.62, 0.18, 25),
        )
    _monitor(s, s.w * 0.12, desk, u * 22)
    s.fill(
        polygon(
            (s.w * 0.46, desk + u),
            (s.w * 0.58, desk + u),
            (s.w * 0.6, desk + u * 3.6),
            (s.w * 0.44, desk + u * 3.6),
        ),
        s.palette(0.99, 0.01, 90),
    )
    for row in range(3):
        s.fill(
            rect(s.w * 0.47, desk + u * (1.5 + row * 0.7), s.w * 0.09, u * 0.25),
            s.palette(0.5, 0.04, 250),
        )
    potted(s, s.w * 0.92, desk + u * 2, u * 26)
    _bottle(s, s.w * 0.86, desk + u * 2, u * 11, s.palette(0.7, 0.11, 185))
    if s.palette.mood.dark:
        s.glow(s.w / 2, 0, s.h, s.palette.light(0.9, 0.07, 85), 0.4)
    else:
        s.pick([window_light, slant])(s, 0.22)


def _eye_chart(s: Sheet, x: float, y: float, w: float) -> None:
    s.shadow(rect(x, y, w, w * 1.5), s.u * 0.4, s.u * 0.8, s.u * 0.8, 0.3)
    s.fill(rect(x, y, w, w * 1.5, s.u * 0.6), (252, 252, 250))
    for row in range(5):
        size = w * (0.2 - 0.03 * row)
        for index in range(row // 2 + 1):
            px = x + w / 2 + (index - (row // 2) / 2) * size * 1.9
            py = y + w * (0.2 + 0.29 * row - 0.014 * row**2)
            turn = s.pick([0.0, pi / 2, pi, -pi / 2])
            for bar in (-0.4, 0.0, 0.4):
                s.fill(
                    turned(
                        rect(
                            px - size * 0.4, py + bar * size - size * 0.09, size * 0.8, size * 0.18
                        ),
                        turn,
                        px,
                        py,
                    ),
                    (40, 40, 46),
                )
            s.fill(
                turned(
                    rect(px - size * 0.45, py - size * 0.49, size * 0.2, size * 0.98), turn, px, py
                ),
                (40, 40, 46),
            )


def _monitor(s: Sheet, x: float, y: float, w: float) -> None:
    s.fill(rect(x - w * 0.06, y - w * 0.2, w * 0.12, w * 0.2), s.palette(0.6, 0.01, 250))
    s.fill(rect(x - w / 2, y - w * 0.8, w, w * 0.62, s.u), s.palette(0.25, 0.02, 250))
    s.fill(
        rect(x - w * 0.46, y - w * 0.76, w * 0.92, w * 0.54, s.u * 0.5),
        s.palette.light(0.93, 0.03, 200),
    )
    beat = [
        (x - w * 0.4, y - w * 0.48),
        (x - w * 0.16, y - w * 0.48),
        (x - w * 0.1, y - w * 0.62),
        (x, y - w * 0.34),
        (x + w * 0.06, y - w * 0.48),
        (x + w * 0.4, y - w * 0.48),
    ]
    for (ax, ay), (bx, by) in pairwise(beat):
        s.fill(line(ax, ay, bx, by, s.u * 0.5), s.palette.light(0.58, 0.17, 160))


def _bottle(s: Sheet, x: float, y: float, size: float, tone: Rgb) -> None:
    s.fade(
        rect(x - size * 0.3, y - size * 0.8, size * 0.6, size * 0.8, size * 0.14),
        lighter(tone, 0.35),
        tone,
        0.0,
    )
    s.fill(rect(x - size * 0.14, y - size, size * 0.28, size * 0.22, size * 0.04), (250, 250, 250))
    s.fill(rect(x - size * 0.3, y - size * 0.56, size * 0.6, size * 0.32), (250, 250, 250))
