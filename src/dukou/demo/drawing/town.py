"""Streets and houses: towers with lit windows, old roofs, shop fronts, lamps."""

from __future__ import annotations

from math import pi

import numpy as np

from .colour import Rgb, darker, lighter, mix
from .outline import curve, ellipse, line, local, path, polygon, rect
from .sheet import Sheet


def skyline(
    s: Sheet,
    y: float,
    low: float,
    high: float,
    tone: Rgb,
    lit: float = 0.0,
    wide: tuple[float, float] = (7, 15),
) -> None:
    """A row of towers standing on height y; `lit` is the share of windows with light."""
    x = -s.u * 4
    while x < s.w:
        w, h = s.u * s.between(*wide), s.between(low, high)
        tower(s, x, y, w, h, darker(tone, s.between(0, 0.14)), lit)
        x += w * s.between(0.9, 1.12)


def tower(s: Sheet, x: float, y: float, w: float, h: float, tone: Rgb, lit: float) -> None:
    """One tower from its foot at the left corner (x, y)."""
    body = rect(x, y - h, w, h)
    s.fade(body, tone, lighter(tone, 0.08))
    s.fill(rect(x + w * 0.7, y - h, w * 0.3, h), darker(tone, 0.3), 0.4)
    top = s.pick(["flat", "flat", "step", "mast", "tank"])
    if top == "step":
        s.fill(rect(x + w * 0.2, y - h - w * 0.3, w * 0.6, w * 0.32), tone)
    elif top == "mast":
        s.fill(line(x + w / 2, y - h - w * 0.9, x + w / 2, y - h, s.u * 0.35), tone)
        s.fill(ellipse(x + w / 2, y - h - w * 0.9, s.u * 0.4), s.palette.light(0.65, 0.2, 25))
    elif top == "tank":
        s.fill(
            rect(x + w * 0.55, y - h - w * 0.22, w * 0.25, w * 0.24, w * 0.04),
            darker(tone, 0.15),
        )
    columns, step = max(2, int(w / (s.u * 2.4))), s.u * 2.7
    gap = w / columns
    warm = [
        s.palette.light(0.88, 0.11, 82),
        s.palette.light(0.82, 0.13, 65),
        s.palette.light(0.9, 0.05, 200),
    ]
    for row in range(int(h / step)):
        for column in range(columns):
            wx, wy = x + gap * (column + 0.22), y - h + step * (row + 0.45)
            if wy > y - step * 0.6:
                continue
            if s.rng.random() < lit:
                s.fill(rect(wx, wy, gap * 0.56, step * 0.5), s.pick(warm), s.between(0.75, 1))
            else:
                s.fill(
                    rect(wx, wy, gap * 0.56, step * 0.5),
                    lighter(tone, 0.2 if lit < 0.1 else 0.07),
                )


def old_roof(s: Sheet, x: float, y: float, w: float, h: float, tone: Rgb | None = None) -> None:
    """A tiled roof with upturned eaves, its eaves line at height y around x."""
    tone = tone or s.palette(0.34, 0.02, 240)
    lift = h * 0.28
    shape = np.concatenate([
        path((x - w * 0.5, y - lift), (x - w * 0.36, y - h * 0.1), (x - w * 0.26, y - h * 0.75), (x - w * 0.22, y - h), closed=False),
        path((x + w * 0.22, y - h), (x + w * 0.26, y - h * 0.75), (x + w * 0.36, y - h * 0.1), (x + w * 0.5, y - lift), closed=False),
        path(*local(x, y, w, ".46,.02 .2,.1 0,.11 -.2,.1 -.46,.02", tall=h), closed=False),
    ])  # fmt: skip
    s.fade(shape, lighter(tone, 0.08), darker(tone, 0.2))
    with s.inside(shape, spill=h * 0.3):
        for column in np.linspace(-0.5, 0.5, max(8, int(w / (s.u * 2.2)))):
            top, foot = x + column * w * 0.46, x + column * w * 1.0
            s.fill(
                curve(
                    (top, y - h),
                    ((top * 2 + foot) / 3, y - h * 0.5),
                    (foot, y + h * 0.12),
                    width=s.u * 0.5,
                ),
                darker(tone, 0.35),
                0.8,
            )
        s.fill(
            curve(*local(x, y, w, "-.46,0 0,.07 .46,0", tall=h), width=h * 0.07),
            lighter(tone, 0.25),
        )
    s.fill(
        curve(
            *local(x, y, w, "-.25,-1.06 0,-1 .25,-1.06", tall=h),
            width=h * 0.09,
        ),
        darker(tone, 0.25),
    )


