"""A text as its reader looks words up in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

from dukou.language.gloss import Explained, look_up, outline, word_for_word
from dukou.language.tags import base, direction, same_language
from dukou.site.bridge.choosing import Version
from dukou.site.bridge.glossary import known
from dukou.site.bridge.words.offering import LookingUp, looking_up, target_for
from dukou.site.members.languages import language_name

#: A longer text is explained by its beginning: a page of ten thousand words helps nobody.
LONGEST = 6_000
# Between title and body; neither holds it, because texts are cleaned of control characters.
_BETWEEN = "\x1f"


@dataclass(frozen=True)
class Word:
    """A token of the text with where it leads; `url` is empty between words."""

    text: str
    reading: str = ""
    short: str = ""
    url: str = ""


@dataclass(frozen=True)
class WordsPage:
    """A text in which each word leads to its meaning; `is_whole` where each has it beneath.

    `words_lang` is the words' language where it is another than the text's: those of a mixed text.
    """

    kind: str
    text_id: int
    lang: str
    dir: str
    words_lang: str
    to: str
    language: str
    is_whole: bool
    title: list[Word]
    body: list[Word]
    tap_url: str
    whole_url: str
    back_url: str
    element_id: str


def words_url(kind: str, text_id: int) -> str:
    """Where the words of a text are looked up."""
    return reverse(f"{kind}-words", args=[text_id])


def words_page(
    versions: Sequence[Version], reads: Sequence[str], *, kind: str, text_id: int, is_whole: bool
) -> WordsPage:
    """The original as words; raises Http404 where nobody can explain it to this reader."""
    source, (lang, to) = _source(versions, reads)
    text, title_length = _text(source)
    finder = known.pointed_out(base(lang))
    make = word_for_word if is_whole else outline
    found = [part for one in make(text, lang, to, finder=finder) for part in _cut(one)]
    url = words_url(kind, text_id)
    in_title = [one for one in found if one.end <= title_length]
    in_body = [one for one in found if one.start > title_length or not title_length]
    return WordsPage(
        kind=kind,
        text_id=text_id,
        lang=source.lang,
        dir=direction(source.lang),
        words_lang="" if same_language(lang, source.lang) else lang,
        to=to,
        language=language_name(lang),
        is_whole=is_whole,
        title=[_word(one, url) for one in in_title],
        body=[_word(one, url) for one in in_body],
        tap_url=f"{url}?show=tap",
        whole_url=f"{url}?show=all",
        back_url=reverse(f"{kind}-version", args=[text_id]),
        element_id="version" if kind == "note" else f"comment-text-{text_id}",
    )


def word_at(
    versions: Sequence[Version], reads: Sequence[str], at: int
) -> tuple[Explained, str, str]:
    """The word at a place of the original, its language and that of the explanation."""
    source, (lang, to) = _source(versions, reads)
    finder = known.pointed_out(base(lang))
    found = look_up(_whole_text(source), at, lang, to, finder=finder)
    if found is None:
        raise Http404
    return found, lang, to


def _whole_text(version: Version) -> str:
    """Title and body in one, as words are looked up in it."""
    return _text(version)[0]


def _source(versions: Sequence[Version], reads: Sequence[str]) -> tuple[Version, LookingUp]:
    source = next(version for version in versions if version.is_source)
    # Whoever asks gets words of a language that they read too, though nobody offers them.
    unasked = LookingUp(source.lang, target_for(source.lang, reads))
    found = looking_up(_whole_text(source), source.lang, reads) or unasked
    if not found.to:
        raise Http404
    return source, found


def _text(source: Version) -> tuple[str, int]:
    """Title and body in one, so that a place says which word is meant; and the title's length."""
    title = getattr(source, "title", "")
    whole = f"{title}{_BETWEEN}{source.body}" if title else source.body
    return whole[:LONGEST], len(title)


def _cut(one: Explained) -> list[Explained]:
    """What stands between words, cut where the title ends."""
    if one.is_word or _BETWEEN not in one.text:
        return [one]
    found, start = [], one.start
    for part in re.split(f"({_BETWEEN})", one.text):
        found.append(Explained(start, start + len(part), part))
        start += len(part)
    return [part for part in found if part.text]


def _word(one: Explained, url: str) -> Word:
    return Word(one.text, one.reading, one.short, f"{url}?at={one.start}" if one.is_word else "")
