"""How Chinese sounds, over the words of a page."""

from __future__ import annotations

import re

from django.utils.safestring import SafeString, mark_safe

from dukou.language.gloss.cutting import chinese_words
from dukou.language.gloss.readings import pinyin
from dukou.language.writing import writing

_TAG = re.compile(r"(<[^>]*>)")


def with_pinyin(html: str) -> SafeString:
    """Safe HTML with pinyin as ruby over its Chinese words; tags and all else stay as they are."""
    parts = _TAG.split(html)
    parts[::2] = [_read(text) for text in parts[::2]]
    return mark_safe("".join(parts))  # noqa: S308 - from safe HTML, and pinyin has letters only


def _read(text: str) -> str:
    """Words are cut in Simplified, as long as the text itself, and shown as the text has them."""
    words = chinese_words(text)
    said: list[str] = []
    place = 0
    for word, sound in zip(words, pinyin(words), strict=True):
        start = place
        while writing(text[start]) != "han":
            start += 1
        end = start + len(word)
        said += [text[place:start], _ruby(text[start:end], sound)]
        place = end
    return "".join([*said, text[place:]])


def _ruby(word: str, sound: str) -> str:
    if not sound:
        return word
    return f"<ruby>{word}<rp>(</rp><rt>{sound}</rt><rp>)</rp></ruby>"
