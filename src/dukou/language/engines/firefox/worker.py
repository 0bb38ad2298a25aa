"""The process in which Mozilla's models run: one JSON line in, one JSON line out.

It limits its own memory, takes a back seat for the processor, and ends when its input ends.
`engine` runs this file as a program; it knows nothing of Dukou.
"""

import hashlib
import json
import os
import re
import sys
from collections import OrderedDict
from pathlib import Path
from typing import IO, Any

_MEMORY_BYTES = 1_600_000_000
_NICENESS = 5
#: Models that stay in memory, some 40 MB each for a small one and twice that for a large one.
_MOST_MODELS = 8
#: The models lose the thread in longer sentences; these are cut at a comma.
_LONGEST_SENTENCE = 360
_COMMAS = re.compile(r"(?<=[,;:，；：、])\s*")
_ABBREVIATION = re.compile(r"(?:\b(?:Mrs?|Ms|Dr|Sra?|St|Prof|vs|No|Nr|etc|e\.g|i\.e)|\b[A-Z])\.$")
_UNSPACED = {"zh", "ja"}


def main() -> None:
    """Answer `{"legs", "texts"}` with `{"texts"}` or `{"error"}` until input ends."""
    _limit_ourselves()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints goes to standard error
    models = Models()
    _say(answers, {"ready": True})
    for line in sys.stdin.buffer:
        request = json.loads(line)
        try:
            texts = [models.translated(text, request["legs"]) for text in request["texts"]]
            _say(answers, {"texts": texts})
        except (OSError, ValueError, KeyError, MemoryError) as error:
            _say(answers, {"error": f"{type(error).__name__}: {error}"[:300]})


class Models:
    """The models that are loaded, the least recently used of them forgotten first."""

    def __init__(self) -> None:
        self._loaded: OrderedDict[str, Any] = OrderedDict()

    def translated(self, text: str, legs: list[str]) -> str:
        """The text through each folder's model in turn."""
        for leg in legs:
            translator, target = self._translator(leg), Path(leg).name.partition("-")[2]
            parts = [translator.translate(part) for part in portions(text)]
            text = ("" if target in _UNSPACED else " ").join(part.strip() for part in parts)
        return text

    def _translator(self, folder: str) -> Any:
        # A model that was installed anew has other facts.
        key = f"{folder} {Path(folder, 'model.json').stat().st_mtime_ns}"
        if key not in self._loaded:
            self._loaded[key] = _load(Path(folder))
        self._loaded.move_to_end(key)
        while len(self._loaded) > _MOST_MODELS:
            self._loaded.popitem(last=False)
        return self._loaded[key]


def portions(text: str) -> list[str]:
    """The sentences of a text, too long ones cut at commas."""
    from fxtranslate import discovery

    sentences: list[str] = []
    for found in discovery.segment_sentences(text):
        sentence = found.strip()
        if sentences and _ABBREVIATION.search(sentences[-1]):
            sentences[-1] += f" {sentence}"
        elif sentence:
            sentences.append(sentence)
    return [part for sentence in sentences for part in _cut(sentence)]


def _cut(sentence: str) -> list[str]:
    if len(sentence) <= _LONGEST_SENTENCE:
        return [sentence]
    parts: list[str] = []
    for piece in _COMMAS.split(sentence):
        if parts and len(parts[-1]) + len(piece) < _LONGEST_SENTENCE:
            parts[-1] += f" {piece}" if piece[:1].isascii() else piece
        else:
            parts.append(piece)
    return [
        part[at : at + _LONGEST_SENTENCE]
        for part in parts
        for at in range(0, len(part), _LONGEST_SENTENCE)
    ]


def _load(folder: Path) -> Any:
    """A translator from files whose digests were just verified."""
    from fxtranslate import Translator

    files = json.loads((folder / "model.json").read_text("utf-8"))["files"]
    held = {role: _verified(folder / role, facts["sha256"]) for role, facts in files.items()}
    shared = held.get("vocab", b"")
    return Translator(
        model=held["model"],
        src_vocab=held.get("source", shared),
        trg_vocab=held.get("target", shared),
        shortlist=held.get("shortlist"),
    )


def _verified(path: Path, sha256: str) -> bytes:
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ValueError(f"{path} has changed since it was installed")
    return data


def _limit_ourselves() -> None:
    os.nice(_NICENESS)
    if sys.platform.startswith("linux"):  # elsewhere the limit is not kept by the kernel
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _say(answers: IO[bytes], message: dict[str, Any]) -> None:
    answers.write(json.dumps(message).encode() + b"\n")
    answers.flush()


if __name__ == "__main__":
    main()
