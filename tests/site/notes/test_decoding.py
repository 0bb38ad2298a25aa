"""Pictures from strangers: what is taken, what is refused, what is left of them."""

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from dukou.site.notes.decoding import MOST_BYTES, PictureRefused, decode
from tests.site.notes.files import (
    animated,
    colours_of,
    of_a_phone,
    png_of_zeros,
    png_that_claims,
    scene,
    written,
)

KINDS = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF")


def refusal(data: bytes) -> str:
    with pytest.raises(PictureRefused) as caught:
        decode(data)
    return caught.value.code


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_read(kind: str) -> None:
    image = decode(written(scene(), kind))
    assert (image.mode, image.size, colours_of(image)) == ("RGB", (600, 400), ("red", "blue"))


@pytest.mark.parametrize("kind", KINDS)
def test_picture_of_a_turned_phone_stands_upright(kind: str) -> None:
    image = decode(of_a_phone(kind))
    assert (image.size, colours_of(image)) == ((400, 600), ("red", "blue"))


def test_nothing_but_pixels_comes_out() -> None:
    image = decode(of_a_phone())
    assert image.info == {}
    assert not image.getexif()


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_first_frame_stands_for_a_moving_picture(kind: str) -> None:
    assert colours_of(decode(animated(kind))) == ("red", "blue")


def test_transparent_is_white() -> None:
    image = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    assert colours_of(decode(written(image, "PNG"))) == ("white", "white")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16", "CMYK"])
def test_unusual_colours_are_read(mode: str) -> None:
    image = scene().convert("L" if mode == "I;16" else mode)
    if mode == "I;16":
        image = Image.frombytes("I;16", (600, 400), b"\xff\xff" * 240_000)
    found = decode(written(image, "JPEG" if mode == "CMYK" else "PNG"))
    assert (found.mode, found.size) == ("RGB", (600, 400))
    if mode in {"P", "CMYK"}:
        assert colours_of(found) == ("red", "blue")
    if mode == "I;16":
        assert colours_of(found) == ("white", "white")


def test_large_photograph_comes_out_at_the_size_that_is_kept() -> None:
    assert decode(written(scene((12_000, 9_000)), "JPEG")).size == (1920, 1440)
    assert decode(written(scene((900, 9_000)), "PNG")).size == (576, 5760)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b'<?xml version="1.0"?><!DOCTYPE svg><svg/>',
        b"<html><script>alert(1)</script></html>",
        b"%PDF-1.7",
        b"PK\x03\x04" + bytes(60),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert refusal(data) == "unknown"


@pytest.mark.parametrize("kind", ["GIF", "TIFF", "BMP", "ICO", "PPM"])
def test_kinds_that_are_not_offered_are_refused(kind: str) -> None:
    assert refusal(written(scene((64, 64)), kind)) == "unknown"


@pytest.mark.parametrize("kind", KINDS)
def test_half_a_file_is_refused(kind: str) -> None:
    data = written(Image.effect_noise((300, 200), 90).convert("RGB"), kind)
    assert refusal(data[: len(data) // 2]) in {"broken", "unknown"}


@pytest.mark.parametrize("kind", KINDS)
def test_scrambled_file_breaks_nothing(kind: str) -> None:
    data = bytearray(written(Image.effect_noise((300, 200), 90).convert("RGB"), kind))
    for place in range(200, len(data), 97):
        data[place] ^= 0x5A
    try:
        mode = decode(bytes(data)).mode
    except PictureRefused as refused:
        mode = refused.code
    assert mode in {"RGB", "broken", "unknown"}


@pytest.mark.parametrize("size", [(30_000, 30_000), (120_001, 1_000), (2**31 - 1, 2**31 - 1)])
def test_too_many_pixels_are_refused_before_they_are_read(size: tuple[int, int]) -> None:
    assert refusal(png_that_claims(*size)) in {"too-large", "broken"}


def test_small_file_that_unpacks_to_much_comes_out_small() -> None:
    bomb = png_of_zeros(10_900, 10_900)
    assert len(bomb) < 200_000
    assert decode(bomb).size == (1920, 1920)


def test_too_many_bytes_are_refused() -> None:
    assert refusal(bytes(MOST_BYTES + 1)) == "too-large"


def test_text_that_unpacks_to_gigabytes_is_refused() -> None:
    notes = PngInfo()
    notes.add_text("bomb", "0" * 80_000_000, zip=True)
    assert refusal(written(scene(), "PNG", pnginfo=notes)) == "broken"


def test_page_behind_a_picture_is_left_behind() -> None:
    polyglot = written(scene(), "JPEG") + b"<html><script>alert(1)</script></html>"
    assert b"script" not in decode(polyglot).tobytes()


def test_wrong_profile_does_not_spoil_the_picture() -> None:
    image = decode(written(scene(), "JPEG", icc_profile=b"nonsense" * 40))
    assert colours_of(image) == ("red", "blue")
