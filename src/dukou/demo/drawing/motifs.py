"""The motifs of avatars: animals, things of nature, a cup, a book, a face."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

import numpy as np

from .cat_faces import cat_head
from .coats import Coat, cat_coat, dog_coat
from .colour import darker, lighter, mix
from .dogs import dog_head
from .faces import look
from .outline import arc, curve, ellipse, leaf, path, polygon, rect, star
from .people import bust
from .plants import pine
from .potted import blossom, potted
from .sheet import Sheet
from .sky import ranges
from .small_animals import bird_side


def _shoulders(s: Sheet, coat: Coat) -> None:
    s.fade(
        path((70, 540), (110, 440), (256, 400), (402, 440), (442, 540)),
        coat.fur,
        darker(coat.fur, 0.2),
    )


def _cat(s: Sheet) -> None:
    coat = cat_coat(s)
    _shoulders(s, coat)
    cat_head(s, 256, 300, 152, coat)


def _dog(s: Sheet) -> None:
    coat = dog_coat(s)
    _shoulders(s, coat)
    dog_head(s, 256, 290, 150, coat)


def _bird(s: Sheet) -> None:
    s.fill(curve((-10, 440), (200, 424), (530, 452), width=[22, 14]), s.palette(0.36, 0.05, 45))
    bird_side(s, 250, 424, 165, s.palette.accents[0])
    for x, y in ((60, 420), (430, 436), (470, 410)):
        s.fill(leaf(x, y, 66, 28, s.between(-1.6, -0.6)), s.palette(0.56, 0.12, 140))


def _fox(s: Sheet) -> None:
    fur, white, ink = (
        s.palette(0.68, 0.16, 48),
        s.palette(0.98, 0.01, 85),
        s.palette(0.15, 0.02, 40),
    )
    s.fade(
        path((80, 540), (130, 430), (256, 400), (382, 430), (432, 540)),
        fur,
        darker(fur, 0.2),
    )
    s.fill(path((190, 520), (256, 430), (322, 520)), white)
    for side in (-1, 1):
        s.fill(path((256 + side * 60, 190), (256 + side * 138, 72), (256 + side * 160, 250)), fur)
        s.fill(path((256 + side * 88, 180), (256 + side * 130, 110), (256 + side * 138, 210)), ink)
    face = path(
        (256 - 160, 236),
        (256 - 80, 180),
        (256, 172),
        (256 + 80, 180),
        (256 + 160, 236),
        (256 + 120, 330),
        (256, 430),
        (256 - 120, 330),
    )
    s.fade(face, lighter(fur, 0.1), fur)
    for side in (-1, 1):
        s.fill(
            path(
                (256, 420), (256 + side * 60, 310), (256 + side * 158, 246), (256 + side * 116, 336)
            ),
            white,
        )
        s.fill(ellipse(256 + side * 66, 276, 15, 17), ink)
        s.fill(ellipse(256 + side * 66 - 5, 270, 5), (255, 255, 255))
        s.fill(ellipse(256 + side * 96, 318, 22, 13), s.palette(0.76, 0.13, 22), 0.5)
    s.fill(ellipse(256, 412, 22, 16), ink)


def _bear(s: Sheet) -> None:
    fur = s.pick([s.palette(0.5, 0.08, 50), s.palette(0.95, 0.015, 85), s.palette(0.66, 0.09, 60)])
    muzzle, ink = lighter(fur, 0.55), s.palette(0.15, 0.02, 40)
    s.fade(
        path((60, 540), (120, 440), (256, 400), (392, 440), (452, 540)),
        fur,
        darker(fur, 0.2),
    )
    for side in (-1, 1):
        s.fill(ellipse(256 + side * 118, 176, 56), fur)
        s.fill(ellipse(256 + side * 118, 178, 32), mix(fur, s.palette(0.75, 0.1, 20), 0.6))
    s.fade(ellipse(256, 288, 166, 150), lighter(fur, 0.12), darker(fur, 0.08))
    s.fill(ellipse(256, 336, 72, 58), muzzle)
    for side in (-1, 1):
        s.fill(ellipse(256 + side * 72, 274, 15, 17), ink)
        s.fill(ellipse(256 + side * 72 - 5, 268, 5), (255, 255, 255))
        s.fill(ellipse(256 + side * 110, 324, 26, 15), s.palette(0.76, 0.13, 22), 0.5)
        s.fill(arc(256 + side * 18, 350, 18, 16, 0.2, pi - 0.1, 6), ink)
    s.fill(ellipse(256, 318, 24, 17), ink)


def _leaf(s: Sheet) -> None:
    for index, turn in enumerate((-2.3, -0.85, -1.57)):
        tone = s.palette(0.46 + 0.07 * index, 0.12, 140)
        shape = leaf(256, 450, 330 - 30 * (index < 2), 150, turn)
        s.shadow(shape, 4, 8, 10, 0.25)
        s.fade(shape, mix(tone, (255, 255, 210), 0.25), tone, turn)
        s.fill(
            curve((256, 450), (256 + 260 * cos(turn), 450 + 260 * sin(turn)), width=[8, 2]),
            lighter(tone, 0.5),
        )


def _wave(s: Sheet) -> None:
    s.fill(ellipse(356, 150, 54), s.palette.light(0.88, 0.12, 75))
    for index in range(4):
        tone = s.palette.light(0.82 - 0.11 * index, 0.09, 215)
        y = 250 + index * 70
        top = [
            (-30, y + 20),
            (90, y - 30),
            (180, y + 20),
            (300, y - 24),
            (400, y + 22),
            (540, y - 16),
        ]
        s.fill(np.concatenate([path(*top, closed=False), polygon((540, 560), (-30, 560))]), tone)
        s.fill(curve(*top, width=[6, 12, 6]), s.palette.light(0.98, 0.01, 200), 0.85)


def _sun(s: Sheet) -> None:
    gold = s.palette.light(0.84, 0.15, 80)
    for index in range(12):
        a = 2 * pi * index / 12
        s.fill(
            leaf(256 + 120 * cos(a), 256 + 120 * sin(a), 90, 44, a), s.palette.light(0.76, 0.16, 60)
        )
    s.fade(ellipse(256, 256, 118), lighter(gold, 0.3), s.palette.light(0.76, 0.16, 60))
    _smile(s, 256, 256, 100)


def _smile(s: Sheet, x: float, y: float, r: float) -> None:
    ink = s.palette.light(0.3, 0.06, 45)
    for side in (-1, 1):
        s.fill(ellipse(x + side * r * 0.36, y - r * 0.05, r * 0.08, r * 0.1), ink)
        s.fill(
            ellipse(x + side * r * 0.6, y + r * 0.22, r * 0.16, r * 0.1),
            s.palette.light(0.72, 0.15, 25),
            0.5,
        )
    s.fill(arc(x, y + r * 0.14, r * 0.24, r * 0.2, 0.15, pi - 0.15, r * 0.07), ink)


def _moon(s: Sheet) -> None:
    s.fade(
        s.whole, s.palette.light(0.3, 0.09, s.palette.key), s.palette.light(0.5, 0.1, s.palette.key)
    )
    for _ in range(40):
        s.fill(
            ellipse(s.between(0, 512), s.between(0, 512), s.between(1, 3.4)), (255, 255, 255), 0.8
        )
    pale = s.palette.light(0.94, 0.08, 92)
    s.glow(256, 256, 260, pale, 0.5)
    angle = np.linspace(0.5 * pi, 1.5 * pi, 30)
    outer = 256 + 150 * np.cos(angle) + 1j * (256 + 150 * np.sin(angle))
    inner = 256 + 70 * np.cos(angle[::-1]) + 1j * (256 + 150 * np.sin(angle[::-1]))
    s.fade(np.concatenate([outer, inner]), lighter(pale, 0.4), pale)
    s.fill(star(330, 200, 34, inner=0.45), pale)
    s.fill(star(372, 300, 20, inner=0.45), pale)


def _cup(s: Sheet) -> None:
    tone = s.palette.light(0.97, 0.02, 85)
    s.shadow(ellipse(256, 420, 150, 26), 0, 8, 14, 0.35)
    s.fill(arc(386, 310, 62, 60, -pi / 2, pi / 2, 24), darker(tone, 0.1))
    s.fade(
        path((126, 220), (386, 220), (376, 340), (320, 424), (192, 424), (136, 340)),
        tone,
        darker(tone, 0.14),
        0.0,
    )
    s.fill(ellipse(256, 222, 132, 32), lighter(tone, 0.6))
    s.fill(ellipse(256, 226, 116, 24), s.palette.light(0.45, 0.09, 50))
    _smile(s, 256, 320, 84)
    for x in (206, 256, 306):
        s.fill(
            curve((x, 180), (x + 16, 140), (x - 8, 104), (x + 10, 66), width=[4, 12, 4]),
            (255, 255, 255),
            0.75,
        )


def _book(s: Sheet) -> None:
    cover = s.palette.light(0.55, 0.13, s.palette.accents[0])
    s.shadow(rect(96, 180, 320, 220), 4, 14, 16, 0.35)
    s.fill(polygon((84, 176), (256, 206), (428, 176), (428, 396), (256, 428), (84, 396)), cover)
    for side in (-1, 1):
        page = path(
            (256, 196),
            (256 + side * 80, 166),
            (256 + side * 160, 164),
            (256 + side * 160, 376),
            (256 + side * 80, 380),
            (256, 412),
        )
        s.fade(page, s.palette.light(0.98, 0.015, 88), s.palette.light(0.92, 0.03, 85), 0.0)
        for row in range(6):
            y = 210 + row * 28
            s.fill(
                curve((256 + side * 28, y + 8), (256 + side * 136, y - 8), width=6),
                s.palette.light(0.6, 0.03, 260),
                0.7,
            )
    blossom(s, 256, 140, 50, s.palette.accents[1])


def _mountain(s: Sheet) -> None:
    s.fill(ellipse(344, 170, 58), s.palette.light(0.9, 0.11, 75))
    ranges(
        s,
        190,
        440,
        s.palette.light(0.78, 0.06, s.palette.key),
        s.palette.light(0.4, 0.08, s.palette.accents[0]),
        4,
    )
    for x in (70, 130, 420):
        pine(s, x, 470, 110, s.palette.light(0.35, 0.07, 165))


def _flower(s: Sheet) -> None:
    if s.chance(0.4):
        potted(s, 256, 470, 400, "flower")
        return
    for turn in (-2.5, -0.6, 0.4, 2.7):
        s.fill(leaf(256, 270, 230, 96, turn), s.palette(0.55, 0.12, 140))
    blossom(s, 256, 260, 170, s.palette.accents[0], 8)
    blossom(s, 256, 260, 110, s.palette.accents[1], 7)


def _star(s: Sheet) -> None:
    gold = s.palette.light(0.86, 0.15, 88)
    shape = path(*[(z.real, z.imag) for z in star(256, 266, 176, inner=0.56)])
    s.shadow(shape, 0, 10, 14, 0.3)
    s.fade(shape, lighter(gold, 0.3), s.palette.light(0.76, 0.16, 70))
    _smile(s, 256, 270, 92)


def _face(s: Sheet) -> None:
    bust(s, 256, 530, 470, look(s))


MOTIFS: dict[str, Callable[[Sheet], None]] = {
    "cat": _cat, "dog": _dog, "bird": _bird, "fox": _fox, "bear": _bear, "leaf": _leaf, "wave": _wave,
    "sun": _sun, "moon": _moon, "cup": _cup, "book": _book, "mountain": _mountain, "flower": _flower,
    "star": _star, "face": _face,
}  # fmt: skip
