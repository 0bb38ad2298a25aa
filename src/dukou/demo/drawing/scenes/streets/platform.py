"""The platform as a train stands there."""

from __future__ import annotations

from ...colour import darker, lighter
from ...outline import (
    ellipse,
    rect,
)
from ...people import bust, standing
from ...sheet import Sheet


def platform(s: Sheet) -> None:
    """People wait at the yellow line."""
    u = s.u
    tile = s.palette(0.92, 0.02, 200)
    s.fill_all(darker(tile, 0.12))
    for row in range(14):
        for column in range(22):
            s.fill(
                rect(
                    column * u * 7 - (row % 2) * u * 3.5, row * u * 3.6, u * 6.6, u * 3.2, u * 0.4
                ),
                lighter(tile, s.between(0, 0.25)),
            )
    s.fill(rect(0, s.h * 0.13, s.w, u * 8), s.palette.accent(0, 0.5, 0.14))
    name = s.pick(["渡口", "小南门", "春熙路", "江滩", "静安寺", "中山门"])
    s.letter(name, s.w / 2, s.h * 0.13 + u * 4, u * 5, s.palette(0.97, 0.02, 85), serif=False)
    y = s.h * 0.72
    train = s.palette(0.92, 0.01, 230)
    s.fade(
        rect(-u * 10, s.h * 0.3, s.w + u * 20, y - s.h * 0.3 + u * 4, u * 5),
        train,
        darker(train, 0.14),
    )
    s.fill(rect(0, s.h * 0.62, s.w, u * 3), s.palette.accent(0, 0.55, 0.16))
    warm = s.palette.light(0.93, 0.06, 90)
    step, index = u * 34, 0
    x = -u * s.between(0, 20)
    while x < s.w:
        if index % 2:
            for half in (0, 1):
                s.fill(
                    rect(x + half * u * 9.5, s.h * 0.35, u * 9, y - s.h * 0.35, u),
                    darker(train, 0.08),
                )
                s.fade(
                    rect(x + half * u * 9.5 + u * 1.6, s.h * 0.38, u * 5.8, s.h * 0.18, u),
                    warm,
                    darker(warm, 0.1),
                )
            x += u * 24
        else:
            pane = rect(x, s.h * 0.38, step - u * 6, s.h * 0.16, u * 2)
            with s.inside(pane):
                s.fade(pane, warm, darker(warm, 0.12))
                for seat in range(2):
                    bust(
                        s,
                        x + step * (0.22 + 0.38 * seat),
                        s.h * 0.55,
                        u * 17,
                        face=s.pick(["front", "down"]),
                    )
            x += step
        index += 1
    s.fade(rect(0, y, s.w, s.h - y), s.palette(0.75, 0.02, 80), s.palette(0.6, 0.02, 80))
    s.fill(rect(0, y + u * 4, s.w, u * 3), s.palette.light(0.84, 0.14, 90))
    for dot in range(int(s.w / (u * 2)) + 1):
        s.fill(ellipse(dot * u * 2, y + u * 5.5, u * 0.55), s.palette.light(0.74, 0.13, 80))
    for index in range(s.pick([2, 3, 4])):
        px = s.w * (0.15 + 0.24 * index) + s.between(-3, 3) * u
        standing(
            s,
            px,
            s.h * s.between(0.92, 0.97),
            u * s.between(34, 40),
            face=s.pick(["back", "back", "front"]),
        )
