"""What else stands and hangs in a room: a lamp, pictures."""

from __future__ import annotations

from .colour import Rgb, darker, lighter
from .outline import ellipse, line, local, polygon, rect, turned
from .potted import potted
from .sheet import Sheet


def desk_lamp(s: Sheet, x: float, y: float, size: float, tone: Rgb | None = None) -> None:
    """A bent lamp standing at (x, y), lit."""
    tone = tone or s.palette.accent(1, 0.55, 0.13)
    side = s.pick([-1, 1])
    joint = (x + side * size * 0.28, y - size * 0.5)
    top = (x - side * size * 0.02, y - size * 0.92)
    s.shadow(ellipse(x, y, size * 0.16, size * 0.03), 0, 0, size * 0.03, 0.4)
    s.fill(ellipse(x, y - size * 0.015, size * 0.16, size * 0.035), darker(tone, 0.2))
    s.fill(line(x, y - size * 0.03, *joint, size * 0.03), s.palette(0.75, 0.02, 80))
    s.fill(line(*joint, *top, size * 0.03), s.palette(0.75, 0.02, 80))
    hx, hy = top[0] - side * size * 0.14, top[1] + size * 0.05
    s.glow(hx - side * size * 0.1, hy + size * 0.35, size * 1.3, s.palette.light(0.9, 0.1, 82), 0.5)
    shade = turned(
        polygon(*local(hx, hy, size, "-.06,-.14 .06,-.14 .17,.1 -.17,.1")),
        side * 0.5,
        hx,
        hy,
    )
    s.fade(shade, lighter(tone, 0.2), darker(tone, 0.1), 1)
    s.fill(
        turned(ellipse(hx, hy + size * 0.1, size * 0.15, size * 0.03), side * 0.5, hx, hy),
        s.palette.light(0.97, 0.07, 90),
    )


def picture_frame(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    """A framed picture on the wall, upper left corner at (x, y)."""
    frame = s.pick([s.palette(0.3, 0.03, 50), s.palette(0.7, 0.08, 70), s.palette(0.97, 0.01, 80)])
    s.shadow(rect(x, y, w, h), s.u * 0.6, s.u, s.u, 0.35)
    s.fill(rect(x, y, w, h, s.u * 0.3), frame)
    inner = rect(x + s.u, y + s.u, w - s.u * 2, h - s.u * 2)
    s.fill(inner, s.palette(0.96, 0.02, 85))
    with s.inside(rect(x + s.u * 2, y + s.u * 2, w - s.u * 4, h - s.u * 4)):
        s.fill(inner, s.palette.accent(int(s.rng.integers(3)), 0.8, 0.07))
        kind = s.pick(["sun", "vase", "shapes"])
        if kind == "sun":
            s.fill(ellipse(x + w / 2, y + h * 0.55, w * 0.22), s.palette(0.68, 0.17, 35))
            s.fill(ellipse(x + w * 0.3, y + h, w * 0.5, h * 0.28), s.palette.accent(1, 0.5, 0.1))
        elif kind == "vase":
            potted(s, x + w / 2, y + h * 0.85, h * 0.6)
        else:
            for index in range(4):
                s.fill(
                    ellipse(
                        x + w * s.between(0.2, 0.8),
                        y + h * s.between(0.2, 0.8),
                        w * s.between(0.1, 0.25),
                    ),
                    s.palette.accent(index, 0.6, 0.13),
                    0.9,
                )
