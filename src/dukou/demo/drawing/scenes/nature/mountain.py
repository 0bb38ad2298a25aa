"""Scene `mountain`: ranges in the mist, a ridge in front, someone who looks."""

from __future__ import annotations

import numpy as np

from ...colour import lighter, mix
from ...outline import Outline, local, polygon
from ...plants import pine
from ...sheet import Sheet
from ...sky import hill, mist, ranges, ridge
from .outdoors import birds, heaven, hiker


def mountain(s: Sheet) -> None:
    """Ranges in the mist, a ridge in front, someone who looks."""
    u = s.u
    colours = heaven(s, s.h * 0.7)
    far = mix(colours[-1], s.palette(0.62, 0.08, 240), 0.45)
    near = s.palette(0.32, 0.08, s.pick([150.0, 190.0, 240.0]))
    if s.chance(0.5):
        peak = ridge(s, s.h * 0.66, s.h * 0.4, 0.5, 5, s.between(0.3, 0.7))
        tone = mix(far, near, 0.5)
        s.fade(peak, tone, mix(far, near, 0.2))
        with s.inside(peak):
            _snowcap(s, peak)
            s.spray(peak, near, 0.2, 0.5, 0.6)
    ranges(s, s.h * 0.42, s.h * 0.86, far, near, s.pick([3, 4]))
    mist(s, s.h * 0.66, u * 12, lighter(far, 0.5), 0.4)
    hill(s, s.h * 0.98, s.h * 0.16, near)
    for _ in range(22):
        x = s.between(0, s.w)
        if abs(x - s.w * 0.62) > u * 14:
            pine(
                s,
                x,
                s.h * s.between(0.9, 1.02),
                u * s.between(10, 22),
                mix(near, s.palette(0.4, 0.08, 160), 0.4),
            )
    if s.chance(0.75):
        hiker(s, s.w * 0.62, s.h * 0.92, u * s.between(20, 26))
    birds(s, s.h * 0.3)


def _snowcap(s: Sheet, peak: Outline) -> None:
    """Snow from the summit down to a ragged line."""
    top = float(peak.imag.min())
    line_y = top + s.h * s.between(0.09, 0.14)
    teeth = [(x, line_y + s.u * s.between(-5, 5)) for x in np.arange(-10.0, s.w + 20, s.u * 3.4)]
    s.fill(polygon(*teeth, (s.w + 20, top - 20), (-20, top - 20)), s.palette(0.985, 0.008, 230))
    for x, y in teeth[:: s.pick([2, 3])]:
        shade = polygon(*local(x, y, s.u, "0,0 2.4,0 3.4,-9"))
        s.fill(shade, s.palette(0.8, 0.04, 245), 0.6)
