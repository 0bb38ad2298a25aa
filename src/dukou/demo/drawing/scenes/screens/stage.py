"""Scene `stage`: a concert: lights, a band, raised hands."""

from __future__ import annotations

from ...colour import darker, mix
from ...faces import look
from ...light import bokeh
from ...outline import (
    curve,
    ellipse,
    line,
    local,
    path,
    polygon,
    rect,
)
from ...people import standing
from ...sheet import Sheet


def stage(s: Sheet) -> None:
    """A concert: lights, a band, raised hands."""
    u = s.u
    deep = s.palette.light(0.16, 0.07, s.pick([285.0, 265.0, 320.0]))
    s.fade(s.whole, deep, s.palette.light(0.3, 0.12, s.pick([320.0, 290.0, 250.0])))
    base = s.h * 0.64
    hues = [s.pick([330.0, 300.0]), s.pick([210.0, 190.0]), s.pick([60.0, 30.0])]
    for index in range(7):
        px = s.w * (index + 0.5) / 7
        aim = s.w * s.between(0.1, 0.9)
        tone = s.palette.light(0.78, 0.14, hues[index % 3])
        s.light(
            [
                polygon(
                    (px - u, 0),
                    (px + u, 0),
                    (aim + u * 12, base + u * 10),
                    (aim - u * 12, base + u * 10),
                )
            ],
            tone,
            blur=u * 1.4,
            strength=0.5,
        )
        s.fill(
            polygon(
                (px - u, 0), (px + u, 0), (aim + u * 11, base + u * 8), (aim - u * 11, base + u * 8)
            ),
            tone,
            0.14,
        )
        s.glow(px, u * 2, u * 12, tone, 0.8)
    s.fill(rect(0, 0, s.w, u * 2.4), (12, 10, 22))
    s.glow(s.w / 2, base - u * 20, u * 60, s.palette.light(0.85, 0.12, hues[0]), 0.5)
    screen = rect(s.w * 0.3, s.h * 0.14, s.w * 0.4, s.h * 0.24, u)
    with s.inside(screen):
        s.fade(
            screen, s.palette.light(0.6, 0.18, hues[0]), s.palette.light(0.5, 0.15, hues[1]), 0.4
        )
        for index in range(26):
            tall = s.h * s.between(0.02, 0.16)
            px = s.w * (0.31 + 0.38 * index / 26)
            s.fill(
                rect(px, s.h * 0.26 - tall / 2, s.w * 0.009, tall, u * 0.3), (255, 255, 255), 0.75
            )
    s.fade(
        rect(0, base, s.w, u * 9), s.palette.light(0.3, 0.06, 280), s.palette.light(0.14, 0.04, 280)
    )
    for index, px in enumerate((0.3, 0.5, 0.7)):
        who = look(s)
        standing(
            s,
            s.w * px,
            base + u * 2,
            u * s.between(31, 35),
            who,
            pose=s.pick(["wave", "still", "arms"]) if index != 1 else "wave",
        )
        if index == 1:
            s.fill(
                line(s.w * px + u * 4, base + u * 2, s.w * px + u * 3, base - u * 24, u * 0.5),
                (20, 18, 26),
            )
            s.fill(ellipse(s.w * px + u * 2.6, base - u * 25, u * 1.3), (30, 28, 36))
        else:
            _small_guitar(s, s.w * px, base - u * 14, u * 18)
    bokeh(s, 30, 0, s.h * 0.6, (hues[0], hues[1], hues[2]))
    crowd = darker(deep, 0.45)
    for row in range(2):
        for index in range(12 - row * 2):
            x = s.w * (index + s.between(0.2, 0.8)) / (12 - row * 2)
            size, y = u * (9 + 4 * row), s.h * (0.86 + 0.14 * row)
            tone = mix(crowd, s.palette.light(0.5, 0.14, hues[index % 3]), 0.16 * (1 - row))
            s.fill(
                path(
                    (x - size, s.h + 20),
                    (x - size * 0.8, y),
                    (x, y - size * 0.4),
                    (x + size * 0.8, y),
                    (x + size, s.h + 20),
                ),
                tone,
            )
            s.fill(ellipse(x, y - size * 0.85, size * 0.45, size * 0.5), tone)
            if s.chance(0.6):
                side = s.pick([-1, 1])
                s.fill(
                    curve(
                        *local(x, y, size, ".6,0 .9,-1 .7,-2", mirror=side),
                        width=[size * 0.34, size * 0.26, size * 0.22],
                    ),
                    tone,
                )
                if s.chance(0.4):
                    s.fill(
                        line(
                            x + side * size * 0.7,
                            y - size * 1.9,
                            x + side * size * 0.9,
                            y - size * 3,
                            size * 0.16,
                        ),
                        s.palette.light(0.85, 0.15, hues[index % 3]),
                    )
                    s.glow(
                        x + side * size * 0.8,
                        y - size * 2.5,
                        size * 1.8,
                        s.palette.light(0.8, 0.16, hues[index % 3]),
                        0.6,
                    )


def _small_guitar(s: Sheet, x: float, y: float, size: float) -> None:
    tone = s.palette.light(0.62, 0.17, s.pick([30.0, 60.0, 220.0, 350.0]))
    s.fill(line(x, y, x + size * 0.6, y - size * 0.3, size * 0.06), s.palette.light(0.45, 0.07, 50))
    for dx, dy, r in ((-0.1, 0.05, 0.2), (0.08, -0.04, 0.16)):
        s.fill(ellipse(x + dx * size, y + dy * size, r * size), tone)
    s.fill(ellipse(x, y, size * 0.06), (30, 20, 20))
