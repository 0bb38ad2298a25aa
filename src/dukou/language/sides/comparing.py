"""What one version of a text says and the other does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from dukou.language import tags
from dukou.language.check import worth
from dukou.language.near import folded_vectors
from dukou.language.numbers import digit_keys, number_keys
from dukou.language.sides.aligning import Group, Runs, aligned
from dukou.language.sides.sentences import Sentence, sentences
from dukou.language.vectors import LANGUAGES

#: Cosine from which sentences say the same. `bench/sides.py` shows what it was chosen on.
LEAST = 0.25
#: A sentence that is said elsewhere, out of order, is not missing.
ELSEWHERE = 0.6
#: Vectors say little of what says less than some three Chinese or ten other letters.
SHORTEST_WORTH = 10.0
#: Longer texts are not compared: the work grows with the product of their sentences.
MOST_SENTENCES = 80


class Kind(StrEnum):
    """How a sentence differs."""

    ALONE = "alone"
    ELSE = "else"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Difference:
    """A sentence of one side (0 or 1), and how it differs from the other.

    `alone`: nothing there corresponds. `else`: what stands in its place says something else.
    `number`: it says the same, with a number that is not there.
    """

    side: int
    start: int
    end: int
    kind: Kind


def differences(first: str, second: str, *, langs: tuple[str, str]) -> list[Difference]:
    """The sentences of both texts that differ, in order of the sides and of the text.

    Empty for languages that the vectors do not know, and for very long texts.
    """
    known = {tags.base(lang) for lang in LANGUAGES}
    texts = [sentences(first), sentences(second)]
    if {tags.base(lang) for lang in langs} - known or not all(texts):
        return []
    if max(map(len, texts)) > MOST_SENTENCES:
        return []
    runs = [
        Runs([one.text for one in said], partial(folded_vectors, lang=lang))
        for said, lang in zip(texts, langs, strict=True)
    ]
    groups = aligned(*runs, least=LEAST)
    found = [*_without_counterpart(texts, runs, groups), *_other_numbers(texts, groups)]
    return sorted(found, key=lambda one: (one.side, one.start))


def _without_counterpart(
    texts: list[list[Sentence]], runs: list[Runs], groups: Sequence[Group]
) -> list[Difference]:
    """In the gaps between groups; what is short, or said elsewhere, is let pass."""
    found = []
    ends = (len(texts[0]), len(texts[1]))
    starts = (0, 0)
    for group in [*groups, Group(range(ends[0], ends[0]), range(ends[1], ends[1]), 1.0)]:
        gap = (range(starts[0], group.first.start), range(starts[1], group.second.start))
        missing = [[at for at in gap[side] if _is_missed(side, at, texts, runs)] for side in (0, 1)]
        kind = Kind.ELSE if gap[0] and gap[1] else Kind.ALONE
        for side in (0, 1):
            found += [_difference(side, texts[side][at], kind) for at in missing[side]]
        starts = (group.first.stop, group.second.stop)
    return found


def _is_missed(side: int, at: int, texts: list[list[Sentence]], runs: list[Runs]) -> bool:
    if worth(texts[side][at].text) < SHORTEST_WORTH:
        return False
    own, other = runs[side].vector(at, 1), runs[1 - side]
    nearest = max(float(own @ other.vector(place, 1)) for place in range(other.count))
    return nearest < ELSEWHERE


def _other_numbers(texts: list[list[Sentence]], groups: Sequence[Group]) -> list[Difference]:
    """Sentences with a number in digits that their counterparts say in no way."""
    found = []
    for group in groups:
        pair = [[texts[0][at] for at in group.first], [texts[1][at] for at in group.second]]
        said = [" ".join(one.text for one in side) for side in pair]
        for side in (0, 1):
            lacking = digit_keys(said[side]) - number_keys(said[1 - side])
            found += [
                _difference(side, one, Kind.NUMBER)
                for one in pair[side]
                if digit_keys(one.text) & lacking
            ]
    return found


def _difference(side: int, sentence: Sentence, kind: Kind) -> Difference:
    return Difference(side, sentence.start, sentence.end, kind)
