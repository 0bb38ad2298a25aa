"""Which languages a text can be marked with, and what the composer says of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from dukou.language import tags
from dukou.site.detecting import detect

#: Every language that is recognised; the first ones are those most written here.
OFFERED = (
    *("zh-Hans", "zh-Hant", "en", "ja", "ko", "es", "pt", "fr", "de", "ru", "uk", "id", "vi"),
    *("th", "hi", "bn", "ta", "ur", "ar", "fa", "he", "el", "zh-Hant-HK", "zh", "und"),
)
SURE = 0.8


@dataclass(frozen=True)
class LanguageChoice:
    """The language pill of one version: what was recognised, and what can be chosen instead.

    `doubt` names the language that the text looks like where the member chose another.
    """

    field: str
    chosen: str
    found: str
    found_name: str
    doubt: str
    own: list[tuple[str, str]]
    others: list[tuple[str, str]]


def offered(tag: str) -> str:
    """The tag, if it can be chosen; else empty, which means: to be recognised."""
    return tag if tag in OFFERED else ""


def language_choice(field: str, *, text: str, chosen: str, reads: Sequence[str]) -> LanguageChoice:
    """The pill for this text, with the languages that the member reads first."""
    found = detect(text)
    known = found.lang != tags.UNKNOWN
    doubtful = chosen and known and found.confidence >= SURE
    doubt = name(found.lang) if doubtful and not tags.same_language(chosen, found.lang) else ""
    first = [tag for tag in reads if tag in OFFERED]
    return LanguageChoice(
        field=field,
        chosen=chosen,
        found=found.lang,
        found_name=name(found.lang) if known else "",
        doubt=doubt,
        own=[(tag, name(tag)) for tag in first],
        others=[(tag, name(tag)) for tag in OFFERED if tag not in first],
    )


def other_language(lang: str, reads: Sequence[str]) -> str:
    """The language in which a second version helps most: one of the member's own, else the
    other bank's."""
    for tag in (*reads, "zh-Hans", "en"):
        if not tags.same_language(tag, lang):
            return tag
    return "en"


def name(tag: str) -> str:
    """What the language is called in the interface's language."""
    return tags.name(tag, shown_in=get_language() or "en")
