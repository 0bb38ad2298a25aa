"""The words of a text as search needs them, in any mix of languages.

A text goes into the index in two parts. East Asian tokens are cut here and indexed as they are;
everything else is left to the database, which knows how to stem English. Han characters are folded
to one form first, so that 貓 finds 猫 and the other way round.
"""

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from dukou.language.lexicon import segmenter
from dukou.language.pieces import without_pieces
from dukou.language.scripts import folded
from dukou.language.writing import without_broken, writing

#: A text longer than this is searched by its beginning.
_LONGEST = 20_000
_BY_PAIRS = frozenset({"kana", "hangul", "thai"})
_CUT_HERE = _BY_PAIRS | {"han"}
_SILENT = ("link", "email", "code", "emoji", "kaomoji", "sticker")
# Words that nearly every text has: asking for them would only lose what is sought.
_COMMON = frozenset("的了在是我你他她它们和与就也都很吗呢吧啊这那") | {"我们", "你们", "他们"}


class SearchParts(NamedTuple):
    """Tokens for the search configuration `simple`, and text for `english` to stem."""

    cjk: list[str]
    latin: str


def words(text: str) -> list[str]:
    """The text cut into Chinese words; what is not Chinese stays in one piece per run."""
    return list(segmenter().cut(text, False))


def document_parts(text: str) -> SearchParts:
    """What to index of a text: words, the words inside longer words, and single characters.

    北京大学 is found by 北京, by 大学 and by 京. Links, e-mail addresses and emoji are left out.
    """
    cjk, latin = _split(text)
    return SearchParts([token for run in cjk for token in _all_words(run)], latin)


def query_parts(text: str) -> SearchParts:
    """What to ask of an index filled by `document_parts`; every token must be found.

    Either part may be empty. A long word asks for the words in it, so that spelling it with a
    particle in between finds it too.
    """
    cjk, latin = _split(text)
    asked = [token for run in cjk for token in _asked_words(run)]
    telling = [token for token in asked if token not in _COMMON and not _is_particle(token)]
    return SearchParts(telling or asked, latin)


def _split(text: str) -> tuple[list[str], str]:
    """East Asian runs in order, and all the rest in lower case without accents or marks."""
    plain = without_pieces(without_broken(text[:_LONGEST]), _SILENT)
    plain = folded(unicodedata.normalize("NFKC", plain))
    runs: list[str] = []
    rest: list[str] = []
    for system, chars in groupby(plain, key=_cut_by):
        (runs if system else rest).append("".join(chars))
    return runs, " ".join(_letters_only(" ".join(rest)).split()).lower()


def _cut_by(char: str) -> str | None:
    system = writing(char)
    if system == "kana":
        return "hiragana" if char <= "ゟ" else "katakana"
    return system if system in _CUT_HERE else None


def _all_words(run: str) -> Iterator[str]:
    if writing(run[0]) in _BY_PAIRS:
        yield from _pairs(run)
        return
    seen: set[str] = set()
    for word in segmenter().cut_for_search(run, False):
        yield word
        seen.add(word)
    for char in dict.fromkeys(run):
        if char not in seen:
            yield char


def _asked_words(run: str) -> Iterator[str]:
    if writing(run[0]) in _BY_PAIRS:
        yield from _pairs(run)
        return
    for word in segmenter().cut(run, False):
        inner = [part for part in segmenter().cut_for_search(word, False) if part != word]
        yield from inner if _cover(inner, word) else [word]


def _cover(parts: list[str], word: str) -> bool:
    """True if the parts, two characters or more each, leave no character of the word out."""
    return all(len(part) > 1 for part in parts) and set("".join(parts)) >= set(word)


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]


def _is_particle(token: str) -> bool:
    """True for a single hiragana, which joins Japanese words and finds nothing by itself."""
    return len(token) == 1 and "ぁ" <= token <= "ゟ"


def _letters_only(text: str) -> str:
    """The text with accents removed from Latin letters, and spaces for whatever is no letter."""
    decomposed = unicodedata.normalize("NFKD", text)
    kept = (char for char in decomposed if not "\u0300" <= char <= "\u036f")
    whole = unicodedata.normalize("NFC", "".join(kept))
    return "".join(c if c == "'" or unicodedata.category(c)[0] in "LNM" else " " for c in whole)
