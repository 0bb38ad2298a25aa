"""Scene `cat_window`: a cat on the window sill, the world outside."""

from __future__ import annotations

from ...bookshelf import book_row
from ...cats import cat_back, cat_sitting
from ...light import string_lights
from ...outline import ellipse, line, rect
from ...potted import potted
from ...sheet import Sheet
from ...surfaces import wall
from ...window import window
from .home import light


def cat_window(s: Sheet) -> None:
    """A cat on the window sill, the world outside."""
    u = s.u
    wall(s, s.palette.key_tone(s.between(0.72, 0.88), 0.06))
    w, h = s.w * s.between(0.62, 0.7), s.h * s.between(0.56, 0.62)
    x, y = (s.w - w) / 2, s.h * 0.09
    window(s, x, y, w, h)
    sill = y + h + u * 1.5
    side = s.pick([-1, 1])
    board = rect(-10, sill + u * 1.2, s.w + 20, u * 5)
    s.shadow(board, 0, u * 2, u * 2, 0.35)
    s.fade(board, s.palette(0.9, 0.03, 75), s.palette(0.72, 0.05, 65))
    if s.palette.name == "rain":
        for _ in range(70):
            px, py = x + s.between(0, w), y + s.between(0, h)
            s.fill(ellipse(px, py, u * s.between(0.2, 0.7)), (255, 255, 255), 0.4)
            if s.chance(0.25):
                s.fill(
                    line(px, py, px + u * 0.2, py + u * s.between(3, 9), u * 0.25),
                    (255, 255, 255),
                    0.3,
                )
    place = s.w / 2 + side * w * 0.12
    s.pick([cat_back, cat_back, cat_sitting])(s, place, sill + u * 2.6, u * s.between(46, 54))
    potted(s, s.w / 2 - side * w * 0.36, sill + u * 2, u * s.between(26, 36))
    if s.chance(0.6):
        potted(s, s.w / 2 + side * w * 0.5, sill + u * 2, u * s.between(20, 30))
    if s.chance(0.5):
        string_lights(s, u * 4, u * 3, 11)
    low = sill + u * 6
    shelf_h = s.h - low
    if shelf_h > u * 12:
        book_row(s, s.w * 0.06, s.h - u * 1, s.w * 0.88, min(shelf_h - u * 2, u * 16))
    light(s)
