"""What other pages ask of the glossary."""

from __future__ import annotations

from collections.abc import Iterable

from dukou.language.tags import base
from dukou.site.bridge.choosing import Version
from dukou.site.bridge.glossary import known
from dukou.site.bridge.glossary.shown import ShownEntry, shown_entry

MOST_ON_A_NOTE = 6


def expressions_for(versions: Iterable[Version], *, home: str) -> list[ShownEntry]:
    """Expressions of the original that somebody at home in another language may not know."""
    source = next(version for version in versions if version.is_source)
    if base(source.lang) == base(home):
        return []
    text = f"{getattr(source, 'title', '')}\n{source.body}"
    found = known.expressions_in(text, source.lang)
    return [shown_entry(entry) for entry in found[:MOST_ON_A_NOTE]]
