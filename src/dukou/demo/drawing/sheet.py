"""The sheet that a scene paints on: flat fills by Blend2D, everything soft by numpy.

Blend2D fills polygons with clean edges in microseconds; gradients, spray, clipping, glow and
shadow are done on the same pixels with masks. Scenes think in full-size pixels; `scale` shrinks
the whole sheet for thumbnails and tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from math import cos, sin

import blend2d
import numpy as np
import pylopdf_fonts_zh_cn
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from .chance import Chance
from .colour import Palette, Rgb
from .outline import Outline, rect

Pixels = NDArray[np.uint8]
Mask = NDArray[np.uint8]
Packed = NDArray[np.uint32]
Box = tuple[int, int, int, int]


class Sheet(Chance):
    """Pixels, a palette and a source of chance: all that a scene needs."""

    def __init__(
        self, size: tuple[int, int], palette: Palette, rng: np.random.Generator, scale: float = 1.0
    ) -> None:
        self.w, self.h = size
        super().__init__(rng)
        self.palette, self.scale = palette, scale
        self.u = min(size) / 100
        self._image = blend2d.Image(round(self.w * scale), round(self.h * scale))
        self._context = blend2d.Context(self._image)
        self.pixels: Pixels = self._image.asarray()
        self.pixels[:] = 255
        self._packed: Packed = self.pixels.view(np.uint32)[..., 0]
        self._stencil = blend2d.Image(self._image.width, self._image.height)
        self._stencil_context = blend2d.Context(self._stencil)
        self._stencil_context.set_fill_style_rgba(255, 255, 255, 255)
        self._stencil_pixels: Pixels = self._stencil.asarray()
        self._stencil_pixels[:] = 0

    # -- flat colour

    def fill(self, outline: Outline, colour: Rgb, alpha: float = 1.0) -> None:
        """The outline filled with one colour."""
        red, green, blue = colour
        self._context.set_fill_style_rgba(red, green, blue, round(255 * alpha))
        self._context.fill_path(self._path(outline))

    def fill_all(self, colour: Rgb) -> None:
        """The whole sheet in one colour."""
        self._packed[:] = _pack(colour)

    # -- soft colour

    def fade(
        self, outline: Outline, first: Rgb, last: Rgb, turn: float = np.pi / 2, alpha: float = 1.0
    ) -> None:
        """The outline filled from one colour to another along `turn` (radians, 0 to the right)."""
        self.ramp(outline, [(0.0, first), (1.0, last)], turn, alpha)

    def ramp(
        self, outline: Outline, stops: Sequence[tuple[float, Rgb]], turn: float = np.pi / 2,
        alpha: float = 1.0,
    ) -> None:  # fmt: skip
        """The outline filled with a gradient of several (place, colour) stops along `turn`."""
        found = self._mask(outline)
        if found is None:
            return
        mask, (left, top, right, bottom) = found
        across, down = cos(turn), sin(turn)
        x = (np.arange(left, right, dtype=np.float32) / self.scale)[None, :]
        y = (np.arange(top, bottom, dtype=np.float32) / self.scale)[:, None]
        along = outline.real * across + outline.imag * down
        low, span = along.min(), max(1e-6, along.max() - along.min())
        if abs(across) < 1e-6:
            level = np.broadcast_to(y * down, (bottom - top, 1))
        else:
            level = x * across + y * down
        index = np.clip((level - low) * (255 / span), 0, 255).astype(np.uint8)
        self._lay(_ramp_table(tuple(stops))[index], mask, (left, top, right, bottom), alpha)

    def spray(
        self, outline: Outline, colour: Rgb, turn: float = 0.0, amount: float = 0.7, reach: float = 0.75
    ) -> None:  # fmt: skip
        """Grainy shade inside the outline, dense at the far end of `turn`, gone after `reach`."""
        found = self._mask(outline)
        if found is None:
            return
        mask, box = found
        left, top, right, bottom = box
        across, down = cos(turn), sin(turn)
        along = outline.real * across + outline.imag * down
        low, span = along.min(), max(1e-6, along.max() - along.min())
        x = (np.arange(left, right, dtype=np.float32) / self.scale)[None, :] * across
        y = (np.arange(top, bottom, dtype=np.float32) / self.scale)[:, None] * down
        level = ((x + y - low) / span - (1 - reach)) / reach
        self._spray(np.clip(level, 0, 1) ** 1.4 * amount, colour, mask, box)

    def spray_round(
        self, outline: Outline, colour: Rgb, x: float, y: float, radius: float, amount: float = 0.7
    ) -> None:  # fmt: skip
        """Grainy shade inside the outline that grows with the distance from (x, y)."""
        found = self._mask(outline)
        if found is None:
            return
        mask, box = found
        level = np.clip(self._distance(x, y, box) / radius, 0, 1) ** 2.2 * amount
        self._spray(level, colour, mask, box)

    def glow(self, x: float, y: float, radius: float, colour: Rgb, strength: float = 0.6) -> None:
        """Light that spreads from (x, y) and brightens what is there."""
        box = self._box(x - radius, y - radius, x + radius, y + radius)
        if box is None:
            return
        level = np.clip(1 - self._distance(x, y, box) / radius, 0, 1) ** 2 * strength
        left, top, right, bottom = box
        level16 = (level * 256).astype(np.uint16)
        for channel, shine in enumerate(colour[::-1]):
            view = self.pixels[top:bottom, left:right, channel]
            kept = 256 - ((level16 * shine) >> 8)
            view[:] = 255 - (((255 - view).astype(np.uint16) * kept) >> 8)

    def shadow(
        self, outline: Outline | Sequence[Outline], dx: float = 0.0, dy: float = 0.0, blur: float = 12.0, alpha: float = 0.3,
        colour: Rgb | None = None,
    ) -> None:  # fmt: skip
        """A soft shadow of one outline or several together, moved by (dx, dy)."""
        margin = blur * 2.5
        parts = [outline] if isinstance(outline, np.ndarray) else outline
        moved = [part + complex(dx, dy) for part in parts]
        every = np.concatenate(moved)
        box = self._box(
            every.real.min() - margin, every.imag.min() - margin,
            every.real.max() + margin, every.imag.max() + margin,
        )  # fmt: skip
        if box is None:
            return
        mask = self._soft_mask(moved, box, blur)
        self._lay(_pack(colour or self.palette(0.12, 0.04, self.palette.key)), mask, box, alpha)

    def blur(self, radius: float) -> None:
        """Everything painted so far goes out of focus."""
        small = max(1, int(radius * self.scale / 3))
        picture = Image.fromarray(self.pixels[..., :3].copy())
        size = picture.size
        shrunk = picture.reduce(small) if small > 1 else picture
        soft = shrunk.filter(ImageFilter.GaussianBlur(radius * self.scale / small))
        self.pixels[..., :3] = np.asarray(soft.resize(size, Image.Resampling.BICUBIC))

    def light(
        self, outlines: Sequence[Outline], colour: Rgb, blur: float = 10.0, strength: float = 0.3
    ) -> None:  # fmt: skip
        """Light that falls on the sheet through these outlines."""
        mask = self._soft_mask(outlines, (0, 0, self._image.width, self._image.height), blur)
        share = (mask * np.float32(strength)).astype(np.uint16)
        for channel, gain in enumerate(colour[::-1]):
            view = self.pixels[..., channel]
            wide = view.astype(np.uint16)
            view[:] = np.minimum(255, wide + (((wide * gain >> 8) * share) >> 8))

    @contextmanager
    def inside(self, outline: Outline, spill: float | None = None) -> Iterator[None]:
        """What is painted in this block shows only inside the outline.

        spill: how far above and below the outline the block may paint; saying so saves time.
        """
        found = self._mask(outline)
        if found is None:
            before = self.pixels.copy()
            yield
            self.pixels[:] = before
            return
        mask, (left, top, right, bottom) = found
        margin = self._image.height if spill is None else int(spill * self.scale) + 2
        first, last = max(0, top - margin), bottom + margin
        before = self.pixels[first:last].copy()
        yield
        after = self._packed[top:bottom, left:right].copy()
        self.pixels[first:last] = before
        self._lay(after, mask, (left, top, right, bottom), 1.0)

    def letter(
        self, text: str, x: float, y: float, size: float, colour: Rgb, *, serif: bool = True,
        alpha: float = 1.0,
    ) -> None:  # fmt: skip
        """A few characters, centred on (x, y): a shop sign, a seal, a key cap."""
        font = _font(serif, max(4, round(size * self.scale)))
        mask = Image.new("L", (self._image.width, self._image.height))
        ImageDraw.Draw(mask).text((x * self.scale, y * self.scale), text, 255, font, anchor="mm")
        found = mask.getbbox()
        if found is not None:
            self._lay(_pack(colour), np.asarray(mask.crop(found)), found, alpha)

    def picture(self) -> Image.Image:
        """The sheet as an RGB image."""
        return Image.fromarray(np.ascontiguousarray(self.pixels[..., 2::-1]))

    @property
    def whole(self) -> Outline:
        """The outline of the sheet."""
        return rect(0, 0, self.w, self.h)

    # -- pixels and masks

    def _path(self, outline: Outline) -> blend2d.Path:
        path = blend2d.Path()
        scaled = outline * self.scale
        xs, ys = scaled.real.tolist(), scaled.imag.tolist()
        path.move_to(xs[0], ys[0])
        line_to = path.line_to
        for x, y in zip(xs[1:], ys[1:], strict=True):
            line_to(x, y)
        path.close()
        return path

    def _box(self, left: float, top: float, right: float, bottom: float) -> Box | None:
        """The pixels that a region of the sheet covers; none when it lies outside."""
        s = self.scale
        box = (
            max(0, int(left * s)), max(0, int(top * s)),
            min(self._image.width, int(right * s) + 2), min(self._image.height, int(bottom * s) + 2),
        )  # fmt: skip
        return box if box[0] < box[2] and box[1] < box[3] else None

    def _mask(self, outline: Outline) -> tuple[Mask, Box] | None:
        box = self._box(
            outline.real.min(), outline.imag.min(), outline.real.max(), outline.imag.max()
        )
        if box is None:
            return None
        left, top, right, bottom = box
        self._stencil_context.fill_path(self._path(outline))
        view = self._stencil_pixels[top:bottom, left:right]
        mask = view[..., 3].copy()
        view[:] = 0
        return mask, box

    def _soft_mask(self, outlines: Sequence[Outline], box: Box, blur: float) -> Mask:
        left, top, right, bottom = box
        for outline in outlines:
            self._stencil_context.fill_path(self._path(outline))
        view = self._stencil_pixels[top:bottom, left:right]
        mask = Image.fromarray(view[..., 3].copy())
        self._stencil_pixels[:] = 0
        radius = blur * self.scale
        small = max(1, int(radius / 3))
        size = mask.size
        shrunk = mask.reduce(small) if small > 1 else mask
        soft = shrunk.filter(ImageFilter.BoxBlur(radius / small)).filter(
            ImageFilter.BoxBlur(radius / small * 0.7)
        )
        return np.asarray(soft.resize(size, Image.Resampling.BILINEAR))

    def _distance(self, x: float, y: float, box: Box) -> NDArray[np.float32]:
        left, top, right, bottom = box
        across = np.arange(left, right, dtype=np.float32)[None, :] / self.scale - x
        down = np.arange(top, bottom, dtype=np.float32)[:, None] / self.scale - y
        return np.asarray(np.sqrt(across**2 + down**2), dtype=np.float32)

    def _spray(self, level: NDArray[np.float32], colour: Rgb, mask: Mask, box: Box) -> None:
        left, top, right, bottom = box
        noise = _noise()[top % 97 : top % 97 + bottom - top, left % 89 : left % 89 + right - left]
        dots = np.clip((level * 290 - noise) * 3.0, 0, 255).astype(np.uint16)
        self._lay(_pack(colour), (dots * mask) >> 8, box, 1.0)

    def _lay(
        self, colour: Packed | np.uint32, mask: Mask | NDArray[np.uint16], box: Box, alpha: float
    ) -> None:
        """Colour over the pixels of the box where the mask lets it through.

        Red with blue and green with alpha are mixed two at a time inside one 32-bit number, which
        keeps numpy on long runs; a mask spread over the last axis is five times slower.
        """
        left, top, right, bottom = box
        view = self._packed[top:bottom, left:right]
        share = mask.astype(np.uint32)
        share += share >> 7
        if alpha < 1.0:
            share *= np.uint32(alpha * 256)
            share >>= np.uint32(8)
        kept = np.uint32(256) - share
        even = (view & _EVEN) * kept + (colour & _EVEN) * share
        odd = ((view >> 8) & _EVEN) * kept + ((colour >> 8) & _EVEN) * share
        view[:] = ((even >> 8) & _EVEN) | (odd & ~_EVEN)


_EVEN = np.uint32(0x00FF00FF)


def _pack(colour: Rgb) -> np.uint32:
    red, green, blue = colour
    return np.uint32(0xFF000000 | red << 16 | green << 8 | blue)


@lru_cache(maxsize=512)
def _ramp_table(stops: tuple[tuple[float, Rgb], ...]) -> Packed:
    places = [place for place, _ in stops]
    t = np.linspace(0, 1, 256)
    red, green, blue = (
        np.interp(t, places, [colour[channel] for _, colour in stops]).round().astype(np.uint32)
        for channel in range(3)
    )
    return np.asarray(np.uint32(0xFF000000) | red << 16 | green << 8 | blue, dtype=np.uint32)


@lru_cache(maxsize=1)
def _noise() -> NDArray[np.float32]:
    """Even noise from 0 to 290, softened a little, larger than any sheet."""
    rng = np.random.default_rng(20250114)
    return rng.integers(0, 290, (1400, 1400)).astype(np.float32)


@lru_cache(maxsize=64)
def _font(serif: bool, size: int) -> ImageFont.FreeTypeFont:
    name = pylopdf_fonts_zh_cn.serif_path() if serif else pylopdf_fonts_zh_cn.sans_path()
    return ImageFont.truetype(str(name), size)
