"""Scene `phone`: a phone: held in a hand, or on a table beside a cup."""

from __future__ import annotations

from math import pi

from ...cat_faces import cat_head
from ...coats import cat_coat
from ...colour import mix
from ...faces import look
from ...light import bokeh, daylight
from ...outline import (
    arc,
    curve,
    ellipse,
    local,
    path,
    rect,
    stroke,
    turning,
)
from ...people import hand
from ...sheet import Sheet
from ...surfaces import tabletop
from ...tableware import cup_above, spoon


def phone(s: Sheet) -> None:
    """A phone: held in a hand, or on a table beside a cup."""
    u = s.u
    if s.chance(0.5):
        s.fade(s.whole, s.palette.accent(0, 0.82, 0.08), s.palette.key_tone(0.9, 0.05))
        bokeh(s, 36, 0, s.h, (75, 350, 210, 150))
        s.blur(u * 1.2)
        x, y, turn, w = s.w * 0.5, s.h * 0.44, s.between(-0.14, 0.14), u * 40
        skin = look(s).skin
        arm = s.palette.accent(1, 0.6, 0.12)
        hand(s, x + u * 2, y + w * 1.05, u * 17, -pi / 2 - 0.1, skin, arm)
        _phone(s, x, y, w, turn)
        for index in range(4):
            s.fill(
                curve(
                    (x + w * 0.42, y + w * (0.15 + 0.17 * index)),
                    (x + w * 0.6, y + w * (0.2 + 0.17 * index)),
                    width=[u * 6, u * 6.6],
                ),
                mix(skin, s.palette(0.4, 0.1, 30), 0.05 * index),
            )
        s.fill(
            curve(
                *local(x, y, w, "-.6,.7 -.56,.4 -.4,.16"),
                width=[u * 10, u * 8, u * 6.4],
            ),
            skin,
        )
        for _ in range(6):
            _heart_bubble(
                s, s.between(0.05, 0.95) * s.w, s.between(0.05, 0.5) * s.h, u * s.between(2, 4.4)
            )
    else:
        tabletop(s)
        _phone(s, s.w * s.between(0.44, 0.56), s.h * 0.5, u * 42, s.between(-0.35, 0.35))
        cup_above(s, s.w * 0.14, s.h * 0.14, u * 13, s.palette(0.45, 0.09, 50))
        spoon(s, s.w * 0.24, s.h * 0.1, u * 4, 0.4)
        cord = path(
            (s.w * 0.9, s.h * 0.1),
            (s.w * 0.8, s.h * 0.24),
            (s.w * 0.95, s.h * 0.36),
            (s.w * 0.82, s.h * 0.5),
            (s.w * 0.94, s.h * 0.66),
            (s.w * 0.8, s.h * 0.8),
            closed=False,
        )
        s.fill(stroke(cord, u * 0.8), s.palette(0.98, 0.005, 250))
        for at in (0, -1):
            bud = ellipse(cord[at].real, cord[at].imag, u * 2.6, u * 3)
            s.shadow(bud, u * 0.4, u * 0.7, u * 0.6, 0.4)
            s.fade(bud, (255, 255, 255), s.palette(0.82, 0.01, 250), 1)
        daylight(s)


def _heart_bubble(s: Sheet, x: float, y: float, r: float) -> None:
    heart = path(*local(x, y, r, "0,-.4 .5,-.75 .95,-.3 0,1 -.95,-.3 -.5,-.75"))
    s.fade(heart, s.palette.light(0.75, 0.16, 15), s.palette.light(0.58, 0.21, 25))


def _phone(s: Sheet, x: float, y: float, w: float, turn: float) -> None:
    u, h = s.u, w * 2.05
    place = turning(turn, x, y)
    body = place(rect(x - w / 2, y - h / 2, w, h, w * 0.15))
    s.shadow(body, u, u * 2, u * 2, 0.45)
    s.fill(body, s.palette(0.2, 0.02, 260))
    glass = place(rect(x - w * 0.46, y - h * 0.482, w * 0.92, h * 0.964, w * 0.12))
    kind = s.pick(["feed", "chat", "photo", "chat"])
    with s.inside(glass):
        s.fill(glass, s.palette.light(0.97, 0.008, 85))
        if kind == "feed":
            for column in range(2):
                top = y - h * 0.4
                for index in range(4):
                    tall = w * s.between(0.42, 0.62)
                    left = x - w * 0.42 + column * w * 0.43
                    card = place(rect(left, top, w * 0.4, tall, w * 0.03))
                    s.fade(
                        card,
                        s.palette.accent(index + column, 0.85, 0.09),
                        s.palette.accent(index + column + 1, 0.62, 0.12),
                        1,
                    )
                    s.fill(
                        place(ellipse(left + w * 0.2, top + tall * 0.5, w * 0.09)),
                        s.palette.light(0.97, 0.03, 85),
                        0.9,
                    )
                    s.fill(
                        place(rect(left, top + tall + w * 0.025, w * 0.3, w * 0.03, 2)),
                        s.palette.light(0.35, 0.01, 260),
                    )
                    top += tall + w * 0.14
            s.fill(
                place(rect(x - w * 0.2, y - h * 0.45, w * 0.4, w * 0.05, 3)),
                s.palette.light(0.57, 0.2, 27),
            )
        elif kind == "chat":
            top = y - h * 0.38
            for index in range(7):
                mine = index % 2 == 1
                wide, tall = w * s.between(0.3, 0.6), w * s.pick([0.13, 0.13, 0.22])
                left = x + w * 0.42 - wide if mine else x - w * 0.42
                s.fill(
                    place(rect(left, top, wide, tall, w * 0.06)),
                    s.palette.light(0.78, 0.12, 145) if mine else s.palette.light(0.9, 0.02, 230),
                )
                for row in range(int(tall / (w * 0.09))):
                    s.fill(
                        place(
                            rect(
                                left + w * 0.05,
                                top + w * (0.045 + 0.085 * row),
                                wide - w * 0.1,
                                w * 0.028,
                                2,
                            )
                        ),
                        s.palette.light(0.4, 0.03, 230),
                        0.6,
                    )
                top += tall + w * 0.09
        else:
            box = place(rect(x - w * 0.46, y - h * 0.3, w * 0.92, h * 0.56))
            s.fade(
                box, s.palette.light(0.8, 0.09, 230), s.palette.light(0.9, 0.08, 60), turn + pi / 2
            )
            cat_head(s, x, y + h * 0.04, w * 0.26, cat_coat(s), "happy")
            s.fill(place(ellipse(x, y + h * 0.38, w * 0.09)), s.palette.light(0.57, 0.2, 27))
            s.fill(
                place(arc(x, y + h * 0.38, w * 0.12, w * 0.12, 0, 2 * pi, w * 0.02)),
                s.palette.light(0.7, 0.02, 260),
            )
    s.fill(
        place(rect(x - w * 0.1, y - h * 0.465, w * 0.2, w * 0.05, w * 0.025)),
        s.palette(0.14, 0.02, 260),
    )
