"""Scene `books`: books: laid out on a table, in a pile, or an open one with a cup."""

from __future__ import annotations

from ...bookshelf import book_flat, book_open
from ...cats import cat_curled
from ...colour import darker, lighter, mix
from ...light import daylight, leaf_shadow
from ...outline import leaf, rect
from ...potted import potted
from ...room import picture_frame
from ...sheet import Sheet
from ...surfaces import tabletop, wall
from ...tableware import cup_above
from .evening import evening


def books(s: Sheet) -> None:
    """Books: laid out on a table, in a pile, or an open one with a cup."""
    u = s.u
    kind = s.pick(["flat", "pile", "open"])
    if kind == "flat":
        tabletop(s)
        for index in range(6):
            x = s.w * (0.22 + 0.56 * (index % 2)) + s.between(-5, 5) * u
            y = s.h * (0.16 + 0.34 * (index // 2)) + s.between(-4, 4) * u
            book_flat(s, x, y, u * s.between(32, 38), u * s.between(44, 50), s.between(-0.35, 0.35))
        cup_above(s, s.w * 0.5, s.h * 0.5, u * 13, s.palette(0.42, 0.09, 50))
        daylight(s)
    elif kind == "open":
        tabletop(s)
        book_open(s, s.w * 0.5, s.h * 0.52, min(s.w * 0.96, u * 94), s.between(-0.25, 0.25))
        cup_above(s, s.w * 0.84, s.h * 0.13, u * 13, s.palette(0.55, 0.14, 60))
        for _ in range(9):
            s.fill(
                leaf(
                    s.between(0, s.w),
                    s.pick([s.between(0, 0.14), s.between(0.88, 1)]) * s.h,
                    u * 9,
                    u * 5,
                    s.between(0, 6),
                ),
                s.palette(0.62, 0.15, s.pick([60.0, 40.0, 80.0, 135.0])),
            )
        daylight(s)
    else:
        wall(s, s.palette.key_tone(s.between(0.75, 0.9), 0.07))
        picture_frame(s, s.w * 0.1, s.h * 0.1, u * 22, u * 26)
        base, height = s.h * 0.82, 0.0
        s.fade(rect(0, base, s.w, s.h), s.palette(0.66, 0.08, 60), s.palette(0.5, 0.08, 55))
        x = s.w * 0.5
        for _ in range(s.pick([7, 8, 9])):
            thick, wide = u * s.between(4.4, 7), u * s.between(38, 52)
            shift = s.between(-4, 4) * u
            _spine(s, x + shift, base - height, wide, thick)
            height += thick
            if base - height < s.h * 0.36:
                break
        if s.chance(0.5):
            cat_curled(s, x, base - height - u * 7, u * 36)
        else:
            potted(s, x - u * 6, base - height, u * 24)
            s.fade(
                rect(x + u * 8, base - height - u * 9, u * 9, u * 9, u * 2),
                s.palette.accent(0, 0.75, 0.1),
                s.palette.accent(0, 0.6, 0.11),
                0.0,
            )
        leaf_shadow(s, 0.18) if not s.palette.mood.dark else evening(s)


def _spine(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    tone = s.palette(
        s.between(0.4, 0.82),
        s.between(0.06, 0.14),
        s.pick([*s.palette.accents, s.palette.key, 60.0]),
    )
    s.shadow(rect(x - w / 2, y - h, w, h), 0, s.u * 0.6, s.u * 0.6, 0.35)
    s.fade(
        rect(x - w / 2, y - h, w, h, s.u * 1.2),
        lighter(tone, 0.12),
        darker(tone, 0.18),
    )
    mark = mix(tone, (255, 255, 255) if sum(tone) < 430 else (50, 35, 30), 0.7)
    for place in (0.05, 0.08, 0.92):
        s.fill(rect(x - w / 2 + w * place, y - h * 0.96, s.u * 0.6, h * 0.92), mark, 0.8)
    if s.chance(0.45):
        title = s.pick(["山海", "夜航船", "春秋", "边城", "小镇", "诗", "茶经", "河流", "食物志"])
        s.letter(title, x, y - h / 2, h * 0.6, mark)
    else:
        s.fill(
            rect(x - w * 0.25, y - h * 0.62, w * s.between(0.3, 0.5), h * 0.22, s.u * 0.3),
            mark,
            0.85,
        )
