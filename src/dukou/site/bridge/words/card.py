"""What a tap on a word shows."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from dukou.language.gloss import Explained, Shown
from dukou.language.tags import base
from dukou.site.bridge.glossary.shown import address_of
from dukou.site.bridge.words.queries import saved_word
from dukou.site.bridge.words.reading import words_url
from dukou.site.members.models import Member

#: Beyond these, meanings stand behind "more".
FIRST_SHOWN = 3


@dataclass(frozen=True)
class ShownMeaning:
    """One meaning: short glosses, how it is read where that differs, more words, who says so."""

    glosses: str
    lang: str
    reading: str
    text: str
    text_lang: str
    source: str


@dataclass(frozen=True)
class WordCard:
    """A word with its meanings; `parts` where nobody knows it as a whole."""

    word: str
    lang: str
    to: str
    reading: str
    meanings: list[ShownMeaning]
    more: list[ShownMeaning]
    parts: list[tuple[str, str, str]]
    glossary_url: str
    propose_url: str
    save_url: str
    at: int
    saved_id: int | None
    can_save: bool
    error: str = ""


def word_card(
    found: Explained,
    *,
    lang: str,
    to: str,
    kind: str,
    text_id: int,
    viewer: Member | None,
    error: str = "",
) -> WordCard:
    """The card of a word for this viewer."""
    meanings = [_shown(meaning, found, to) for meaning in found.meanings]
    saved = saved_word(viewer, base(lang), found.key)
    new = urlencode({"language": base(lang), "term": found.text})
    return WordCard(
        word=found.text,
        lang=lang,
        to=to,
        reading=found.reading,
        meanings=meanings[:FIRST_SHOWN],
        more=meanings[FIRST_SHOWN:],
        parts=[(part.text, part.reading, _part(part)) for part in found.parts],
        glossary_url=address_of(found.entry.language, found.entry.term) if found.entry else "",
        propose_url="" if found.is_known else f"/glossary/new?{new}",
        save_url=words_url(kind, text_id),
        at=found.start,
        saved_id=saved.pk if saved else None,
        can_save=viewer is not None and (found.is_known or bool(found.parts)),
        error=error,
    )


def _shown(meaning: Shown, found: Explained, to: str) -> ShownMeaning:
    is_chinese = base(to) == "zh"
    differs = meaning.reading != found.reading
    # The dictionary explains in English, whoever reads; all else is in the reader's language.
    text_lang = "en" if meaning.source == "dictionary" else to
    between = "；" if is_chinese else "; "
    return ShownMeaning(
        glosses=between.join(meaning.glosses),
        lang=to,
        reading=meaning.reading if differs and not is_chinese else "",
        text=meaning.text,
        text_lang=text_lang,
        source=_source_word(meaning.source),
    )


def _part(part: Explained) -> str:
    return "; ".join(part.meanings[0].glosses) if part.meanings else "–"


def _source_word(source: str) -> str:
    """Who says so; nothing for the dictionary, which says most of it."""
    return {"seen": _("seen in translations"), "glossary": _("from the glossary")}.get(source, "")
