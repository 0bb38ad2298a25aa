"""A word of a text explained to one reader, and a whole text word for word."""

from collections.abc import Sequence
from dataclasses import dataclass

from dukou.language import glossary, tags
from dukou.language.gloss.cutting import simplified
from dukou.language.gloss.dictionary import entries
from dukou.language.gloss.english_ranking import english_meanings
from dukou.language.gloss.function_words import is_function_word
from dukou.language.gloss.nearness import encoder_if_loaded
from dukou.language.gloss.options import OURS
from dukou.language.gloss.ranking import Encoder, Meaning, meanings
from dukou.language.gloss.readings import marked, reading_by_neighbours, readings_of
from dukou.language.gloss.words import Finder, Token, is_explained, tokens
from dukou.language.scripts import to_script

#: So many meanings of a word are shown.
MOST_MEANINGS = 8
_MOST_GLOSSES = 4
_LONGEST_SHORT = 24
_AROUND = 60
_SENTENCE_ENDS = "。！？!?\n\x1f.…"


@dataclass(frozen=True)
class Shown:
    """One meaning in the reader's own language and script.

    `glosses` are a few words each; `text` says more, where there is more: our explanation, or the
    dictionary's wording. `reading` is pinyin with marks: of the word, or of a Chinese gloss.
    `source` is `ours`, `dictionary`, `seen` or `glossary`.
    """

    glosses: tuple[str, ...]
    reading: str
    text: str
    source: str


@dataclass(frozen=True)
class Explained:
    """A token of a text with what its word means; between words there is only `text`.

    `reading` is how a Chinese word is read here. `parts` explain the signs of a word that nobody
    knows as a whole; it has no meanings then.
    """

    start: int
    end: int
    text: str
    key: str = ""
    reading: str = ""
    meanings: tuple[Shown, ...] = ()
    parts: tuple["Explained", ...] = ()
    entry: glossary.Entry | None = None

    @property
    def is_word(self) -> bool:
        """False for marks, spaces, mentions and links."""
        return bool(self.key)

    @property
    def is_known(self) -> bool:
        """False for a word that nothing here explains."""
        return bool(self.meanings)

    @property
    def short(self) -> str:
        """What stands beneath the word: the first gloss, or those of its parts."""
        if self.meanings:
            gloss = self.meanings[0].glosses[0]
            return gloss if len(gloss) <= _LONGEST_SHORT else gloss.partition(",")[0]
        return " + ".join(part.short for part in self.parts if part.short)


def look_up(
    text: str, at: int, lang: str, to: str, *, finder: Finder | None = None
) -> Explained | None:
    """The word that holds the character at `at`, explained to a reader of `to`.

    None where no word is there. Senses are ranked by the sentence too, if this process has the
    encoder of texts for something else already.
    """
    found = tokens(text, lang, finder=finder)
    place = next((n for n, one in enumerate(found) if one.start <= at < one.end and one.key), -1)
    if place < 0:
        return None
    return _explained(found, place, text, lang, to, encoder_if_loaded())


def word_for_word(
    text: str, lang: str, to: str, *, finder: Finder | None = None
) -> list[Explained]:
    """The whole text, each word with its meanings: a gloss, never a translation."""
    found = tokens(text, lang, finder=finder)
    return [_explained(found, place, text, lang, to, None) for place in range(len(found))]


def outline(text: str, lang: str, to: str, *, finder: Finder | None = None) -> list[Explained]:
    """The whole text as words without their meanings, for a reader who asks for some of them."""
    return [
        Explained(one.start, one.end, one.text, one.key)
        for one in tokens(text, lang, finder=finder)
    ]


def _explained(
    found: Sequence[Token], place: int, text: str, lang: str, to: str, encoder: Encoder | None
) -> Explained:
    token = found[place]
    if not token.key:
        return Explained(token.start, token.end, token.text)
    if token.entry is not None:
        return _from_glossary(token, token.entry, to)
    explain = _chinese if tags.base(lang) == "zh" else _english
    return explain(found, place, _sentence(text, token), to, encoder)


