"""What other pages ask of the glossary."""

from __future__ import annotations

from collections.abc import Iterable

from dukou.language.glossary import ACROSS
from dukou.language.tags import base
from dukou.site.bridge.choosing import Version
from dukou.site.bridge.glossary import known
from dukou.site.bridge.glossary.shown import ShownEntry, shown_entry

MOST_ON_A_NOTE = 6
MOST_ASKED_FOR = 2


def expressions_for(versions: Iterable[Version], *, home: str) -> list[ShownEntry]:
    """Expressions of the original that somebody at home in another language may not know."""
    source = next(version for version in versions if version.is_source)
    if base(source.lang) == base(home):
        return []
    text = f"{getattr(source, 'title', '')}\n{source.body}"
    found = known.expressions_in(text, source.lang)
    return [shown_entry(entry) for entry in found[:MOST_ON_A_NOTE]]


def asked_for(query: str) -> list[ShownEntry]:
    """What somebody who searches for this may want explained: the expression that they typed, by
    any of its spellings, or else those in their question; at most two."""
    whole = [one.entry for side in ACROSS if (one := known.entry(side, query))]
    found = whole or [entry for side in ACROSS for entry in known.expressions_in(query, side)]
    return [shown_entry(entry) for entry in found[:MOST_ASKED_FOR]]
