"""Languages as members choose them and as pages name them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import get_language

from dukou.language import tags
from dukou.site.members.models import Language

INTERFACE_TO_CONTENT = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant", "en": "en"}


@dataclass(frozen=True)
class LanguageChoice:
    """A language to choose, under its own name."""

    lang: str
    name: str
    chosen: bool


def language_choices(chosen: Collection[str]) -> list[LanguageChoice]:
    """Every language of the place, those in `chosen` marked."""
    return [LanguageChoice(lang.value, str(lang.label), lang in chosen) for lang in Language]


def known_languages(given: Iterable[str]) -> list[str]:
    """The languages of this list that the place knows, once each, in order."""
    return [lang for lang in dict.fromkeys(given) if lang in Language]


def content_language() -> str:
    """The content language that goes with the interface language of the moment."""
    return INTERFACE_TO_CONTENT.get(get_language() or "", "en")


def language_name(lang: str) -> str:
    """What the language is called in the reader's interface language."""
    return tags.name(lang, shown_in=content_language())
