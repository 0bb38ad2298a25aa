"""How a real wave came in, hour by hour."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[np.int64]
Weights = npt.NDArray[np.float64]
BEFORE_THE_PEAK = 0.75


@cache
def sign_ups() -> tuple[int, ...]:
    """Sign-ups an hour in the wave of autumn 2022 (source: `lab/data/README.md`)."""
    text = (files("dukou.lab") / "data" / "sign_ups_2022_11.csv").read_text("utf-8")
    return tuple(int(row["sign_ups"]) for row in csv.DictReader(text.splitlines()))


def wave_curve(hours: int) -> Weights:
    """Shares of a wave's arrivals in each of its hours; shape (hours,), sums to 1.

    The hours around the highest one of the real wave, three quarters of them before it. More
    hours than the real wave had are filled with its last hour.
    """
    if hours < 1:
        raise ValueError(f"{hours} hours, expected at least 1")
    real = np.array(sign_ups(), dtype=np.float64)
    peak = int(real.argmax())
    start = max(0, peak - int(BEFORE_THE_PEAK * hours))
    span = np.take(real, np.arange(start, start + hours), mode="clip")
    return np.asarray(span / span.sum())


def arrivals(total: int, hours: int) -> Counts:
    """How many of `total` newcomers arrive in each hour; shape (hours,), sums to `total`."""
    ends = np.round(np.cumsum(wave_curve(hours)) * total).astype(np.int64)
    return np.diff(ends, prepend=0)
