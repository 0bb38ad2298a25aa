"""What is kept of a picture: three sizes of WebP, a blurred placeholder, a fingerprint.

Only pixels go in, so nothing of the file's metadata (place, camera, comments) comes out.
"""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass

from PIL import Image

from dukou.site.notes.files import SIZES

QUALITY = {"small": 72, "medium": 78, "large": 82}
TALLEST = 3  # of a size's width: a screenshot of a long page stays readable, not endless


@dataclass(frozen=True)
class Encoded:
    """A picture, ready to be kept."""

    width: int
    height: int
    files: dict[str, bytes]
    blur: str
    fingerprint: int

    @property
    def bytes(self) -> int:
        """Size of all files together."""
        return sum(len(content) for content in self.files.values())


def encode(image: Image.Image) -> Encoded:
    """The picture in all sizes; it must be upright already."""
    image = image.convert("RGB")
    files: dict[str, bytes] = {}
    made: dict[tuple[int, int], bytes] = {}  # a small picture is the same file in two sizes
    for size, width in SIZES.items():
        scaled = _within(image, width)
        if scaled.size not in made:
            made[scaled.size] = _webp(scaled, QUALITY[size])
        files[size] = made[scaled.size]
    return Encoded(scaled.width, scaled.height, files, _blur(image), fingerprint(image))


def fingerprint(image: Image.Image) -> int:
    """64-bit difference hash, signed for the database: near-copies differ in few bits.

    Source: N. Krawetz, "Kind of like that" (dHash), 2013.
    """
    small = image.convert("L").resize((9, 8), Image.Resampling.BOX)
    pixels = small.tobytes()
    bits = 0
    for row in range(8):
        for column in range(8):
            left, right = pixels[row * 9 + column], pixels[row * 9 + column + 1]
            bits = bits << 1 | (left < right)
    return bits - (1 << 64) if bits >= 1 << 63 else bits


def _within(image: Image.Image, width: int) -> Image.Image:
    scale = min(1.0, width / image.width, TALLEST * width / image.height)
    if scale == 1.0:
        return image
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)


def _webp(image: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", quality=quality, method=2)
    return out.getvalue()


def _blur(image: Image.Image) -> str:
    tiny = image.resize((8, max(1, min(16, round(8 * image.height / image.width)))))
    return "data:image/webp;base64," + base64.b64encode(_webp(tiny, 40)).decode()
