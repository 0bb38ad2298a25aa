"""The program that decodes one picture: bytes on its standard input, pixels on its output.

It is run by path, alone, and imports nothing of ours: whoever breaks a decoder finds a process
with no database, no settings and no environment. It limits itself before the first byte is read.

It answers with a line and, where that says `ok`, width × height × 3 bytes of sRGB:
`ok <width> <height>` or `refused <code>`.
"""

import contextlib
import os
import resource
import sys
from io import BytesIO

MEMORY_BYTES = 1536 * 1024 * 1024
CPU_SECONDS = 20
MOST_PIXELS = 120_000_000  # a 108-megapixel phone; 30,000 by 30,000 are 900 million
BOX = 1920, 5760  # what is kept at most: more pixels need not leave this process
KINDS = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF")


class Refused(Exception):
    """The picture is not taken; the argument is the code."""


def limit_self() -> None:
    """Little memory, little time, no files; the first to go where the machine has no memory."""
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:
        file.write("1000")
    os.nice(5)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


limit_self()

import pillow_heif  # noqa: E402 - not a line of a library runs before the limits are set
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError  # noqa: E402


def main() -> None:
    """Answer for the picture on standard input."""
    out = sys.stdout.buffer
    try:
        image = decoded(sys.stdin.buffer.read())
    except Refused as refusal:
        out.write(f"refused {refusal}\n".encode())
    except MemoryError:
        out.write(b"refused too-large\n")
    except Exception:  # decoders fail in every way there is; none of them is our reader's concern
        out.write(b"refused broken\n")
    else:
        out.write(f"ok {image.width} {image.height}\n".encode())
        out.write(image.tobytes())


def decoded(data: bytes) -> Image.Image:
    """The first frame: upright, in sRGB, on white where it was transparent, within the box."""
    image = _opened(data)
    if image.width * image.height > MOST_PIXELS:
        raise Refused("too-large")
    image.draft("RGB", BOX)  # a large JPEG is read at a half, a quarter or an eighth
    image.load()
    profile = image.info.get("icc_profile")
    image = ImageOps.exif_transpose(image)
    image = _with_plain_mode(image)
    image.thumbnail(BOX, Image.Resampling.LANCZOS, reducing_gap=2.0)
    return _on_white(_in_srgb(image, profile))


def _opened(data: bytes) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = None  # the limit above is ours, and an error rather than a warning
    pillow_heif.register_heif_opener(thumbnails=False)
    try:
        return Image.open(BytesIO(data), formats=KINDS)
    except UnidentifiedImageError:
        raise Refused("unknown") from None


def _with_plain_mode(image: Image.Image) -> Image.Image:
    """As RGB or RGBA, so that it can be scaled: palettes, 16 bits and print colours are not."""
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in {"RGB", "RGBA", "CMYK"}:
        return image
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as the file meant them: phones write wider ones, which would look pale without."""
    if profile and image.mode in {"RGB", "CMYK"}:
        with contextlib.suppress(ImageCms.PyCMSError, OSError):  # a bad profile says nothing
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            found = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
            return found or image
    return image


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image.convert("RGB")
    white = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(white, image).convert("RGB")


if __name__ == "__main__":
    main()