def _from_glossary(token: Token, entry: glossary.Entry, to: str) -> Explained:
    base = tags.base(to)
    meaning, rendering = to_script(entry.meaning[base], to), to_script(entry.rendering, to)
    is_chinese = entry.language == "zh"
    reading = marked(readings_of([simplified(token.text)])[0]) if is_chinese else ""
    shown = Shown((rendering,), "" if is_chinese else reading, meaning, "glossary")
    return Explained(token.start, token.end, token.text, token.key, reading, (shown,), entry=entry)


def _chinese(
    found: Sequence[Token], place: int, sentence: str, to: str, encoder: Encoder | None
) -> Explained:
    token = found[place]
    before = "".join(simplified(one.text) for one in found[max(0, place - 4) : place])
    after = "".join(simplified(one.text) for one in found[place + 1 : place + 5])
    by_neighbours = reading_by_neighbours(token.key, before, after)
    if not is_explained(token, "zh"):
        parts = tuple(_part(token, at) for at in range(len(token.key)))
        reading = "".join(part.reading for part in parts)
        return Explained(
            token.start, token.end, token.text, token.key, reading, (), parts[1:] and parts
        )
    ranked = meanings(token.key, reading=by_neighbours, sentence=sentence, encoder=encoder)
    reading = by_neighbours or ranked[0].reading or readings_of([token.key])[0]
    return Explained(
        token.start,
        token.end,
        token.text,
        token.key,
        marked(reading),
        tuple(_shown(meaning) for meaning in ranked[:MOST_MEANINGS]),
    )


def _part(token: Token, at: int) -> Explained:
    sign, start = token.key[at], token.start + at
    known = entries(sign) or is_function_word(sign)
    return Explained(
        start,
        start + 1,
        token.text[at],
        sign,
        marked(readings_of([sign])[0]),
        tuple(_shown(meaning) for meaning in meanings(sign)[:2]) if known else (),
    )


def _shown(meaning: Meaning) -> Shown:
    glosses = meaning.glosses[:_MOST_GLOSSES]
    more = meaning.text if meaning.source == OURS or _says_more(meaning.text, glosses) else ""
    return Shown(glosses, marked(meaning.reading), more, meaning.source)


def _says_more(text: str, glosses: Sequence[str]) -> bool:
    return text != "; ".join(glosses) and text not in glosses


def _english(
    found: Sequence[Token], place: int, sentence: str, to: str, encoder: Encoder | None
) -> Explained:
    token = found[place]
    earlier = [one.text.lower() for one in found[:place] if one.key]
    before = earlier[-1].split(" ")[-1] if earlier else ""
    ranked = english_meanings(token.key, before=before, sentence=sentence, encoder=encoder)
    written = token.text.lower().replace("’", "'")
    if written != token.key and is_function_word(written, "en"):
        ranked = english_meanings(written, before=before, sentence=sentence, encoder=encoder)
    shown = tuple(_shown_chinese(meaning, to) for meaning in ranked[:MOST_MEANINGS])
    return Explained(token.start, token.end, token.text, token.key, "", shown)


def _shown_chinese(meaning: Meaning, to: str) -> Shown:
    option = meaning.options[0] if meaning.options else None
    if meaning.source == OURS:
        glosses = tuple(to_script(gloss, to) for gloss in meaning.glosses)
        return Shown(glosses, "", to_script(meaning.text, to), OURS)
    word = meaning.glosses[0]
    reading = meaning.reading or readings_of([word])[0]
    if option is not None and option.entry is not None and tags.script(to) == "Hant":
        word = option.entry.traditional
    else:
        word = to_script(word, to)
    return Shown((word,), marked(reading), meaning.text, meaning.source)


def _sentence(text: str, token: Token) -> str:
    """The sentence around a word, or as much of it as counts."""
    start, end = token.start, token.end
    while start > 0 and token.start - start < _AROUND and text[start - 1] not in _SENTENCE_ENDS:
        start -= 1
    while end < len(text) and end - token.end < _AROUND and text[end] not in _SENTENCE_ENDS:
        end += 1
    return text[start:end].strip()
