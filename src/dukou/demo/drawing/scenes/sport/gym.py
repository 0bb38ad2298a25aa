"""Scene `gym`: a gym with mirrors and weights, or a mat at home."""

from __future__ import annotations

from ...colour import Rgb, darker, lighter
from ...light import slant, window_light
from ...outline import ellipse, line, polygon, rect
from ...potted import potted
from ...sheet import Sheet
from ...surfaces import floor, wall
from ...window import window
from .figure import CURL, LIFT, TREE, figure


def gym(s: Sheet) -> None:
    """A gym with mirrors and weights, or a mat at home."""
    u = s.u
    base = s.h * 0.76
    wall(s, s.palette.key_tone(s.between(0.7, 0.88), 0.06))
    if s.chance(0.5):
        for index in range(3):
            left = s.w * (0.06 + 0.31 * index)
            pane = rect(left, s.h * 0.1, s.w * 0.27, base - s.h * 0.18, u)
            s.fade(pane, s.palette(0.92, 0.03, 215), s.palette(0.78, 0.05, 220))
            s.fill(
                polygon(
                    (left, s.h * 0.5),
                    (left + s.w * 0.12, s.h * 0.1),
                    (left + s.w * 0.2, s.h * 0.1),
                    (left, s.h * 0.66),
                ),
                (255, 255, 255),
                0.25,
            )
        floor(s, base, s.palette(0.42, 0.02, 260), boards=False)
        for shelf_y in (base - u * 20, base - u * 6):
            s.fill(rect(0, shelf_y, s.w, u * 1.4), s.palette(0.25, 0.02, 260))
            for index in range(int(s.w / (u * 13))):
                _dumbbell(
                    s,
                    u * (7 + index * 13),
                    shelf_y - u * 2.6,
                    u * 9,
                    s.palette.accent(index, 0.6, 0.16),
                )
        pose = s.pick([LIFT, CURL, LIFT])
        size, y = u * s.between(70, 76), s.h * 0.62
        joints = figure(s, s.w / 2, y, size, pose)
        if pose is LIFT:
            lx, ly = joints["hand_l"]
            rx, _ = joints["hand_r"]
            s.fill(line(lx - u * 20, ly, rx + u * 20, ly, u * 1.3), s.palette(0.8, 0.01, 250))
            for side, px in ((-1, lx - u * 13), (1, rx + u * 13)):
                for step, radius in enumerate((9.0, 7.0, 5.0)):
                    s.fade(
                        rect(
                            px + side * step * u * 2.4 - u * 1.1,
                            ly - u * radius,
                            u * 2.2,
                            u * radius * 2,
                            u,
                        ),
                        s.palette.accent(step, 0.6, 0.16),
                        s.palette.accent(step, 0.42, 0.14),
                    )
        else:
            for hand in ("hand_l", "hand_r"):
                _dumbbell(s, *joints[hand], u * 13, s.palette.accent(0, 0.6, 0.17))
        slant(s, 0.22)
    else:
        window(s, s.w * 0.1, s.h * 0.08, s.w * 0.42, s.h * 0.4)
        floor(s, base, s.palette(0.7, 0.06, 66))
        mat = s.palette.accent(1, 0.65, 0.13)
        s.shadow(ellipse(s.w * 0.56, s.h * 0.92, u * 36, u * 4), 0, 0, u, 0.3)
        s.fade(
            polygon(
                (s.w * 0.3, s.h * 0.86),
                (s.w * 0.84, s.h * 0.86),
                (s.w * 0.92, s.h * 0.96),
                (s.w * 0.22, s.h * 0.96),
            ),
            lighter(mat, 0.2),
            mat,
        )
        size = min(u * 72, s.h * 0.68)
        figure(s, s.w * 0.57, s.h * 0.91 - size * 0.45, size, TREE)
        potted(s, s.w * 0.92, base + u * 6, u * 50)
        ball = (s.w * 0.14, s.h * 0.88)
        s.fade(
            ellipse(*ball, u * 12),
            s.palette.accent(0, 0.8, 0.1),
            s.palette.accent(0, 0.58, 0.12),
            1,
        )
        s.fill(
            ellipse(ball[0] - u * 4, ball[1] - u * 5, u * 2.4, u * 1.4, -0.6), (255, 255, 255), 0.6
        )
        _dumbbell(s, s.w * 0.3, s.h * 0.975, u * 12, s.palette.accent(2, 0.6, 0.15))
        window_light(s, 0.28) if not s.palette.mood.dark else s.glow(
            s.w / 2, 0, s.h, s.palette.light(0.88, 0.1, 75), 0.4
        )


def _dumbbell(s: Sheet, x: float, y: float, size: float, tone: Rgb) -> None:
    s.fill(line(x - size * 0.3, y, x + size * 0.3, y, size * 0.12), s.palette(0.78, 0.01, 250))
    for side in (-1, 1):
        s.fade(
            rect(
                x + side * size * 0.38 - size * 0.12,
                y - size * 0.24,
                size * 0.24,
                size * 0.48,
                size * 0.08,
            ),
            lighter(tone, 0.25),
            darker(tone, 0.15),
        )
