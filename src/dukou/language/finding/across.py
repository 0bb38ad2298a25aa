"""A query said in the other language: 红烧肉 is braised pork, and rent is 租金, 房租, 租 ...

From the glossary of this place, then from the dictionary. Every word keeps several renderings,
since a query is too short to tell which is meant; whoever searches takes all of them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dukou.language.finding.cedict import bare, crossings
from dukou.language.lexicon import segmenter
from dukou.language.place_words import PlaceWords, place_words
from dukou.language.scripts import folded
from dukou.language.wordlists import languages_of_words
from dukou.language.writing import writing

#: More renderings of one word find more that is beside the point than what was meant.
MOST = 8
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_LONGEST_TERM = 4
_MOST_WORDS = 4
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"))
Names = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of a query, and how it is said in the other language, likeliest first."""

    said: str
    others: tuple[str, ...]


def warm_up() -> None:
    """Read the dictionary, ahead of the first query."""
    crossings()
    _glossary(place_words())


def renderings(term: str) -> tuple[str, ...]:
    """How a Chinese or English word or phrase is said in the other; empty if nothing knows it."""
    key = _key(term)
    if not key:
        return ()
    ours = _glossary(place_words()).get(key, ())
    theirs = crossings().english[key] if _is_chinese(key) else _from_english(key)
    return tuple(dict.fromkeys((*ours, *theirs)))[:MOST]


def terms(query: str, *, names: Names = lambda term: []) -> list[Term]:
    """The query as terms that have renderings, longest first match, and those that have none.

    `names` gives further renderings of a term, such as the other names of a topic. The whole
    query is one term if it is known as one: hot pot is no pot that is hot.
    """
    found: list[Term] = []
    for run in _runs(query):
        found += _cut(run, names)
    return found


def is_sentence(query: str) -> bool:
    """True for a query that says more than it names: its meaning tells more than its words."""
    return sum(1 for _ in _all_words(query)) > _MOST_WORDS


def phrases(query: str) -> list[str]:
    """Every run of one to four words of the query: what `terms` asks `names` for."""
    found = []
    for run in _runs(query):
        joint = "" if _is_chinese(run[0]) else " "
        for size in range(1, _LONGEST_TERM + 1):
            found += [joint.join(run[at : at + size]) for at in range(len(run) - size + 1)]
    return list(dict.fromkeys(found))


def _runs(query: str) -> Iterator[list[str]]:
    """Words that may belong together: neighbours in one writing system."""
    run: list[str] = []
    was_chinese = False
    for word in _words(query):
        is_chinese = _is_chinese(word)
        if run and is_chinese != was_chinese:
            yield run
            run = []
        run.append(word)
        was_chinese = is_chinese
    if run:
        yield run


def _words(query: str) -> Iterator[str]:
    return (word for word in _all_words(query) if word not in _small())


def _all_words(query: str) -> Iterator[str]:
    for match in _WORD.finditer(folded(query).lower()):
        piece = match.group()
        yield from segmenter().cut(piece, False) if _is_chinese(piece) else [piece]


def _cut(run: list[str], names: Names) -> list[Term]:
    found: list[Term] = []
    place = 0
    joint = "" if _is_chinese(run[0]) else " "
    while place < len(run):
        for size in range(min(_LONGEST_TERM, len(run) - place), 0, -1):
            said = joint.join(run[place : place + size])
            others = tuple(dict.fromkeys((*names(said), *renderings(said))))[:MOST]
            if others or size == 1:
                found += [Term(said, others)] if others or joint else _by_signs(said)
                place += size
                break
    return found


def _by_signs(word: str) -> list[Term]:
    """A Chinese word that no dictionary has, by its signs: 喝水 is 喝 and 水."""
    return [Term(sign, renderings(sign)) for sign in word if sign not in _small()]


def _from_english(key: str) -> tuple[str, ...]:
    """Also under its singular, its infinitive, and written as one word: hot pot, hotpot."""
    spellings = [key, *_singulars(key), key.replace(" ", ""), key.replace("-", " ")]
    found = [
        other for spelling in dict.fromkeys(spellings) for other in crossings().chinese[spelling]
    ]
    return tuple(dict.fromkeys(found))


def _singulars(key: str) -> Iterator[str]:
    for ending, instead in _ENDINGS:
        stem = key.removesuffix(ending)
        if stem != key and len(stem) > 2:
            yield stem + instead
            if ending in {"ing", "ed"} and stem[-1] == stem[-2]:
                yield stem[:-1]


def _key(term: str) -> str:
    return " ".join(folded(term).lower().split())


def _is_chinese(text: str) -> bool:
    return writing(text[0]) == "han"


def _small() -> dict[str, frozenset[str]]:
    return languages_of_words("finding/small_words")


@lru_cache(maxsize=1)
def _glossary(known: PlaceWords) -> dict[str, tuple[str, ...]]:
    """Expressions of the glossary by every spelling, and their renderings the other way."""
    found: dict[str, list[str]] = {}
    for entry in known.glossary:
        for spelling in entry.spellings:
            found.setdefault(_key(spelling), []).append(bare(entry.rendering) or entry.rendering)
            back = _key(bare(entry.rendering))
            if len(back.split()) <= _LONGEST_TERM:
                found.setdefault(back, []).append(spelling)
    return {key: tuple(dict.fromkeys(others)) for key, others in found.items()}
