"""Moving: the gym, running, ball games."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ..colour import Rgb, mix
from ..light import leaf_shadow, slant, window_light
from ..outline import arc, curve, ellipse, line, polygon, rect
from ..people import Look, cloth, head, look
from ..plants import potted, tree
from ..room import window
from ..sheet import Sheet
from ..sky import cloud, disc, hill, ranges, sky, stars, water
from ..surfaces import floor, wall
from ..town import skyline

Joint = tuple[float, float]


def figure(
    s: Sheet,
    x: float,
    y: float,
    size: float,
    pose: dict[str, Joint],
    who: Look | None = None,
    turn: float = 0.0,
) -> dict[str, Joint]:
    """A moving figure. `pose` gives joints in body heights from the hip; returns them on the sheet.

    Joints: neck, elbow_l, hand_l, elbow_r, hand_r, knee_l, foot_l, knee_r, foot_r.
    """
    who = who or look(s)
    at = {name: (x + dx * size, y + dy * size) for name, (dx, dy) in pose.items()}
    hip, neck = (x, y), at["neck"]
    shoe = s.palette.accent(0, 0.65, 0.17)

    def leg(side: str, shade: float) -> None:
        skin = mix(who.skin, (0, 0, 0), shade)
        s.fill(
            curve(at[f"knee_{side}"], at[f"foot_{side}"], width=[size * 0.07, size * 0.05]), skin
        )
        s.fill(
            curve(hip, at[f"knee_{side}"], width=[size * 0.12, size * 0.085]),
            mix(who.bottom, (0, 0, 0), shade),
        )
        fx, fy = at[f"foot_{side}"]
        s.fill(
            ellipse(fx + size * 0.025, fy + size * 0.01, size * 0.06, size * 0.03),
            mix(shoe, (0, 0, 0), shade),
        )

    def arm(side: str, shade: float) -> None:
        skin = mix(who.skin, (0, 0, 0), shade)
        s.fill(
            curve(at[f"elbow_{side}"], at[f"hand_{side}"], width=[size * 0.05, size * 0.04]), skin
        )
        s.fill(
            curve(
                (neck[0], neck[1] + size * 0.05),
                at[f"elbow_{side}"],
                width=[size * 0.075, size * 0.055],
            ),
            mix(who.top, (0, 0, 0), shade),
        )
        s.fill(ellipse(*at[f"hand_{side}"], size * 0.028), skin)

    arm("l", 0.16)
    leg("l", 0.16)
    leg("r", 0.0)
    s.fill(
        line(neck[0], neck[1] - size * 0.05, neck[0], neck[1] + size * 0.04, size * 0.05),
        mix(who.skin, (120, 60, 40), 0.25),
    )
    torso = curve(
        (neck[0], neck[1] + size * 0.04),
        ((neck[0] + x) / 2, (neck[1] + y) / 2),
        (x, y + size * 0.01),
        width=[size * 0.15, size * 0.15, size * 0.13],
    )
    cloth(s, torso, who.top, who.pattern)
    arm("r", 0.06)
    head(s, neck[0] + size * 0.015, neck[1] - size * 0.1, size * 0.08, who, turn=turn)
    return at


RUN: list[dict[str, Joint]] = [
    {"neck": (0.07, -0.3), "elbow_l": (0.2, -0.18), "hand_l": (0.28, -0.28), "elbow_r": (-0.06, -0.16), "hand_r": (0.02, -0.06),
     "knee_l": (-0.06, 0.22), "foot_l": (-0.26, 0.32), "knee_r": (0.17, 0.14), "foot_r": (0.16, 0.38)},
    {"neck": (0.06, -0.3), "elbow_l": (-0.08, -0.18), "hand_l": (-0.02, -0.05), "elbow_r": (0.18, -0.16), "hand_r": (0.27, -0.25),
     "knee_l": (0.16, 0.12), "foot_l": (0.12, 0.33), "knee_r": (-0.05, 0.22), "foot_r": (-0.2, 0.4)},
]  # fmt: skip
JUMP: dict[str, Joint] = {
    "neck": (0.03, -0.31), "elbow_l": (-0.1, -0.24), "hand_l": (-0.16, -0.12), "elbow_r": (0.16, -0.42), "hand_r": (0.2, -0.6),
    "knee_l": (-0.1, 0.18), "foot_l": (-0.2, 0.36), "knee_r": (0.12, 0.14), "foot_r": (0.06, 0.34),
}  # fmt: skip
KICK: dict[str, Joint] = {
    "neck": (-0.06, -0.3), "elbow_l": (-0.22, -0.24), "hand_l": (-0.34, -0.3), "elbow_r": (0.1, -0.22), "hand_r": (0.2, -0.3),
    "knee_l": (-0.04, 0.22), "foot_l": (-0.1, 0.42), "knee_r": (0.18, 0.1), "foot_r": (0.36, 0.12),
}  # fmt: skip
TREE: dict[str, Joint] = {
    "neck": (0.0, -0.31), "elbow_l": (-0.12, -0.44), "hand_l": (-0.01, -0.6), "elbow_r": (0.12, -0.44), "hand_r": (0.01, -0.6),
    "knee_l": (0.18, 0.14), "foot_l": (0.02, 0.2), "knee_r": (0.0, 0.22), "foot_r": (0.0, 0.44),
}  # fmt: skip
LIFT: dict[str, Joint] = {
    "neck": (0.0, -0.31), "elbow_l": (-0.2, -0.34), "hand_l": (-0.22, -0.54), "elbow_r": (0.2, -0.34), "hand_r": (0.22, -0.54),
    "knee_l": (-0.12, 0.2), "foot_l": (-0.14, 0.43), "knee_r": (0.12, 0.2), "foot_r": (0.14, 0.43),
}  # fmt: skip
CURL: dict[str, Joint] = {
    "neck": (0.0, -0.31), "elbow_l": (-0.13, -0.12), "hand_l": (-0.18, 0.05), "elbow_r": (0.13, -0.12), "hand_r": (0.24, -0.26),
    "knee_l": (-0.07, 0.21), "foot_l": (-0.08, 0.43), "knee_r": (0.07, 0.21), "foot_r": (0.09, 0.43),
}  # fmt: skip


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
            mix(mat, (255, 255, 255), 0.2),
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
            mix(tone, (255, 255, 255), 0.25),
            mix(tone, (0, 0, 0), 0.15),
        )


def running(s: Sheet) -> None:
    """Runners by the water, in the park, or on a red track."""
    u = s.u
    colours = sky(s, s.h * 0.62)
    if s.palette.mood.dark:
        stars(s, s.h * 0.5, 80)
    disc(
        s,
        s.w * s.between(0.2, 0.8),
        s.h * s.between(0.14, 0.34),
        u * 6,
        s.palette.light(0.94, 0.1, 82),
        0.6,
    )
    for _ in range(2):
        light = mix(colours[1], (255, 255, 255), 0.1 if s.palette.mood.dark else 0.7)
        cloud(
            s,
            s.between(0, s.w),
            s.h * s.between(0.08, 0.26),
            u * s.between(24, 40),
            light,
            mix(light, colours[0], 0.4),
        )
    place = s.pick(["water", "park", "track"])
    level = s.h * 0.52
    if place == "water":
        skyline(
            s,
            level,
            s.h * 0.06,
            s.h * 0.2,
            mix(colours[-1], s.palette(0.5, 0.06, 250), 0.45),
            0.4 if s.palette.mood.dark else 0.0,
        )
        water(
            s,
            level,
            mix(colours[-1], s.palette(0.68, 0.08, 215), 0.6),
            s.palette(0.48, 0.1, 225),
            s.palette.light(0.97, 0.05, 88),
            s.h * 0.7,
        )
        s.fill(rect(0, s.h * 0.66, s.w, u * 1.6), s.palette(0.9, 0.015, 80))
        for index in range(int(s.w / (u * 8)) + 1):
            s.fill(rect(index * u * 8, s.h * 0.66, u * 1.2, s.h * 0.08), s.palette(0.9, 0.015, 80))
    elif place == "park":
        ranges(
            s,
            s.h * 0.34,
            level,
            mix(colours[-1], s.palette(0.6, 0.07, 220), 0.5),
            s.palette(0.55, 0.09, 165),
            2,
        )
        hill(s, s.h * 0.66, u * 8, s.palette(0.6, 0.11, 135))
        for index in range(5):
            tree(
                s,
                s.w * (index + s.between(-0.2, 0.2)) / 4,
                s.h * s.between(0.66, 0.72),
                u * s.between(36, 54),
                s.pick([140.0, 130.0, 60.0, 350.0]),
            )
    else:
        for row in range(4):
            tone = s.palette.accent(row, 0.75, 0.07)
            s.fill(rect(0, s.h * (0.5 + 0.045 * row), s.w, s.h * 0.05), tone)
            for index in range(int(s.w / (u * 6)) + 1):
                s.fill(
                    ellipse(
                        index * u * 6 + (row % 2) * u * 3, s.h * (0.515 + 0.045 * row), u * 1.5
                    ),
                    s.palette(s.between(0.3, 0.85), 0.1, s.pick([20.0, 60.0, 150.0, 250.0])),
                    0.8,
                )
        s.fill(rect(0, s.h * 0.68, s.w, u * 5), s.palette(0.6, 0.12, 140))
    ground = s.palette(0.55, 0.16, 32) if place == "track" else s.palette(0.74, 0.03, 75)
    top = s.h * 0.73
    s.fade(rect(0, top, s.w, s.h - top), mix(ground, (255, 255, 255), 0.12), ground)
    for index in range(3):
        y = top + (s.h - top) * (0.12 + 0.36 * index)
        s.fill(
            polygon(
                (0, y),
                (s.w, y - u),
                (s.w, y - u + u * (0.6 + 0.4 * index)),
                (0, y + u * (0.6 + 0.4 * index)),
            ),
            (255, 255, 255),
            0.8,
        )
    count = s.pick([1, 2, 2, 3])
    for index in range(count):
        size = min(u * s.between(58, 66), s.h * 0.56) * (1 if count == 1 else 0.86)
        x = s.w * (index + 0.5 + 0.1) / count - (u * 6 if count == 1 else 0)
        y = s.h * (0.9 + 0.03 * (index % 2))
        s.shadow(ellipse(x, y, size * 0.26, size * 0.025), size * 0.04, 0, size * 0.02, 0.4)
        figure(s, x, y - size * 0.42, size, RUN[index % 2], turn=0.4)
        for line_ in range(3):
            py = y - size * (0.2 + 0.16 * line_)
            s.fill(
                curve((x - size * 0.5, py), (x - size * 0.32, py), width=[0.3, u * 0.6]),
                (255, 255, 255),
                0.6,
            )
    if not s.palette.mood.dark:
        leaf_shadow(s, 0.14) if place == "park" else slant(s, 0.2)


def ball(s: Sheet) -> None:
    """Basketball, football or badminton."""
    s.pick([_basketball, _football, _badminton])(s)


def _court_sky(s: Sheet) -> list[Rgb]:
    colours = sky(s, s.h * 0.66)
    if s.palette.mood.dark:
        stars(s, s.h * 0.5, 60)
    else:
        cloud(
            s,
            s.w * s.between(0.2, 0.8),
            s.h * 0.16,
            s.u * 40,
            mix(colours[1], (255, 255, 255), 0.7),
            mix(colours[0], (255, 255, 255), 0.4),
        )
    return colours


def _basketball(s: Sheet) -> None:
    u = s.u
    colours = _court_sky(s)
    skyline(
        s,
        s.h * 0.62,
        s.h * 0.1,
        s.h * 0.3,
        mix(colours[-1], s.palette(0.5, 0.06, 255), 0.4),
        0.4 if s.palette.mood.dark else 0.0,
    )
    _fence(s, s.h * 0.4, s.h * 0.66)
    court = s.palette.accent(0, 0.58, 0.11)
    s.fade(rect(0, s.h * 0.64, s.w, s.h), mix(court, (255, 255, 255), 0.15), court)
    s.fill(
        polygon(
            (s.w * 0.1, s.h * 0.68), (s.w * 0.5, s.h * 0.68), (s.w * 0.56, s.h), (-s.w * 0.1, s.h)
        ),
        s.palette.accent(1, 0.55, 0.12),
    )
    s.fill(arc(s.w * 0.3, s.h * 0.7, s.w * 0.55, s.h * 0.22, 0, pi, u * 1.1), (255, 255, 255), 0.9)
    hoop = (s.w * 0.3, s.h * 0.26)
    s.fill(
        line(hoop[0] - u * 12, s.h * 0.72, hoop[0] - u * 10, hoop[1] - u * 4, u * 2),
        s.palette(0.35, 0.03, 250),
    )
    s.shadow(rect(hoop[0] - u * 15, hoop[1] - u * 18, u * 30, u * 20, u), u, u, u, 0.25)
    s.fill(rect(hoop[0] - u * 15, hoop[1] - u * 18, u * 30, u * 20, u), s.palette(0.97, 0.01, 230))
    red = s.palette.light(0.58, 0.2, 28)
    for x1, y1, x2, y2 in ((-6, -10, 6, -10), (-6, -10, -6, 0), (6, -10, 6, 0)):
        s.fill(
            line(hoop[0] + x1 * u, hoop[1] + y1 * u, hoop[0] + x2 * u, hoop[1] + y2 * u, u * 0.8),
            red,
        )
    for index in range(7):
        px = hoop[0] + (index - 3) * u * 2.2
        s.fill(
            line(px, hoop[1] + u * 2, hoop[0] + (index - 3) * u * 1.2, hoop[1] + u * 12, u * 0.3),
            (255, 255, 255),
            0.9,
        )
    for row in range(3):
        s.fill(
            line(
                hoop[0] - u * (6 - row),
                hoop[1] + u * (4 + row * 3),
                hoop[0] + u * (6 - row),
                hoop[1] + u * (4 + row * 3),
                u * 0.3,
            ),
            (255, 255, 255),
            0.9,
        )
    s.fill(arc(hoop[0], hoop[1] + u * 2, u * 7.4, u * 1.6, 0, 2 * pi, u), red)
    size = min(u * 60, s.h * 0.56)
    x, y = s.w * 0.62, s.h * 0.62
    s.shadow(ellipse(x, s.h * 0.9, size * 0.22, size * 0.03), 0, 0, u, 0.4)
    joints = figure(s, x, y, size, JUMP, turn=-0.4)
    bx, by = joints["hand_r"][0] - u * 1, joints["hand_r"][1] - u * 5
    _basket_ball(s, bx, by, u * 6)
    size *= 0.92
    figure(
        s,
        s.w * 0.87,
        s.h * 0.92 - size * 0.43,
        size,
        {**LIFT, "hand_l": (-0.16, -0.5), "hand_r": (0.24, -0.3)},
    )
    slant(s, 0.2) if not s.palette.mood.dark else s.glow(
        s.w * 0.8, 0, s.h * 0.9, s.palette.light(0.93, 0.05, 90), 0.45
    )


def _basket_ball(s: Sheet, x: float, y: float, r: float) -> None:
    s.fade(ellipse(x, y, r), s.palette.light(0.74, 0.16, 55), s.palette.light(0.55, 0.16, 42), 1)
    dark = s.palette.light(0.25, 0.05, 40)
    s.fill(line(x - r, y, x + r, y, r * 0.1), dark)
    s.fill(line(x, y - r, x, y + r, r * 0.1), dark)
    for side in (-1, 1):
        s.fill(
            arc(
                x + side * r * 1.1,
                y,
                r * 0.75,
                r * 0.9,
                (pi / 2 if side > 0 else -pi / 2) + 0.4,
                (pi * 1.5 if side > 0 else pi / 2) - 0.4,
                r * 0.09,
            ),
            dark,
        )


def _fence(s: Sheet, top: float, bottom: float) -> None:
    u, tone = s.u, s.palette(0.4, 0.05, 160)
    for index in range(int(s.w / (u * 16)) + 1):
        s.fill(line(index * u * 16, top, index * u * 16, bottom, u), tone)
    s.fill(line(0, top, s.w, top, u), tone)
    step = u * 3
    for index in range(-int((bottom - top) / step), int(s.w / step) + 1):
        x = index * step
        s.fill(line(x, bottom, x + (bottom - top), top, u * 0.16), tone, 0.6)
        s.fill(line(x, top, x + (bottom - top), bottom, u * 0.16), tone, 0.6)


def _football(s: Sheet) -> None:
    u = s.u
    colours = _court_sky(s)
    ranges(
        s,
        s.h * 0.3,
        s.h * 0.56,
        mix(colours[-1], s.palette(0.6, 0.07, 230), 0.5),
        s.palette(0.5, 0.08, 160),
        2,
    )
    for index in range(7):
        tree(s, s.w * index / 6, s.h * 0.6, u * s.between(18, 28), 140)
    top = s.h * 0.58
    for band in range(8):
        t0, t1 = (band / 8) ** 1.5, ((band + 1) / 8) ** 1.5
        tone = s.palette(0.62 if band % 2 else 0.55, 0.13, 138)
        s.fill(rect(0, top + (s.h - top) * t0, s.w, (s.h - top) * (t1 - t0) + 2), tone)
    goal = (s.w * 0.14, s.h * 0.42, s.w * 0.46, s.h * 0.24)
    for index in range(13):
        px = goal[0] + goal[2] * index / 12
        s.fill(line(px, goal[1], px, goal[1] + goal[3], u * 0.25), (255, 255, 255), 0.55)
    for index in range(7):
        py = goal[1] + goal[3] * index / 6
        s.fill(line(goal[0], py, goal[0] + goal[2], py, u * 0.25), (255, 255, 255), 0.55)
    for x1, y1, x2, y2 in ((0, 0, 1, 0), (0, 0, 0, 1), (1, 0, 1, 1)):
        s.fill(
            line(
                goal[0] + x1 * goal[2],
                goal[1] + y1 * goal[3],
                goal[0] + x2 * goal[2],
                goal[1] + y2 * goal[3],
                u * 1.4,
            ),
            (255, 255, 255),
        )
    size = min(u * 62, s.h * 0.56)
    x, y = s.w * 0.54, s.h * 0.93 - size * 0.44
    s.shadow(ellipse(x, s.h * 0.94, size * 0.24, size * 0.03), 0, 0, u, 0.4)
    joints = figure(s, x, y, size, KICK, turn=0.4)
    bx, by, r = joints["foot_r"][0] + u * 12, joints["foot_r"][1] + u * 2, u * 6
    for index in range(3):
        s.fill(
            curve(
                (bx - u * (16 + 3 * index), by + (index - 1) * u * 3),
                (bx - u * 8, by + (index - 1) * u * 3),
                width=[0.3, u * 0.7],
            ),
            (255, 255, 255),
            0.7,
        )
    s.fade(ellipse(bx, by, r), (255, 255, 255), s.palette(0.8, 0.02, 250), 1)
    dark = s.palette.light(0.22, 0.01, 260)
    s.fill(
        polygon(
            *[
                (bx + r * 0.4 * cos(a), by + r * 0.4 * sin(a))
                for a in np.linspace(-pi / 2, 1.5 * pi, 6)[:-1]
            ]
        ),
        dark,
    )
    with s.inside(ellipse(bx, by, r), spill=r):
        for a in np.linspace(-pi / 2, 1.5 * pi, 6)[:-1]:
            s.fill(ellipse(bx + r * 1.05 * cos(a), by + r * 1.05 * sin(a), r * 0.32), dark)
            s.fill(
                line(
                    bx + r * 0.4 * cos(a),
                    by + r * 0.4 * sin(a),
                    bx + r * 0.8 * cos(a),
                    by + r * 0.8 * sin(a),
                    r * 0.07,
                ),
                dark,
            )
    for _ in range(30):
        px = s.between(0, s.w)
        s.fill(
            curve(
                (px, s.h),
                (px + s.between(-1, 1) * u, s.h - u * s.between(2, 5)),
                width=[u * 0.7, 0.2],
            ),
            s.palette(0.5, 0.13, 138),
        )
    slant(s, 0.2)


def _badminton(s: Sheet) -> None:
    u = s.u
    wall(s, s.palette.accent(0, 0.7, 0.09), "panels")
    s.fill(rect(0, s.h * 0.08, s.w, u * 12), s.palette(0.95, 0.02, 215))
    court = s.palette(0.52, 0.1, 160)
    s.fade(rect(0, s.h * 0.62, s.w, s.h), mix(court, (255, 255, 255), 0.15), court)
    for points in (
        ((0.06, 0.68), (0.94, 0.68)),
        ((0.06, 0.68), (-0.06, 1.0)),
        ((0.94, 0.68), (1.06, 1.0)),
        ((0.5, 0.68), (0.5, 1.0)),
    ):
        s.fill(
            line(
                points[0][0] * s.w,
                points[0][1] * s.h,
                points[1][0] * s.w,
                points[1][1] * s.h,
                u * 1.1,
            ),
            (255, 255, 255),
            0.9,
        )
    for px in (0.02, 0.98):
        s.fill(line(s.w * px, s.h * 0.38, s.w * px, s.h * 0.72, u * 1.2), s.palette(0.3, 0.03, 250))
    for index in range(int(s.w / (u * 3)) + 1):
        s.fill(
            line(index * u * 3, s.h * 0.4, index * u * 3, s.h * 0.54, u * 0.16),
            (255, 255, 255),
            0.6,
        )
    for row in range(6):
        s.fill(
            line(0, s.h * (0.42 + 0.024 * row), s.w, s.h * (0.42 + 0.024 * row), u * 0.16),
            (255, 255, 255),
            0.6,
        )
    s.fill(rect(0, s.h * 0.39, s.w, u * 2), (255, 255, 255))
    size = min(u * 64, s.h * 0.58)
    x, y = s.w * 0.52, s.h * 0.92 - size * 0.44
    s.shadow(ellipse(x, s.h * 0.93, size * 0.24, size * 0.03), 0, 0, u, 0.4)
    joints = figure(
        s,
        x,
        y,
        size,
        {**JUMP, "foot_l": (-0.16, 0.4), "foot_r": (0.14, 0.43), "knee_r": (0.12, 0.2)},
    )
    hx, hy = joints["hand_r"]
    s.fill(line(hx, hy, hx + u * 6, hy - u * 12, u * 0.8), s.palette(0.25, 0.02, 60))
    s.fill(
        arc(hx + u * 9, hy - u * 18, u * 5, u * 6.6, 0, 2 * pi, u * 0.8),
        s.palette.accent(1, 0.55, 0.17),
    )
    for index in range(5):
        s.fill(
            line(
                hx + u * (5.5 + index * 1.7),
                hy - u * 23,
                hx + u * (5.5 + index * 1.7),
                hy - u * 13,
                u * 0.14,
            ),
            (255, 255, 255),
        )
        s.fill(
            line(
                hx + u * 5,
                hy - u * (22 - index * 2),
                hx + u * 13,
                hy - u * (22 - index * 2),
                u * 0.14,
            ),
            (255, 255, 255),
        )
    cx, cy = s.w * 0.22, s.h * 0.24
    for index in range(5):
        s.fill(
            polygon(
                (cx, cy),
                (cx - u * 9 + index * u * 1.4, cy - u * 7 - index * u * 0.6),
                (cx - u * 7.6 + index * u * 1.4, cy - u * 8 - index * u * 0.6),
            ),
            s.palette(0.98, 0.01, 85),
        )
    s.fill(ellipse(cx + u * 0.8, cy + u * 0.8, u * 1.9), s.palette(0.9, 0.05, 80))
    slant(s, 0.2)


SCENES = {"gym": gym, "running": running, "ball": ball}
