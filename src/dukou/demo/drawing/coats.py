"""The furs that cats and dogs wear."""

from __future__ import annotations

from dataclasses import dataclass

from .colour import Rgb
from .sheet import Sheet


@dataclass(frozen=True, slots=True)
class Coat:
    """Colours of a fur and how they are spread."""

    fur: Rgb
    mark: Rgb
    belly: Rgb
    pattern: str
    eye: Rgb


def cat_coat(s: Sheet) -> Coat:
    """One of the coats that cats wear."""
    c = s.palette
    white, black = c(0.97, 0.012, 80), c(0.2, 0.015, 60)
    eye = s.pick([c(0.72, 0.13, 125), c(0.75, 0.14, 80), c(0.68, 0.1, 230)])
    return s.pick([
        Coat(c(0.76, 0.12, 62), c(0.6, 0.14, 50), white, "tabby", eye),
        Coat(c(0.72, 0.02, 80), c(0.45, 0.02, 70), c(0.92, 0.015, 80), "tabby", eye),
        Coat(white, c(0.7, 0.13, 60), white, "calico", eye),
        Coat(black, black, white, "tuxedo", c(0.8, 0.14, 95)),
        Coat(c(0.6, 0.025, 250), c(0.5, 0.03, 250), c(0.66, 0.025, 250), "plain", c(0.78, 0.15, 75)),
        Coat(c(0.93, 0.03, 80), c(0.42, 0.05, 50), c(0.95, 0.02, 80), "points", c(0.66, 0.12, 240)),
        Coat(white, black, white, "cow", eye),
        Coat(c(0.82, 0.08, 75), c(0.7, 0.1, 65), white, "tabby", eye),
    ])  # fmt: skip


def dog_coat(s: Sheet) -> Coat:
    """One of the coats that dogs wear."""
    c = s.palette
    white = c(0.97, 0.012, 80)
    dark = c(0.15, 0.02, 40)
    return s.pick([
        Coat(c(0.75, 0.12, 62), c(0.75, 0.12, 62), white, "shiba", dark),
        Coat(c(0.82, 0.09, 78), c(0.7, 0.1, 68), c(0.9, 0.05, 82), "retriever", dark),
        Coat(white, c(0.5, 0.07, 50), white, "patch", dark),
        Coat(c(0.3, 0.02, 50), c(0.66, 0.12, 55), white, "shiba", dark),
        Coat(white, c(0.92, 0.02, 80), white, "fluffy", dark),
        Coat(c(0.58, 0.09, 50), c(0.46, 0.08, 45), c(0.66, 0.08, 55), "fluffy", dark),
    ])  # fmt: skip
