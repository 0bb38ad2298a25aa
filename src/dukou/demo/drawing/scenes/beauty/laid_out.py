"""Clothes laid out, as before a party."""

from __future__ import annotations

from math import pi

import numpy as np

from ...colour import darker, lighter, mix
from ...light import daylight
from ...outline import (
    arc,
    curve,
    ellipse,
    line,
    local,
    path,
    polygon,
    rect,
    turned,
)
from ...people import cloth
from ...sheet import Sheet
from ...surfaces import linen, plain


def laid_out(s: Sheet) -> None:
    """Shirt, trousers or skirt, shoes, bag and hat on a cloth."""
    u = s.u
    s.pick([linen, linen, plain])(s)
    x, y = s.w * 0.46, s.h * 0.34
    top, low = (
        s.palette.accent(0, s.between(0.6, 0.88), 0.1),
        s.palette(0.42, 0.07, 255) if s.chance(0.5) else s.palette.accent(1, 0.6, 0.08),
    )
    shirt = path(
        *local(
            x,
            y,
            u,
            "-10,-26 -4,-23 4,-23 10,-26 26,-16 32,6 24,9 18,-6 18,24 -18,24 -18,-6 -24,9 -32,6 -26,-16",
        ),
    )
    s.shadow(shirt, u, u * 1.6, u * 1.4, 0.35)
    cloth(s, shirt, top, s.pick(["plain", "stripes", "dots"]))
    s.fill(
        curve(*local(x, y, u, "-9,-25 0,-19 9,-25"), width=u * 2.2),
        lighter(top, 0.5),
    )
    py = y + u * 27
    if s.chance(0.5):
        skirt = polygon(*local(x, py, u, "-13,0 13,0 26,40 -26,40"))
        s.shadow(skirt, u, u * 1.6, u * 1.4, 0.35)
        cloth(s, skirt, low, s.pick(["plain", "dots"]))
        for fold in np.linspace(-0.8, 0.8, 6):
            s.fill(
                curve(
                    (x + fold * u * 12, py + u),
                    (x + fold * u * 25, py + u * 39),
                    width=[u * 0.3, u * 1.2],
                ),
                darker(low, 0.3),
                0.5,
            )
        s.fill(rect(x - u * 13, py - u, u * 26, u * 4), darker(low, 0.2))
    else:
        jeans = polygon(*local(x, py, u, "-14,0 14,0 17,20 18,52 4,52 0,16 -4,52 -18,52 -17,20"))
        s.shadow(jeans, u, u * 1.6, u * 1.4, 0.35)
        cloth(s, jeans, low, "plain")
        s.fill(rect(x - u * 14, py - u * 1.4, u * 28, u * 4), darker(low, 0.25))
        s.fill(line(x, py + u * 2, x, py + u * 12, u * 0.4), mix(low, (255, 220, 150), 0.5))
    bag = s.palette.accent(2, 0.55, 0.12)
    bx, by = s.w * 0.84, s.h * 0.62
    s.fill(arc(bx, by - u * 8, u * 8, u * 11, pi, 2 * pi, u * 1.4), darker(bag, 0.25))
    body = rect(bx - u * 11, by - u * 8, u * 22, u * 18, u * 4)
    s.shadow(body, u, u * 1.6, u * 1.4, 0.35)
    s.fade(body, lighter(bag, 0.15), bag, 1)
    s.fill(ellipse(bx, by - u, u * 1.8), s.palette.light(0.84, 0.1, 85))
    for shift in (0, 1):
        shoe_above(
            s,
            s.w * 0.14 + shift * u * 11,
            s.h * 0.82 + shift * u * 2,
            u * 24,
            -pi / 2 + s.between(-0.15, 0.15),
        )
    straw_hat(s, s.w * 0.85, s.h * 0.18, u * 15)
    daylight(s)


def straw_hat(s: Sheet, x: float, y: float, r: float) -> None:
    """A straw hat from above."""
    straw = s.palette(0.86, 0.07, 82)
    s.shadow(ellipse(x, y, r), r * 0.1, r * 0.18, r * 0.14, 0.35)
    s.fade(ellipse(x, y, r), straw, darker(straw, 0.12), 1)
    for ring in (0.94, 0.82, 0.7):
        s.fill(arc(x, y, r * ring, r * ring, 0, 2 * pi, s.u * 0.3), darker(straw, 0.25), 0.6)
    s.fill(ellipse(x, y, r * 0.6), s.palette.accent(0, 0.5, 0.13))
    s.fade(ellipse(x, y, r * 0.54), lighter(straw, 0.25), straw, 1)


def shoe_above(s: Sheet, x: float, y: float, size: float, turn: float) -> None:
    """A shoe from above, its toe along `turn`."""
    tone = s.palette.accent(1, 0.8, 0.1)
    sole = turned(
        path(*local(x, y, size, "-.5,-.12 -.2,-.17 .25,-.2 .5,-.06 .5,.08 .25,.2 -.2,.16 -.5,.12")),
        turn,
        x,
        y,
    )
    s.shadow(sole, s.u * 0.8, s.u * 1.4, s.u, 0.35)
    s.fill(sole, s.palette(0.97, 0.01, 80))
    s.fade((sole - complex(x, y)) * 0.9 + complex(x, y), tone, darker(tone, 0.12), turn)
    s.fill(
        turned(ellipse(x - size * 0.22, y, size * 0.2, size * 0.1), turn, x, y),
        darker(tone, 0.5),
    )
    for index in range(4):
        px = x + size * (0.02 + 0.07 * index)
        s.fill(
            turned(line(px, y - size * 0.1, px, y + size * 0.1, s.u * 0.8), turn, x, y),
            (255, 255, 255),
        )