def paper_lantern(
    s: Sheet, x: float, y: float, r: float, hue: float = 28.0, lit: bool = True
) -> None:
    """A round lantern whose top hangs at (x, y)."""
    middle = y + r * 1.2
    if lit:
        s.glow(x, middle, r * 4.5, s.palette.light(0.75, 0.15, hue + 25), 0.45)
    tone = s.palette.light(0.60, 0.21, hue) if lit else s.palette(0.52, 0.19, hue)
    s.fill(line(x, y - r * 0.5, x, y + r * 0.3, s.u * 0.3), s.palette(0.25, 0.03, 40))
    body = ellipse(x, middle, r * 1.1, r * 0.92)
    s.fade(body, mix(tone, (255, 240, 180), 0.35 if lit else 0.1), darker(tone, 0.18), pi / 2.4)
    for rib in (-0.7, -0.35, 0.0, 0.35, 0.7):
        s.fill(
            curve(
                (x + rib * r * 0.5, middle - r * 0.88),
                (x + rib * r * 1.45, middle),
                (x + rib * r * 0.5, middle + r * 0.88),
                width=r * 0.045,
            ),
            mix(tone, (80, 0, 0), 0.35),
            0.6,
        )
    gold = s.palette.light(0.78, 0.12, 80)
    for dy in (-0.92, 0.86):
        s.fill(rect(x - r * 0.42, middle + dy * r - r * 0.06, r * 0.84, r * 0.16, r * 0.05), gold)
    for dx in (-0.16, 0.0, 0.16):
        s.fill(line(x + dx * r, middle + r, x + dx * r * 1.3, middle + r * 1.75, r * 0.06), gold)


SIGNS = [
    "面",
    "茶",
    "饭",
    "酒",
    "书",
    "花",
    "糖",
    "鱼",
    "米",
    "药",
    "火锅",
    "小吃",
    "烧烤",
    "甜品",
    "串串",
    "早点",
    "豆花",
    "馄饨",
    "咖啡",
    "奶茶",
]


def sign(
    s: Sheet, x: float, y: float, w: float, h: float, text: str | None = None, lit: bool = False
) -> None:
    """A shop sign around (x, y); upright when taller than wide."""
    text = text or s.pick(SIGNS)
    ground, ink = s.pick([
        (s.palette.light(0.55, 0.2, 27), s.palette.light(0.95, 0.05, 90)), (s.palette.light(0.9, 0.09, 88), s.palette.light(0.4, 0.15, 27)),
        (s.palette.light(0.45, 0.09, 220), s.palette.light(0.97, 0.02, 90)), (s.palette.light(0.35, 0.05, 50), s.palette.light(0.86, 0.1, 80)),
        (s.palette.light(0.5, 0.1, 155), s.palette.light(0.97, 0.02, 90)),
    ])  # fmt: skip
    if lit:
        s.glow(x, y, max(w, h) * 1.5, ground, 0.5)
    else:
        ground, ink = (
            mix(ground, s.palette.key_tone(0.6), 0.2),
            mix(ink, s.palette.key_tone(0.9), 0.1),
        )
    board = rect(x - w / 2, y - h / 2, w, h, min(w, h) * 0.12)
    s.shadow(board, s.u * 0.4, s.u * 0.8, s.u * 0.8, 0.35)
    s.fill(board, ground)
    s.fill(rect(x - w / 2, y - h / 2, w, min(h, w) * 0.08), lighter(ground, 0.25))
    count = len(text)
    if h > w:
        size = min(w * 0.72, h / count * 0.8)
        for index, letter in enumerate(text):
            s.letter(letter, x, y + (index - (count - 1) / 2) * size * 1.15, size, ink)
    else:
        s.letter(text, x, y, min(h * 0.7, w / count * 0.8), ink)


