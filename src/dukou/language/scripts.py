"""Chinese text in the other script, with the words that are used there.

Taiwan and Hong Kong do not only write other characters, they say other words: 软件 is 軟體 in
Taipei. OpenCC's phrase tables know them. Mentions, tags, links and code stay as they are.
"""

import re
from functools import cache

import opencc

from dukou.language import tags
from dukou.language.pieces import find_pieces
from dukou.language.writing import writing

_LEFT_ALONE = frozenset({"mention", "tag", "link", "email", "code", "sticker"})
_CONFIGURATIONS = {"zh-Hans": "tw2sp", "zh-Hant": "s2twp", "zh-Hant-HK": "s2hk"}

# Characters of Japanese alone: OpenCC knows them as new forms, and no Chinese text uses them.
_CHINESE_TOO = frozenset("即真研郎慎概瓶翻欠芸糸缶余予弁浜萌晩涙増巻")

# 干 is 乾 (dry) or 幹 (to do, and worse in Taipei): words of skin and kitchen that OpenCC lacks.
_DRY_FIRST = re.compile("(?<![树主躯骨枝才能若肯实])干(?=[皮唇纹冬油敏痒敷噎嚼吃香]|发[帽巾喷])")
_DRY_LAST = re.compile("(天气|空气|喉咙|嗓子|鼻子|油内|[偏敷挤拔混敏鼻])干(?![部事活什嘛吗得过])")


def to_script(text: str, target: str) -> str:
    """The Chinese text as readers of `target` (`zh-Hans`, `zh-Hant`, `zh-Hant-HK`) write it.

    Text that is in that script already comes back unchanged, and so does everything if the target
    names no Chinese script.
    """
    configuration = _CONFIGURATIONS.get(tags.normal(target))
    if configuration is None or not _is_foreign_to(text, tags.script(target)):
        return text
    out, place = [], 0
    for piece in find_pieces(text):
        if piece.kind in _LEFT_ALONE:
            out += [_said_there(text[place : piece.start], configuration), piece.text]
            place = piece.end
    return "".join([*out, _said_there(text[place:], configuration)])


def simplified_signs(text: str) -> int:
    """How many characters of the text are written only in Simplified Chinese (or Japanese)."""
    return _differences(text, _convert(text, "s2t"))


def traditional_signs(text: str) -> int:
    """How many characters of the text are written only in Traditional Chinese (or old Japanese)."""
    return _differences(text, _convert(text, "t2s"))


def japanese_signs(text: str) -> int:
    """How many characters of the text no Chinese text uses in either script, such as 気 and 駅."""
    known = _japanese_only()
    return sum(char in known for char in text)


def folded(text: str) -> str:
    """The text with every Han character in one form, so that 貓, 猫 and 気, 气 meet in search."""
    return _convert(text.translate(_japanese_only()), "t2s")


def _said_there(text: str, configuration: str) -> str:
    if configuration != "tw2sp":
        text = _DRY_LAST.sub(r"\1乾", _DRY_FIRST.sub("乾", text))
    return _convert(text, configuration)


def _is_foreign_to(text: str, script: str) -> bool:
    own, other = simplified_signs(text), traditional_signs(text)
    if script == "Hant":
        own, other = other, own
    return other > own


def _differences(one: str, other: str) -> int:
    if len(one) != len(other):
        return abs(len(one) - len(other))
    return sum(a != b for a, b in zip(one, other, strict=True))


@cache
def _converter(configuration: str) -> opencc.OpenCC:
    return opencc.OpenCC(configuration)


def _convert(text: str, configuration: str) -> str:
    # OpenCC refuses lone surrogates and stops at NUL; neither is text, so such runs pass through.
    if not any(writing(char) == "han" for char in text):
        return text
    if "\0" in text or any("\ud800" <= char <= "\udfff" for char in text):
        return "".join(_convert_one(char, configuration) for char in text)
    return str(_converter(configuration).convert(text))


def _convert_one(char: str, configuration: str) -> str:
    is_han = writing(char) == "han"
    return str(_converter(configuration).convert(char)) if is_han else char


@cache
def _japanese_only() -> dict[int | str, str]:
    """Characters used in Japanese alone, with their Traditional form, as a translation table."""
    table: dict[int | str, str] = {}
    for code in range(0x4E00, 0xA000):
        char = chr(code)
        old = _convert_one(char, "jp2t")
        if old == char or char in _CHINESE_TOO:
            continue
        if _convert_one(char, "t2s") == char == _convert_one(char, "s2t"):
            table[code] = old
            table[char] = old
    return table
