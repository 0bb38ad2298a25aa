"""Whether two texts of one language say the same in other words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files

from dukou.language import tags
from dukou.language.gloss.cutting import cut_chinese, simplified
from dukou.language.gloss.dictionary import entries
from dukou.language.gloss.function_words import is_function_word
from dukou.language.numbers import number_keys
from dukou.language.writing import writing

_RUNS = re.compile(
    r"[\u3400-\u9fff]+|[^\W\d_\u3400-\u9fff]+(?:['’][^\W\d_]+)*|\d+(?:[.,:]\d+)*|[?？]|\n|⟦\d+⟧"
)
_NOT = re.compile("[不没無无非别未莫勿]")
_NOT_WORDS = frozenset({"not", "no", "never", "nobody", "nothing", "hardly", "without", "nope"})
#: Two senses of an entry are what a word mostly means; further ones make everything a synonym.
_FIRST_SENSES = 2


def says_the_same(first: str, second: str, lang: str) -> bool:
    """True if the texts differ only in what does not change their meaning.

    That is: punctuation, capitals and script; words of `same_words.txt`; contractions in English;
    and, in Chinese, one word for another that CC-CEDICT explains in the same way. Order counts,
    numbers, names, negations, persons and questions must be the same. Other languages may differ in
    punctuation and capitals.
    """
    if number_keys(first) != number_keys(second):
        return False
    one, other = _tokens(first, lang), _tokens(second, lang)
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return all(
        kind == "equal" or _is_harmless(one, other, (i, j), (k, m), lang)
        for kind, i, j, k, m in steps
    )


def _tokens(text: str, lang: str) -> list[str]:
    """The words in the form in which they are compared; a mark of a question is a word."""
    found: list[str] = []
    for run in _RUNS.findall(simplified(text)):
        if writing(run[0]) == "han" and tags.base(lang) == "zh":
            found += cut_chinese(run)
        else:
            found += _plain_words(run, lang)
    return found


def _plain_words(run: str, lang: str) -> Sequence[str]:
    word = run.lower().replace("’", "'").replace("？", "?")
    if tags.base(lang) != "en" or "'" not in word:
        return [word]
    return _EXPANDED.get(word) or _expanded_ending(word)


def _expanded_ending(word: str) -> Sequence[str]:
    """'s and 'd stay as they are: they may be one word or another."""
    for ending, whole in (("n't", "not"), ("'m", "am"), ("'re", "are"), ("'ve", "have")):
        if word.endswith(ending):
            return [word.removesuffix(ending), whole]
    return [word.removesuffix("'ll"), "will"] if word.endswith("'ll") else [word]


_EXPANDED = {"can't": ["can", "not"], "won't": ["will", "not"], "cannot": ["can", "not"]}


def _is_harmless(
    one: Sequence[str],
    other: Sequence[str],
    there: tuple[int, int],
    here: tuple[int, int],
    lang: str,
) -> bool:
    """Whether these stretches may stand for each other."""
    if _follows_negation(one, there[0]) or _follows_negation(other, here[0]):
        return False
    table = _table(tags.base(lang))
    old = [word for word in one[slice(*there)] if word not in table.droppable]
    new = [word for word in other[slice(*here)] if word not in table.droppable]
    return len(old) == len(new) and all(
        table.group(word) == table.group(instead) or _are_synonyms(word, instead, lang)
        for word, instead in zip(old, new, strict=True)
    )


def _follows_negation(words: Sequence[str], place: int) -> bool:
    before = words[place - 1] if place else ""
    return before in _NOT_WORDS or bool(_NOT.search(before))


def _are_synonyms(word: str, other: str, lang: str) -> bool:
    """By the dictionary; never what holds a sentence together, nor one of two that is negated."""
    if tags.base(lang) != "zh" or is_function_word(word) or is_function_word(other):
        return False
    if {word, other} & _table("zh").alone:
        return False
    if min(len(word), len(other)) < 2 or bool(_NOT.search(word)) != bool(_NOT.search(other)):
        return False
    return bool(_glosses(word) & _glosses(other))


@cache
def _glosses(word: str) -> frozenset[str]:
    senses = [
        sense
        for entry in entries(word)
        for sense in [one for one in entry.senses if one.says_meaning][:_FIRST_SENSES]
    ]
    return frozenset(gloss for sense in senses for gloss in sense.glosses[:2])


@dataclass(frozen=True)
class _Table:
    droppable: frozenset[str]
    alone: frozenset[str]
    groups: dict[str, int]

    def group(self, word: str) -> int | str:
        """Words of one group share a number; any other word is its own."""
        return self.groups.get(word, word)


@cache
def _table(base: str) -> _Table:
    droppable: set[str] = set()
    alone: set[str] = set()
    groups: dict[str, int] = {}
    rows = files(__package__).joinpath("same_words.txt").read_text("utf-8").splitlines()
    for number, row in enumerate(rows):
        language, _, words = row.partition(" | ")
        if language != base or row.startswith("#"):
            continue
        if words.startswith("("):
            droppable |= set(words.strip("()").split())
        elif words.startswith("-"):
            alone |= set(words.lstrip("-").split())
        else:
            groups |= dict.fromkeys(words.split(), number)
    return _Table(frozenset(droppable), frozenset(alone), groups)
