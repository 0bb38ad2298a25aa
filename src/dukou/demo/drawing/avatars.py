"""Pictures of people who show no photograph: a motif on a ground of their own colour."""

from __future__ import annotations

from math import cos, pi, sin
from zlib import crc32

import numpy as np
from PIL import Image

from .colour import Palette, lighter, mix
from .errors import UnknownMotif
from .finish import finish
from .motifs import MOTIFS
from .outline import ellipse, polygon
from .sheet import Sheet

_SIZE = 512


def avatar(motif: str, hue: int, seed: int, *, size: int = _SIZE) -> Image.Image:
    """A square portrait: one of MOTIFS on a ground of this hue. Raises: UnknownMotif."""
    if motif not in MOTIFS:
        raise UnknownMotif(motif, sorted(MOTIFS))
    rng = np.random.default_rng([crc32(motif.encode()), hue, seed])
    palette = Palette("fresh" if seed % 2 else "warm", rng)
    palette.key = float(hue % 360)
    palette.accents = [(palette.key + offset) % 360 for offset in (160, 40, 220)]
    sheet = Sheet((_SIZE, _SIZE), palette, rng, size / _SIZE)
    _ground(sheet)
    MOTIFS[motif](sheet)
    finish(sheet, vignette=0.08)
    return sheet.picture()


def _ground(s: Sheet) -> None:
    tone = s.palette.light(s.between(0.78, 0.88), s.between(0.06, 0.1), s.palette.key)
    s.fade(s.whole, lighter(tone, 0.25), tone)
    soft = lighter(tone, 0.4)
    kind = s.pick(["disc", "rays", "dots", "hill", "plain"])
    if kind == "disc":
        s.fill(ellipse(256, 250, 190), soft)
    elif kind == "rays":
        for index in range(14):
            a, b = 2 * pi * index / 14, 2 * pi * (index + 0.5) / 14
            corners = [
                (256, 280),
                (256 + 500 * cos(a), 280 + 500 * sin(a)),
                (256 + 500 * cos(b), 280 + 500 * sin(b)),
            ]
            s.fill(polygon(*corners), soft, 0.6)
    elif kind == "dots":
        for row in range(8):
            for column in range(8):
                s.fill(ellipse(column * 72 + (row % 2) * 36, row * 72, 9), soft)
    elif kind == "hill":
        s.fill(
            ellipse(256, 560, 330, 220), mix(tone, s.palette.light(0.5, 0.1, s.palette.key), 0.3)
        )
