"""Runs of another language in a text, marked for those who listen to it and for fonts.

In 这个vibe真的绝了 a screen reader should say "vibe" in English.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from dukou.language import tags
from dukou.language.place_words import PlaceWords, place_words
from dukou.language.spans import spans
from dukou.language.writing import census

_TAG = re.compile(r"(<[^>]+>)")
_EAST = {"kana": "han"}
#: Marking words of longer texts costs more than it gives.
_LONGEST = 6_000


def with_languages(html: SafeString, lang: str) -> SafeString:
    """The HTML of `markup.to_html`, in which each run in another language than `lang` has a `lang`
    of its own. Links stay as they are: a tag or a name is in no language."""
    return _with_languages(html, lang, place_words())


def languages_in(text: str) -> tuple[str, ...]:
    """The languages of the runs of a mixed text, each once, in the order in which they come; empty
    for a text in one writing system, and for a very long one."""
    return _languages_in(text, place_words())


@lru_cache(maxsize=512)
def _languages_in(text: str, known: PlaceWords) -> tuple[str, ...]:
    """As `languages_in`, with the words that this place has now."""
    if len(text) > _LONGEST or not _is_mixed(text):
        return ()
    found = dict.fromkeys(span.lang for span in spans(text))
    return tuple(lang for lang in found if lang != tags.UNKNOWN)


@lru_cache(maxsize=512)
def _with_languages(html: SafeString, lang: str, known: PlaceWords) -> SafeString:
    """As `with_languages`, with the words that this place has now."""
    if len(html) > _LONGEST or not _is_mixed(unescape(html)):
        return html
    out: list[str] = []
    in_link = False
    for part in _TAG.split(html):
        if part.startswith("<"):
            in_link = part.startswith("<a ") or (in_link and part != "</a>")
        out.append(part if in_link or part.startswith("<") else _marked(unescape(part), lang))
    return mark_safe("".join(out))  # noqa: S308 - tags as they came, all else escaped


def _marked(text: str, lang: str) -> str:
    if not _is_mixed(text):
        return str(escape(text))
    out = []
    for span in spans(text):
        said = escape(text[span.start : span.end])
        is_other = span.lang != tags.UNKNOWN and not tags.same_language(span.lang, lang)
        out.append(f'<span lang="{span.lang}">{said}</span>' if is_other else str(said))
    return "".join(out)


def _is_mixed(text: str) -> bool:
    """Only texts in more than one writing system are looked at more closely."""
    return len({_EAST.get(system, system) for system in census(_TAG.sub(" ", text))}) > 1
