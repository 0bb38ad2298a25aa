"""Chinese expressions that a place uses and no dictionary has: 偷感, 蒜鸟.

A segmenter cuts them into pieces that it knows, mostly single signs. Pieces that stand together
far more often than they would by chance, whose neighbours outside vary, and that several people
use, are a word. Source of the two measures: Church and Hanks 1990 (mutual information), and the
branching entropy of Harris 1955 as Jin and Tanaka-Ishii 2006 use it, doi:10.3115/1273073.1273129.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from math import log

from dukou.language.gloss.cutting import simplified
from dukou.language.gloss.dictionary import has_word
from dukou.language.gloss.function_words import is_function_word
from dukou.language.lexicon import lexicon, segmenter_of_all_places
from dukou.language.pieces import without_pieces
from dukou.language.writing import without_broken, writing

#: Cuts a run of Han characters into words that are known.
Cut = Callable[[str], Sequence[str]]

_SHORTEST, _LONGEST = 2, 5
_MOST_PIECES = 4
_LONGEST_TEXT = 5_000
#: With these begin numbers of things: 三个月, 这笔钱.
_COUNTING = frozenset("一二三四五六七八九十百千万两几半每这那哪某各第")
#: How many bits more often than by chance the pieces must stand together, wherever one parts them.
_COHESION = 7.0
#: How much the neighbours on each side must vary, in bits.
_FREEDOM = 1.5
#: What has a piece of two signs or more must do better, for most such pairs are two words.
_LOOSE_COHESION = 9.0
#: In a small place nothing can do so well; there the pieces must hardly ever stand apart.
_NEVER_APART = 0.9


@dataclass(frozen=True, slots=True)
class NewWord:
    """An expression in Simplified, and how many texts and authors use it."""

    word: str
    texts: int
    authors: int


@dataclass(slots=True)
class _Seen:
    """Where a run of pieces was seen."""

    pieces: tuple[str, ...]
    times: int
    texts: set[int]
    authors: set[Hashable]
    before: Counter[str]
    after: Counter[str]


def new_words(
    texts: Iterable[tuple[Hashable, str]],
    *,
    fewest_texts: int = 4,
    fewest_authors: int = 3,
    most: int = 500,
    cut: Cut | None = None,
    is_known: Callable[[str], bool] = has_word,
) -> list[NewWord]:
    """Expressions that no dictionary has, those that most authors use first.

    Args:
        texts: an author and a text each, whatever its language: only Chinese counts.
        fewest_texts, fewest_authors: what fewer use is a habit or a name, not a word.
        most: how many at most.
        cut, is_known: the words that are known; by default those that any place knows, so that
            what was found before is found again.
    """
    cut = cut or partial(segmenter_of_all_places().cut, hmm=False)
    runs = [
        (at, author, tuple(cut(run)))
        for at, (author, text) in enumerate(texts)
        for run in _runs(text)
    ]
    counts = _counts(pieces for _, _, pieces in runs)
    often = {run for run, times in counts.items() if times >= fewest_texts and _may_be_one(run)}
    total = sum(len(pieces) for _, _, pieces in runs)
    words = [
        NewWord("".join(seen.pieces), len(seen.texts), len(seen.authors))
        for seen in _seen(runs, often).values()
        if len(seen.texts) >= fewest_texts
        and len(seen.authors) >= fewest_authors
        and _holds_together(seen.pieces, counts, total)
        and min(_entropy(seen.before), _entropy(seen.after)) >= _FREEDOM
        and not is_known("".join(seen.pieces))
    ]
    return sorted(words, key=lambda one: (-one.authors, -one.texts, one.word))[:most]


def _runs(text: str) -> Iterator[str]:
    plain = simplified(without_pieces(without_broken(text[:_LONGEST_TEXT])))
    for is_han, run in groupby(plain, key=lambda char: writing(char) == "han"):
        if is_han:
            yield "".join(run)


def _counts(runs: Iterable[tuple[str, ...]]) -> Counter[tuple[str, ...]]:
    """How often each run of up to four pieces stands there."""
    counts: Counter[tuple[str, ...]] = Counter()
    for pieces in runs:
        for size in range(1, _MOST_PIECES + 1):
            counts.update(pieces[at : at + size] for at in range(len(pieces) - size + 1))
    return counts


def _may_be_one(pieces: tuple[str, ...]) -> bool:
    """At least two pieces, one of them a sign that the segmenter had to leave alone, none of
    grammar: 的人 is never a word."""
    return (
        len(pieces) > 1
        and _SHORTEST <= sum(map(len, pieces)) <= _LONGEST
        and any(len(piece) == 1 for piece in pieces)
        and pieces[0][0] not in _COUNTING
        and not any(is_function_word(piece) or piece in lexicon() for piece in pieces)
    )


def _seen(
    runs: Iterable[tuple[int, Hashable, tuple[str, ...]]], often: set[tuple[str, ...]]
) -> dict[tuple[str, ...], _Seen]:
    found: dict[tuple[str, ...], _Seen] = {}
    for text, author, pieces in runs:
        for size in range(2, _MOST_PIECES + 1):
            for at in range(len(pieces) - size + 1):
                run = pieces[at : at + size]
                if run not in often:
                    continue
                seen = found.setdefault(run, _Seen(run, 0, set(), set(), Counter(), Counter()))
                seen.times += 1
                seen.texts.add(text)
                seen.authors.add(author)
                edge = f"edge {seen.times}"  # each time another neighbour
                end = at + size
                seen.before[pieces[at - 1][-1] if at else edge] += 1
                seen.after[pieces[end][0] if end < len(pieces) else edge] += 1
    return found


def _holds_together(pieces: tuple[str, ...], counts: Counter[tuple[str, ...]], total: int) -> bool:
    """Whether no place to part the pieces is likelier than chance allows."""
    together = counts[pieces] * total
    weakest = min(
        log(together / (counts[pieces[:at]] * counts[pieces[at:]]), 2)
        for at in range(1, len(pieces))
    )
    loose = any(len(piece) > 1 for piece in pieces)
    most = log(total / counts[pieces], 2)  # of pieces that never stand apart
    return weakest >= min(_LOOSE_COHESION if loose else _COHESION, _NEVER_APART * most)


def _entropy(neighbours: Counter[str]) -> float:
    total = sum(neighbours.values())
    return -sum(times / total * log(times / total, 2) for times in neighbours.values())
