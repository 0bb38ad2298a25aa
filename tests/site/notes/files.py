"""Picture files as phones, editors and rascals make them."""

import io
import struct
import zlib
from pathlib import Path

import pillow_heif
from PIL import Image, ImageDraw

pillow_heif.register_heif_opener()

ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825
TURNED_RIGHT = 6  # the camera was held upright: turn the pixels clockwise to see it so


def scene(size: tuple[int, int] = (600, 400)) -> Image.Image:
    """Red above, blue below, so that it is plain which side is up."""
    image = Image.new("RGB", size, "#d02020")
    ImageDraw.Draw(image).rectangle((0, size[1] // 2, *size), fill="#2040d0")
    return image


def written(image: Image.Image, kind: str, **options: object) -> bytes:
    """The file of this kind: `JPEG`, `PNG`, `WEBP`, `AVIF`, `HEIF`, `GIF`, `TIFF`."""
    out = io.BytesIO()
    image.save(out, kind, **options)  # type: ignore[arg-type]
    return out.getvalue()


def of_a_phone(kind: str = "JPEG", size: tuple[int, int] = (400, 600)) -> bytes:
    """A scene as a phone writes it: lying on its side, with place, maker and a comment."""
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED_RIGHT
    exif[MAKE] = "SecretCam"
    place = exif.get_ifd(GPS)
    place[1], place[2] = "N", (30.0, 39.0, 25.0)
    place[3], place[4] = "E", (104.0, 4.0, 12.0)
    lying = scene(size).transpose(Image.Transpose.ROTATE_90)
    return written(lying, kind, exif=exif.tobytes())


def animated(kind: str) -> bytes:
    """Two frames: the scene, then green."""
    second = Image.new("RGB", (600, 400), "#10a010")
    return written(scene(), kind, save_all=True, append_images=[second], duration=100)


def png_of_zeros(width: int, height: int) -> bytes:
    """A small file that unpacks to this many black pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    packer = zlib.compressobj(9)
    row = bytes(width + 1)
    body = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(name, content)
        for name, content in ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    )


def png_that_claims(width: int, height: int) -> bytes:
    """A file whose head names a size and whose body is empty."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(b""))


def _chunk(name: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content))
        + name
        + content
        + struct.pack(">I", zlib.crc32(name + content))
    )


def colours(path_or_data: Path | bytes) -> tuple[str, str]:
    """What is seen above and below: `red`, `blue`, `green`, `white` or `black`."""
    source = io.BytesIO(path_or_data) if isinstance(path_or_data, bytes) else path_or_data
    with Image.open(source) as image:
        return colours_of(image)


def colours_of(image: Image.Image) -> tuple[str, str]:
    """What is seen above and below in the middle of the picture."""
    image = image.convert("RGB")
    middle = image.width // 2
    return _name(image, middle, image.height // 8), _name(image, middle, image.height * 7 // 8)


def _name(image: Image.Image, x: int, y: int) -> str:
    pixel = image.getpixel((x, y))
    assert isinstance(pixel, tuple)
    high = [value > 120 for value in pixel]
    names = {
        (True, False, False): "red",
        (False, False, True): "blue",
        (False, True, False): "green",
        (True, True, True): "white",
    }
    return names.get((high[0], high[1], high[2]), "black")
