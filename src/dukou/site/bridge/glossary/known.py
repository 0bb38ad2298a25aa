"""The glossary as this process knows it: what comes with Dukou, and over it what was accepted.

Kept for half a minute, so that a page costs no query for it; a decision made in this process
counts at once. Detection and search learn from here which expressions there are.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from dukou.language import place_words
from dukou.language.glossary import Entry, Finder, entries, key_of
from dukou.language.scripts import to_script
from dukou.language.tags import base
from dukou.site.bridge.glossary.models import GlossaryVersion, State

_KEPT_SECONDS = 30.0


@dataclass(frozen=True)
class Known:
    """An entry that counts; `version_id` is None for one that came with Dukou."""

    entry: Entry
    version_id: int | None = None
    since: datetime | None = None


@dataclass(frozen=True)
class Explanation:
    """What people at home in a further language are told of an expression, in that language."""

    version_id: int
    lang: str
    rendering: str
    meaning: str
    example: str
    avoid: str


@dataclass(frozen=True)
class _Glossary:
    counted: list[Known]
    by_key: dict[tuple[str, str], Known]
    finders: dict[str, Finder]
    pointing: dict[str, Finder]
    explanations: dict[tuple[str, str], dict[str, Explanation]]
    at: float


#: The glossary as it was last read; empty before the first page asks for it.
_held: list[_Glossary] = []


def all_known() -> list[Known]:
    """Every entry that counts, in the order of its term."""
    return sorted(_glossary().counted, key=lambda known: key_of(known.entry.term))


def freshen() -> None:
    """Have detection, search and these functions know what was accepted meanwhile."""
    _glossary()


def entry(language: str, spelling: str) -> Known | None:
    """The entry of an expression, by any of its spellings; None where there is none."""
    return _glossary().by_key.get((language, key_of(spelling)))


def explanations_of(language: str, spelling: str) -> dict[str, Explanation]:
    """How an expression is explained in further languages, by language."""
    return _glossary().explanations.get((language, key_of(spelling)), {})


def as_explanation(version: GlossaryVersion) -> Explanation:
    """A wording that explains an entry in a further language."""
    lang = version.explains
    return Explanation(
        version_id=version.pk,
        lang=lang,
        rendering=version.rendering,
        meaning=version.meaning.get(lang, ""),
        example=version.example.get(lang, ""),
        avoid=version.avoid.get(lang, ""),
    )


def expressions_in(text: str, language: str) -> list[Entry]:
    """The entries whose expressions a text of this language uses, each once, in its order.

    Ordinary words that also have a sense of slang are left out: nobody wants them pointed out.
    """
    finder = _glossary().pointing.get(base(language))
    if finder is None:
        return []
    return list({one.entry.term: one.entry for one in finder.find(text)}.values())


def pointed_out(language: str) -> Finder:
    """Finds the expressions of a language in a text, ordinary words left out."""
    return _glossary().pointing[language]


def pinned_terms(texts: Iterable[str], source: str, target: str) -> dict[str, str]:
    """What expressions in these texts must become, whoever translates: spelling to rendering."""
    finder = _glossary().finders.get(base(source))
    if finder is None or {base(source), base(target)} != {"zh", "en"}:
        return {}
    return {
        text[found.start : found.end]: to_script(found.entry.rendering, target)
        for text in texts
        for found in finder.find(text)
        if found.entry.pinned and not found.entry.everyday
    }


def version_of(terms: dict[str, str]) -> int:
    """A number for these terms: another one means that the text is worth translating anew."""
    if not terms:
        return 0
    said = "\n".join(f"{term}\t{rendering}" for term, rendering in sorted(terms.items()))
    return zlib.crc32(said.encode()) & 0x7FFFFFFF


def forget() -> None:
    """Read the glossary anew when it is next needed."""
    _held.clear()


def as_entry(version: GlossaryVersion) -> Entry:
    """A wording as the library knows entries."""
    return Entry(
        term=version.term,
        language=version.language,
        spellings=tuple(version.spellings),
        kind=version.kind,  # type: ignore[arg-type]
        tone=version.tone,  # type: ignore[arg-type]
        rendering=version.rendering,
        pinned=version.pinned,
        everyday=version.everyday,
        meaning=version.meaning,
        example=version.example,
        avoid=version.avoid,
    )


def _glossary() -> _Glossary:
    if not _held or time.monotonic() - _held[0].at > _KEPT_SECONDS:
        _held[:] = [_read()]
    return _held[0]


def _read() -> _Glossary:
    accepted = GlossaryVersion.objects.filter(state=State.ACCEPTED).order_by("pk")
    out = GlossaryVersion.objects.filter(shipped=True, state=State.WITHDRAWN)
    gone = set(out.values_list("language", "key"))
    counted = {
        key: Known(one)
        for one in entries()
        if (key := (one.language, key_of(one.term))) not in gone
    }
    explanations: dict[tuple[str, str], dict[str, Explanation]] = {}
    for version in accepted:
        if version.explains:
            told = explanations.setdefault((version.language, version.key), {})
            told[version.explains] = as_explanation(version)
            continue
        known = Known(as_entry(version), version.pk, version.decided_at)
        counted[version.language, version.key] = known
    by_key = {
        (known.entry.language, key_of(spelling)): known
        for known in counted.values()
        for spelling in known.entry.spellings
    }
    by_key |= counted
    by_language = {
        language: [known.entry for known in counted.values() if known.entry.language == language]
        for language in ("zh", "en")
    }
    finders = {language: Finder(entries) for language, entries in by_language.items()}
    pointing = {
        language: Finder(entry for entry in entries if not entry.everyday)
        for language, entries in by_language.items()
    }
    place_words.know(glossary=(known.entry for known in counted.values()))
    return _Glossary(
        list(counted.values()), by_key, finders, pointing, explanations, time.monotonic()
    )