def awning(s: Sheet, x: float, y: float, w: float, h: float, hue: float | None = None) -> None:
    """A striped awning, its upper left corner at (x, y)."""
    hue = s.palette.accents[0] if hue is None else hue
    count = max(4, int(w / (s.u * 4.5)))
    step = w / count
    tones = (s.palette(0.6, 0.16, hue), s.palette(0.96, 0.02, 85))
    s.shadow(rect(x, y + h * 0.3, w, h), 0, s.u * 2, s.u * 1.4, 0.4)
    for index in range(count):
        tone = tones[index % 2]
        left = x + index * step
        s.fade(
            polygon(*local(left, y, step, "0,0 1,0 1,1 0,1", tall=h)),
            lighter(tone, 0.12),
            darker(tone, 0.10),
        )
        s.fill(ellipse(left + step / 2, y + h, step / 2, step * 0.42), darker(tone, 0.12))


def street_lamp(s: Sheet, x: float, y: float, h: float, lit: bool = True) -> None:
    """A lamp post with its foot at (x, y)."""
    iron = s.palette(0.2, 0.02, 260)
    side = s.pick([-1, 1])
    s.fill(line(x, y, x, y - h, s.u * 0.8), iron)
    s.fill(
        curve(
            (x, y - h),
            (x + side * s.u * 2, y - h - s.u * 2),
            (x + side * s.u * 5, y - h - s.u * 1.4),
            width=s.u * 0.7,
        ),
        iron,
    )
    if lit:
        s.glow(x + side * s.u * 5, y - h, s.u * 22, s.palette.light(0.86, 0.11, 78), 0.55)
    s.fill(
        polygon(
            (x + side * s.u * 5 - s.u * 1.8, y - h),
            (x + side * s.u * 5 + s.u * 1.8, y - h),
            (x + side * s.u * 5 + s.u, y - h - s.u * 1.6),
            (x + side * s.u * 5 - s.u, y - h - s.u * 1.6),
        ),
        s.palette.light(0.95, 0.07, 88) if lit else iron,
    )


def wires(s: Sheet, y: float, count: int = 4) -> None:
    """Power lines that sag across the sky."""
    for _ in range(count):
        left, right = y + s.between(-6, 6) * s.u, y + s.between(-10, 10) * s.u
        s.fill(
            curve(
                (-5, left),
                (s.w * 0.5, (left + right) / 2 + s.u * s.between(2, 6)),
                (s.w + 5, right),
                width=s.u * 0.25,
            ),
            s.palette(0.2, 0.02, 260),
            0.75,
        )


def tiled_shop(s: Sheet, x: float, y: float, w: float, h: float, lit: bool) -> None:
    """A small shop front between x and x + w whose foot is height y."""
    front = s.palette.accent(int(s.rng.integers(3)), s.between(0.5, 0.72), 0.08)
    s.fade(rect(x, y - h, w, h), front, darker(front, 0.18))
    glass = rect(x + w * 0.08, y - h * 0.5, w * 0.52, h * 0.42, s.u)
    door = rect(x + w * 0.68, y - h * 0.55, w * 0.24, h * 0.55, s.u * 0.5)
    warm = s.palette.light(0.87, 0.11, 78) if lit else s.palette(0.75, 0.05, 215)
    for pane in (glass, door):
        s.fade(
            pane,
            warm,
            mix(warm, s.palette.light(0.65, 0.13, 55), 0.5) if lit else darker(warm, 0.25),
        )
    if lit:
        s.glow(x + w * 0.35, y - h * 0.3, w * 0.7, warm, 0.35)
    for index in range(5):
        px = x + w * (0.13 + index * 0.095)
        s.fill(
            rect(px, y - h * s.between(0.2, 0.3), w * 0.06, h * 0.2, s.u * 0.4),
            mix(s.palette.accent(index, 0.5, 0.12), warm, 0.3),
        )
    s.fill(rect(x + w * 0.06, y - h * 0.11, w * 0.56, h * 0.04), darker(front, 0.4))
    awning(s, x + w * 0.03, y - h * 0.66, w * 0.94, h * 0.1)
    sign(s, x + w / 2, y - h * 0.82, w * 0.6, h * 0.17, lit=lit)
