"""Setting text in a picture: which font has a character, where a line may break, what fits.

Chinese breaks between characters, but no line begins with a closing mark or ends with an opening
one; Latin and Korean break between words. Every text can be set: control characters, lone
surrogates and towers of combining marks are dropped first, and what no font has becomes "…",
never a box.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import manimgx_fonts
import pylopdf_fonts_ko
import pylopdf_fonts_zh_cn
from PIL import ImageDraw, ImageFont

_FOLDER = Path(str(manimgx_fonts.__file__)).parent
_SCRIPTS = {
    "ARABIC": "NotoSansArabic", "HEBREW": "NotoSansHebrew", "THAI": "NotoSansThai",
    "LAO": "NotoSansLao", "DEVANAGARI": "NotoSansDevanagari", "BENGALI": "NotoSansBengali",
    "TAMIL": "NotoSansTamil",
    "TELUGU": "NotoSansTelugu", "KANNADA": "NotoSansKannada", "MALAYALAM": "NotoSansMalayalam",
    "GUJARATI": "NotoSansGujarati", "GURMUKHI": "NotoSansGurmukhi", "SINHALA": "NotoSansSinhala",
    "MYANMAR": "NotoSansMyanmar", "KHMER": "NotoSansKhmer", "GEORGIAN": "NotoSansGeorgian",
    "ARMENIAN": "NotoSansArmenian", "ETHIOPIC": "NotoSansEthiopic", "ORIYA": "NotoSansOriya",
}  # fmt: skip
_NOT_FIRST = set(
    "，。、！？；：）】》〉」』〕〗…—～·”’％‰℃ー々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?;:)]}%"
)
_NOT_LAST = set("（【《〈「『〔〖“‘([{¥$£€#@")
_MOST_MARKS = 3
_LOST = "…"  # stands for what no font has
_GAP = "\u2009"  # between Chinese and Latin; a line may break there


@dataclass(frozen=True)
class Face:
    """A way to write: serif or not, bold or not, at a size in pixels."""

    size: int
    serif: bool = False
    bold: bool = False

    @property
    def stroke(self) -> int:
        """Extra outline that makes the regular Chinese fonts look bold."""
        return max(1, round(self.size * 0.018)) if self.bold else 0

    def at(self, size: int) -> Face:
        """The same face at another size."""
        return Face(size, self.serif, self.bold)


def clean(text: str, most: int = 900) -> str:
    """At most `most` characters, all of which can be drawn, air between Chinese and Latin."""
    kept: list[str] = []
    marks = 0
    for character in text[: most * 8].replace("\r\n", "\n").replace("\t", " "):
        category = unicodedata.category(character)
        if category in ("Mn", "Me"):
            marks += 1
            if marks > _MOST_MARKS or not kept or kept[-1] in (" ", "\n", _LOST):
                continue
        elif (character != "\n" and category[0] == "C") or _joins_emoji(character):
            continue
        elif not can_be_drawn(character):
            if kept and kept[-1] == _LOST:
                continue
            character = _LOST
        else:
            marks = 0
        kept.append(character)
        if len(kept) >= most:
            break
    return _aired(unicodedata.normalize("NFC", "".join(kept)).strip())


@lru_cache(maxsize=8192)
def can_be_drawn(character: str) -> bool:
    """Whether one of the fonts has the character."""
    face = Face(32)
    return character.isspace() or _has(_font_of(character, face), character)


def lines(text: str, face: Face, width: float) -> list[str]:
    """The text broken into lines no wider than `width`."""
    found: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for unit in _fitting_units(paragraph, face, width):
            if line.strip() and measure((line + unit).rstrip(), face) > width:
                found.append(line.rstrip())
                line = unit.lstrip()
            else:
                line += unit
        found.append(line.strip())
    return found


def balanced(text: str, face: Face, width: float) -> list[str]:
    """As `lines`, but with lines of about the same length, as a title wants them."""
    wanted = lines(text, face, width)
    low, high = width * 0.4, width
    for _ in range(6):
        middle = (low + high) / 2
        if len(lines(text, face, middle)) <= len(wanted):
            high = middle
        else:
            low = middle
    return lines(text, face, high)


def cut(found: list[str], face: Face, width: float, most: int) -> list[str]:
    """The first `most` lines, the last with an ellipsis where something was left out."""
    while found and not found[-1]:
        found = found[:-1]
    if len(found) <= most:
        return found
    if not most:
        return []
    whole = last = found[most - 1]
    while last and measure(last + "…", face) > width:
        last = last[:-1]
    if last != whole and _within_word(whole, len(last)) and " " in last:
        last = last.rpartition(" ")[0]
    return [*found[: most - 1], last.rstrip(" ，。、,.;；" + _GAP) + "…"]


def _within_word(text: str, at: int) -> bool:
    return text[at - 1 : at + 1].isalnum() and not _may_break(text[at - 1], text[at])


@lru_cache(maxsize=4096)
def measure(text: str, face: Face) -> float:
    """Width of a line in pixels."""
    return sum(_advance(run, font) for run, font in _runs(text, face))


def write(
    draw: ImageDraw.ImageDraw, text: str, x: float, y: float, face: Face, colour: str
) -> None:
    """One line, its baseline at y, its left edge at x."""
    for run, font in _runs(text, face):
        if run.strip(" " + _GAP):
            draw.text((x, y), run, colour, font, anchor="ls", stroke_width=face.stroke)
        x += _advance(run, font)


def _advance(run: str, font: ImageFont.FreeTypeFont) -> float:
    if run == _GAP:
        return font.size * 0.16
    return float(font.getlength(run))


def _runs(text: str, face: Face) -> Iterator[tuple[str, ImageFont.FreeTypeFont]]:
    """Pieces of the text that share a font."""
    run, current = "", None
    for character in text:
        if character == _GAP:
            font = None
        elif unicodedata.category(character)[0] == "M" and current is not None:
            font = current
        else:
            font = _font_of(character, face)
        if run and font is not current:
            yield run, current or _base(face)
            run = ""
        run, current = run + character, font
        if character == _GAP:
            yield _GAP, _base(face)
            run, current = "", None
    if run:
        yield run, current or _base(face)


def _fitting_units(paragraph: str, face: Face, width: float) -> Iterator[str]:
    for unit in _units(paragraph):
        if measure(unit, face) <= width:
            yield unit
            continue
        piece = ""
        for character in unit:
            if piece and measure(piece + character, face) > width:
                yield piece
                piece = ""
            piece += character
        yield piece


def _units(paragraph: str) -> Iterator[str]:
    """The smallest pieces between which a line may break."""
    unit = ""
    for character in paragraph:
        if unit and _may_break(unit[-1], character):
            yield unit
            unit = ""
        unit += character
    if unit:
        yield unit


def _may_break(before: str, after: str) -> bool:
    if after in _NOT_FIRST or after in (" ", _GAP) or before in _NOT_LAST:
        return False
    if unicodedata.category(after)[0] == "M":
        return False
    if before in (" ", _GAP):
        return True
    return _is_ideograph(before) or _is_ideograph(after) or before == "-"


def _is_ideograph(character: str) -> bool:
    """Whether it stands alone like a Chinese character: kana, wide marks and emoji do too."""
    if _is_korean(character):
        return False
    return unicodedata.east_asian_width(character) in ("W", "F") or character in "…—“”‘’"


def _is_korean(character: str) -> bool:
    return unicodedata.name(character, "").startswith("HANGUL")


def _aired(text: str) -> str:
    """A gap where Chinese characters and Latin letters or digits touch."""
    out: list[str] = []
    for character in text:
        if out and _touches(out[-1], character):
            out.append(_GAP)
        out.append(character)
    return "".join(out)


def _touches(before: str, after: str) -> bool:
    def letter(character: str) -> bool:
        return character.isalnum() and ord(character) < 0x250

    def chinese(character: str) -> bool:
        is_letter = unicodedata.category(character) == "Lo" and ord(character) > 0x2E00
        return is_letter and not _is_korean(character)

    return (letter(before) and chinese(after)) or (chinese(before) and letter(after))


def _joins_emoji(character: str) -> bool:
    code = ord(character)
    return 0xFE00 <= code <= 0xFE0F or 0x1F3FB <= code <= 0x1F3FF or 0xE0000 <= code <= 0xE01EF


@lru_cache(maxsize=8192)
def _font_of(character: str, face: Face) -> ImageFont.FreeTypeFont:
    """The first font that has the character; the base font where none has."""
    base = _base(face)
    if character.isspace() or _has(base, character):
        return base
    if _is_korean(character):
        return _korean(face)
    script = unicodedata.name(character, "").split(" ")[0]
    names = (
        [_SCRIPTS[script]] if script in _SCRIPTS else ["NotoSans", "NotoEmoji", "NotoSansSymbols"]
    )
    for name in names:
        font = _variable(name, face.size, face.bold)
        if _has(font, character):
            return font
    return base


def _has(font: ImageFont.FreeTypeFont, character: str) -> bool:
    return bytes(font.getmask(character)) != _box(str(font.path), font.size)


@lru_cache(maxsize=256)
def _box(path: str, size: int) -> bytes:
    """What a font draws for a character that it has not."""
    return bytes(ImageFont.truetype(path, size).getmask("\U0010fffd"))


@lru_cache(maxsize=64)
def _base(face: Face) -> ImageFont.FreeTypeFont:
    fonts = pylopdf_fonts_zh_cn
    path = fonts.serif_path() if face.serif else fonts.sans_path()
    return ImageFont.truetype(str(path), face.size)


@lru_cache(maxsize=64)
def _korean(face: Face) -> ImageFont.FreeTypeFont:
    fonts = pylopdf_fonts_ko
    path = fonts.serif_path() if face.serif else fonts.sans_path()
    return ImageFont.truetype(str(path), face.size)


@lru_cache(maxsize=128)
def _variable(name: str, size: int, bold: bool) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(_FOLDER / f"{name}[wght].ttf"), size)
    font.set_variation_by_axes([600 if bold else 400])
    return font
