"""What a Chinese word most likely means here, first.

Each option gets a chance: how often it was seen in translations (`learned.py`), smoothed with the
dictionary's order and with what kind of sense it is (a surname is never first). Where the sentence
is given as a vector, senses near it gain; where its reading is known, senses read so gain.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dukou.language.gloss.function_words import is_function_word
from dukou.language.gloss.grouping import synonyms_of
from dukou.language.gloss.learned import learned
from dukou.language.gloss.options import DICTIONARY, OURS, SEEN, Option, options_of

#: Vectors of texts, as `dukou.language.vectors.vectors` gives them.
Encoder = Callable[[Sequence[str]], NDArray[np.float32]]

# Chosen on Tatoeba sentences that no bench reports.
_SMOOTHING = 3.0
#: How much nearness to the sentence counts, less where a word was seen in many sentences.
_NEARNESS_WEIGHT, _FEW = 6.0, 10.0
_READ_SO, _READ_OTHERWISE = 12.0, 0.25
_MOST_SYNONYMS = 3
_LEAST_SEEN = 0.12
#: How much less likely a sense of a kind is than a plain one, as a power of e.
_PENALTIES = {"name": 4.0, "variant": 4.0, "note": 5.0, "measure": 6.0, "old": 1.5, "bound": 0.3}


@dataclass(frozen=True)
class Meaning:
    """One meaning as a reader sees it, synonyms beside each other.

    `glosses` are short, best first; `text` is the dictionary's own wording or our explanation;
    `reading` has tone numbers; `source` is one of `options.OURS`, `DICTIONARY`, `SEEN`.
    """

    glosses: tuple[str, ...]
    text: str
    reading: str
    source: str
    options: tuple[Option, ...]


def meanings(
    word: str, *, reading: str = "", sentence: str = "", encoder: Encoder | None = None
) -> list[Meaning]:
    """All meanings of a word (Simplified), likeliest first.

    Args:
        reading: pinyin with tone numbers that the word has here, where its neighbours say so.
        sentence: the sentence around it; it counts only with an `encoder`.
    """
    chances = _chances(word, reading)
    # A function word lies near every sentence or none.
    is_content = len(chances) > 1 and not is_function_word(word)
    if encoder is not None and sentence and is_content:
        weight = _NEARNESS_WEIGHT * _FEW / (_FEW + learned(word).sentences)
        chances = _with_nearness(chances, sentence, encoder, weight)
    return _joined([option for option, _ in sorted(chances, key=lambda one: -one[1])])


def _chances(word: str, reading: str) -> list[tuple[Option, float]]:
    counts, options = learned(word), options_of(word)
    found = []
    for place, option in enumerate(options):
        order = 0.3 / (1 + 0.5 * place) * math.exp(-_penalty(option))
        seen = counts.hits.get(place, 0) + _SMOOTHING * order
        chance = seen / (counts.sentences + _SMOOTHING)
        if option.source == OURS:
            chance = max(chance, 0.5 / (1 + place))
        if reading:
            chance *= _READ_SO if _plain(option.reading) == _plain(reading) else _READ_OTHERWISE
        found.append((option, chance))
    known = {core for option in options for core in option.cores}
    if not is_function_word(word):
        for pair in counts.pairings:
            if pair.word not in known and pair.share >= _LEAST_SEEN:
                option = Option(SEEN, reading, (pair.word,), "")
                smoothed = pair.share * counts.sentences / (counts.sentences + _SMOOTHING)
                found.append((option, smoothed))
    return found


def _penalty(option: Option) -> float:
    sense = option.sense
    return _PENALTIES.get(sense.kind, 0.0) if sense else 0.0


def _with_nearness(
    chances: list[tuple[Option, float]], sentence: str, encoder: Encoder, weight: float
) -> list[tuple[Option, float]]:
    """Chances, raised for options whose glosses lie nearer to the sentence than the mean."""
    rows = encoder([sentence, *(", ".join(option.cores) for option, _ in chances)])
    near = rows[1:] @ rows[0]
    spoken = np.array([bool(option.cores) for option, _ in chances])
    middle = float(near[spoken].mean()) if spoken.any() else 0.0
    return [
        (option, chance * math.exp(weight * (float(n) - middle) if said else 0.0))
        for (option, chance), n, said in zip(chances, near, spoken, strict=True)
    ]


def _joined(ranked: list[Option]) -> list[Meaning]:
    """Synonyms join the likeliest of them, up to three; each option is told once.

    What says no meaning (variants, pronunciations) is told only where there is nothing else. A word
    seen in translations takes the likeliest sense of the dictionary along, which says how it is
    read.
    """
    telling = [option for option in ranked if option.says_meaning or _is_name(option)]
    left, found = telling or list(ranked), []
    while left:
        first = left.pop(0)
        group = [first, *_companions(first, left)]
        left = [option for option in left if option not in group]
        found.append(_meaning(group))
    return found


def _companions(first: Option, others: list[Option]) -> list[Option]:
    if first.source == SEEN:
        senses = [option for option in others if option.source == DICTIONARY]
        return [option for option in senses if option.says_meaning][:1]
    if first.entry is None or not first.says_meaning:
        return []
    same = set(synonyms_of(first.entry, first.place))
    near = [other for other in others if other.entry is first.entry and other.place in same]
    return near[: _MOST_SYNONYMS - 1]


def _is_name(option: Option) -> bool:
    return option.sense is not None and option.sense.kind == "name"


def _meaning(group: list[Option]) -> Meaning:
    first = group[0]
    glosses = tuple(dict.fromkeys(gloss for option in group for gloss in option.glosses))
    text = "; ".join(dict.fromkeys(option.text for option in group if option.text))
    reading = next((option.reading for option in group if option.reading), "")
    return Meaning(glosses, text, reading, first.source, tuple(group))


def _plain(reading: str) -> str:
    return reading.lower().replace(" ", "").replace("u:", "v")
