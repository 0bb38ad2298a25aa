"""Whether every message has its translations, and whether these are sound."""

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po

from dukou.site.messages.compiling import SITE, po_files
from dukou.site.messages.extraction import Message, uses

LANGUAGES = ("zh_Hans", "zh_Hant")
# A translation of a library's message, kept because we word it better, says so in its comment.
OVERRIDES = "Overrides"
_PLACEHOLDER = re.compile(r"%\([a-z_0-9]+\)[sd]|%[sd]|\{[a-z_][a-z_0-9.]*\}|<[^<>]+>")


def problems(root: Path = SITE) -> list[str]:
    """What is wrong with the translations below the folder, one sentence each."""
    used: dict[Message, str] = {}
    for use in uses(root):
        used.setdefault(use.message, use.place)
    found: list[str] = []
    for language in LANGUAGES:
        found += _problems_of(language, root, used)
    return found


def _problems_of(language: str, root: Path, used: dict[Message, str]) -> Iterator[str]:
    seen: dict[Message, tuple[str, object]] = {}
    for po in po_files(root):
        if po.parent.parent.name != language:
            continue
        place = str(po.relative_to(root))
        with po.open("rb") as source:
            entries = [entry for entry in read_po(source, locale=language) if entry.id]
        for entry in entries:
            message = Message(entry.context, _forms(entry.id)[0])
            yield from (f"{place}: {message} {flaw}" for flaw in _flaws(entry))
            if message not in used and not _overrides(entry):
                yield f"{place}: {message} is not used"
            first = seen.setdefault(message, (place, entry.string))
            if first[1] != entry.string:
                yield f"{place}: {message} is translated otherwise in {first[0]}; give it a context"
    for message, place in used.items():
        if message not in seen:
            yield f"{place}: {message} has no {language} translation"


def _flaws(entry: Entry) -> Iterator[str]:
    if entry.fuzzy:
        yield "is marked fuzzy"
    sample = _forms(entry.id)[-1]
    for text in _forms(entry.string):
        if not text.strip():
            yield "has an empty translation"
        elif sorted(_PLACEHOLDER.findall(text)) != sorted(_PLACEHOLDER.findall(sample)):
            yield "has other placeholders or tags than its translation"


def _overrides(entry: Entry) -> bool:
    return any(comment.startswith(OVERRIDES) for comment in entry.user_comments)


def _forms(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [text or ""] if isinstance(text, str | None) else list(text)
