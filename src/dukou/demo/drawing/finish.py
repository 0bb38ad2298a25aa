"""What makes a flat drawing look painted on paper: uneven edges, grain, fibres, a soft vignette."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from .sheet import Sheet

_TILE = 1300


def finish(sheet: Sheet, *, grain: float = 1.0, vignette: float = 0.16) -> None:
    """Shakes the edges, lays paper grain over the sheet and darkens its corners a little."""
    height, width = sheet.pixels.shape[:2]
    row, column = (int(value) for value in sheet.rng.integers(0, 90, 2))
    if sheet.scale > 0.4:
        _shake(sheet, row, column)
    paper = _paper()[row : row + height, column : column + width]
    if grain != 1.0:
        paper = (paper * grain).astype(np.int16)
    light = _vignette(width, height, round(vignette * 100))
    for channel in range(3):
        view = sheet.pixels[..., channel]
        dimmed = ((_curve().take(view) * light) >> 8).view(np.int16)
        view[:] = np.clip(dimmed + paper, 0, 255)


@lru_cache(maxsize=1)
def _curve() -> NDArray[np.uint8]:
    """A soft S: darker darks, lighter lights, and with them stronger colours."""
    level = np.linspace(0, 1, 256)
    bent = level + 0.055 * np.sin((level - 0.5) * 2 * np.pi)
    return np.asarray((bent.clip(0, 1) * 255).round(), dtype=np.uint8)


def _shake(sheet: Sheet, row: int, column: int) -> None:
    """Every pixel comes from a neighbour up to two pixels off: edges look drawn by hand."""
    height, width = sheet.pixels.shape[:2]
    down, across = _wobble()
    down = down[row : row + height, column : column + width]
    across = across[row : row + height, column : column + width]
    y = np.clip(np.arange(height, dtype=np.int32)[:, None] + down, 0, height - 1)
    x = np.clip(np.arange(width, dtype=np.int32)[None, :] + across, 0, width - 1)
    flat = sheet.pixels.view(np.uint32).reshape(-1)
    sheet.pixels.view(np.uint32)[..., 0] = flat.take(y * width + x)


@lru_cache(maxsize=1)
def _wobble() -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    rng = np.random.default_rng(7)

    def field() -> NDArray[np.int32]:
        slow = _soft_noise(rng, 30) * 0.95 + _soft_noise(rng, 7) * 0.45
        return (slow + rng.uniform(-0.55, 0.55, slow.shape)).round().astype(np.int32)

    return field(), field()


@lru_cache(maxsize=1)
def _paper() -> NDArray[np.int16]:
    """Light and dark of the paper, from about -14 to 14."""
    rng = np.random.default_rng(11)
    fine = rng.normal(0, 3.6, (_TILE, _TILE))
    fibre = np.asarray(
        Image.fromarray(rng.normal(0, 1, (_TILE, _TILE // 9)).astype(np.float32)).resize(
            (_TILE, _TILE), Image.Resampling.BICUBIC
        )
    )
    cloud = _soft_noise(rng, 90) * 3.0
    return np.asarray((fine + fibre * 1.1 + cloud).round(), dtype=np.int16)


def _soft_noise(rng: np.random.Generator, size: int) -> NDArray[np.float32]:
    count = _TILE // size + 2
    coarse = Image.fromarray(rng.normal(0, 1, (count, count)).astype(np.float32))
    return np.asarray(coarse.resize((_TILE, _TILE), Image.Resampling.BICUBIC))


@lru_cache(maxsize=8)
def _vignette(width: int, height: int, percent: int) -> NDArray[np.uint16]:
    x = np.linspace(-1, 1, width)[None, :]
    y = np.linspace(-1, 1, height)[:, None]
    fall = np.clip((x**2 + y**2) / 2, 0, 1) ** 1.6
    return np.asarray(256 * (1 - fall * percent / 100), dtype=np.uint16)
