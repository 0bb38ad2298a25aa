"""What an English word most likely means, in Chinese: the dictionary inverted and ranked.

A Chinese word gains by how often it stood for the English one in translations, by standing early in
the article, by being a word that people use, and by fitting the neighbours: after "to" stands a
verb, after "the" none.
"""

import math
import re
from collections.abc import Iterator

from dukou.language.gloss.english import lemma
from dukou.language.gloss.function_words import uses_of
from dukou.language.gloss.inverted import Counterpart, counterparts, is_gloss
from dukou.language.gloss.learned import learned, learned_back
from dukou.language.gloss.options import DICTIONARY, OURS, SEEN, Option, is_ambiguous, options_of
from dukou.language.gloss.ranking import Encoder, Meaning
from dukou.language.lexicon import segmenter

_BEFORE_VERBS = frozenset(
    re.findall(
        r"\S+",
        """
        to i you we they he she it who not n't can could will would shall should may might must
        let don't doesn't didn't won't can't couldn't wouldn't i'll you'll we'll they'll please
        gonna wanna never always
        """,
    )
)
_BEFORE_NOUNS = frozenset(
    re.findall(
        r"\S+",
        """
        a an the my your his her its our their this that these those some any no every each of in
        on at for from with by new good big two three
        """,
    )
)
_FITS, _FITS_NOT = 2.0, 0.4
_LENGTHS = {1: 0.7, 2: 1.0, 3: 0.6, 4: 0.3}
_PENALTIES = {"old": 2.0, "bound": 1.5}
_NEARNESS_WEIGHT = 4.0
_MOST = 8


def listed(words: str) -> str:
    """The form under which the dictionary or our table knows English words; empty if neither does.

    Of several words the first or the last may be a form: gave up, looking after, credit cards.
    """
    plain = words.lower().replace("’", "'")
    if uses_of(plain, "en"):
        return plain
    first, _, rest = plain.partition(" ")
    if not rest:
        known = lemma(plain, is_gloss)
        return next((form for form in (known, plain) if is_gloss(form)), "")
    start, _, last = plain.rpartition(" ")
    forms = (plain, f"{lemma(first, is_gloss)} {rest}", f"{start} {lemma(last, is_gloss)}")
    return next((form for form in forms if uses_of(form, "en") or is_gloss(form)), "")


def english_meanings(
    words: str, *, before: str = "", sentence: str = "", encoder: Encoder | None = None
) -> list[Meaning]:
    """All meanings of listed English words, likeliest first, at most eight besides our own.

    Args:
        words: as `listed` gives them, or as they are written.
        before: the English word before them, in lower case.
        sentence: the sentence around them; it counts only with an `encoder`.
    """
    base = lemma(words, is_gloss) if " " not in words else words
    ours = [
        Meaning(use.glosses, use.explanation, use.reading, OURS, ())
        for use in uses_of(words, "en") or uses_of(base, "en")
    ]
    chances = _chances(base, before)
    if base != words:
        chances |= {o: c for o, c in _chances(words, before).items() if o not in chances}
    if encoder is not None and sentence and len(chances) > 1:
        chances = _with_nearness(chances, sentence, encoder)
    ranked = sorted(chances, key=lambda option: -chances[option])
    return ours + [
        Meaning(option.glosses, option.text, option.reading, option.source, (option,))
        for option in _each_word_once(ranked)
    ]


def _chances(words: str, before: str) -> dict[Option, float]:
    found = {_option(one): _dictionary_chance(one, words, before) for one in counterparts(words)}
    known: dict[str, Option] = {}
    for option in sorted(found, key=lambda option: -found[option]):
        known.setdefault(option.glosses[0], option)
    for pair in learned_back(words):
        counted = known.get(pair.word) or _seen(pair.word)
        if counted is not None:
            found[counted] = found.get(counted, 0.0) + pair.share
    return found


def _dictionary_chance(one: Counterpart, words: str, before: str) -> float:
    word, sense = one.entry.simplified, one.sense
    chance = 0.1 / (1 + 0.5 * one.place) / (1 + 0.3 * sense.glosses.index(words))
    chance *= _LENGTHS.get(len(word), 0.1) * math.exp(-_PENALTIES.get(sense.kind, 0.0))
    chance *= 1 + math.log1p(_times_seen(one))
    chance *= 1.0 if segmenter().has_word(word) else 0.3
    if one.entry.pinyin[:1].isupper():
        chance *= 0.3
    if before in _BEFORE_VERBS:
        chance *= _FITS if sense.is_verb else _FITS_NOT
    elif before in _BEFORE_NOUNS:
        chance *= _FITS_NOT if sense.is_verb else _FITS
    return chance


def _times_seen(one: Counterpart) -> int:
    """In how many sentences this very sense stood in the translation."""
    word = one.entry.simplified
    if not is_ambiguous(word):
        return learned(word).sentences
    hits = learned(word).hits
    options = options_of(word) if hits else ()
    return next(
        (
            hits.get(at, 0)
            for at, option in enumerate(options)
            if option.place == one.place and option.entry == one.entry
        ),
        0,
    )


def _option(one: Counterpart) -> Option:
    entry = one.entry
    return Option(
        DICTIONARY, entry.pinyin, (entry.simplified,), one.sense.text, "", entry, one.place
    )


def _seen(word: str) -> Option | None:
    """A Chinese word that stood for the English one, though the dictionary does not say so."""
    return Option(SEEN, "", (word,), "") if learned(word).sentences > 2 else None


def _with_nearness(
    chances: dict[Option, float], sentence: str, encoder: Encoder
) -> dict[Option, float]:
    """Only the likeliest are compared: a tap must not encode a hundred words."""
    ranked = sorted(chances, key=lambda option: -chances[option])[: 2 * _MOST]
    rows = encoder([sentence, *(f"{option.glosses[0]} {option.text}" for option in ranked)])
    near = rows[1:] @ rows[0]
    middle = float(near.mean())
    return {
        option: chances[option] * math.exp(_NEARNESS_WEIGHT * (float(n) - middle))
        for option, n in zip(ranked, near, strict=True)
    }


def _each_word_once(ranked: list[Option]) -> Iterator[Option]:
    seen: set[str] = set()
    for option in ranked:
        if option.glosses[0] not in seen and len(seen) < _MOST:
            seen.add(option.glosses[0])
            yield option
