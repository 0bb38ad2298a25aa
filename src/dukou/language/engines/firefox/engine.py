"""Mozilla's models as an engine: whatever is installed is used, by way of English if need be."""

import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from threading import Lock

from dukou.language.engines.base import (
    BadAnswer,
    EngineUnavailable,
    Health,
    Maker,
    Output,
    Pair,
    Quality,
    Refusal,
)
from dukou.language.engines.firefox import worker
from dukou.language.engines.firefox.catalogue import pair_name, route, served
from dukou.language.engines.firefox.installing import FACTS, Installed, installed
from dukou.language.engines.process import LineProcess
from dukou.language.protect import Marker, lettered

#: Characters in one question: some seconds of work, so that a hang is noticed soon.
_QUESTION_CHARACTERS = 4_000
_LONGEST_TEXT = 20_000


class FirefoxEngine:
    """Translates in a process of its own, which starts with the first text."""

    name = "Firefox Translations"
    quality = Quality.GOOD
    is_local = True
    is_exact = False
    is_literal = True
    marker: Marker = staticmethod(lettered)

    def __init__(self, folder: Path, *, answer_seconds: float = 60.0) -> None:
        self._folder = folder
        self._process = LineProcess(
            self.name,
            [sys.executable, "-P", worker.__file__],
            start_seconds=30.0,
            answer_seconds=answer_seconds,
        )
        self._lock = Lock()
        self._seen: tuple[tuple[str, int], ...] | None = None
        self._models: dict[Pair, Installed] = {}
        self._served: Collection[Pair] = ()

    @property
    def version(self) -> str:
        """All models that are installed; each output names its own."""
        return "+".join(model.version for model in self.models().values()) or "0"

    def models(self) -> dict[Pair, Installed]:
        """What is installed now: nobody need restart anything after an installation."""
        seen = tuple(
            sorted((str(path), path.stat().st_mtime_ns) for path in self._folder.glob(f"*/{FACTS}"))
        )
        with self._lock:
            if seen != self._seen:
                self._models = {model.pair: model for model in installed(self._folder)}
                self._served = served(self._models)
                self._seen = seen
            return self._models

    def pairs(self) -> Collection[Pair]:
        """Every pair that the installed models lead to."""
        self.models()
        return self._served

    def maker_for(self, source: str, target: str) -> Maker:
        """The models that the pair goes through."""
        models = self.models()
        versions = [models[leg].version for leg in route((source, target), models)]
        return Maker(self.name, "+".join(versions) or "0", self.quality)

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Output | Refusal]:
        """Each text sentence by sentence, several texts in one question."""
        legs = route((source, target), self.models())
        if not legs:
            return [Refusal("no-pair") for _ in texts]
        folders = [str(self._folder / pair_name(leg)) for leg in legs]
        maker = self.maker_for(source, target)
        made = iter(self._made([text for text in texts if len(text) <= _LONGEST_TEXT], folders))
        return [
            Output(next(made), by=maker) if len(text) <= _LONGEST_TEXT else Refusal("too-long")
            for text in texts
        ]

    def health(self) -> Health:
        """Which pairs there are; starts nothing."""
        models = self.models()
        if not models:
            return Health(False, "no model is installed: dukou language install zh-en")
        pairs = ", ".join(f"{pair_name(pair)} ({model.kind})" for pair, model in models.items())
        running = f"; running as process {self._process.pid}" if self._process.pid else ""
        return Health(True, f"{pairs}{running}")

    def close(self) -> None:
        """End the process."""
        self._process.close()

    def _made(self, texts: Sequence[str], folders: list[str]) -> list[str]:
        made: list[str] = []
        for batch in _batches(texts):
            answer = self._process.ask({"legs": folders, "texts": batch})
            if "error" in answer:
                raise EngineUnavailable(self.name, str(answer["error"]))
            found = answer.get("texts")
            if not isinstance(found, list) or len(found) != len(batch):
                raise BadAnswer(self.name, "expected one translation for each text")
            made += map(str, found)
        return made


def _batches(texts: Sequence[str]) -> list[list[str]]:
    batches: list[list[str]] = []
    room = 0
    for text in texts:
        if not batches or len(text) > room:
            batches.append([])
            room = _QUESTION_CHARACTERS
        batches[-1].append(text)
        room -= len(text)
    return batches
