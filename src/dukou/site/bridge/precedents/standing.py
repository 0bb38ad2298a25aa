"""Which precedents still count: those whose texts everybody may read and still say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from dukou.language.tags import same_language
from dukou.site.bridge.precedents.models import Precedent
from dukou.site.bridge.translatable import Source, translatable


def standing_among(rows: Sequence[Precedent]) -> set[int]:
    """Ids of those whose texts everybody may read and still say the same."""
    sources = {kind: translatable(kind).sources(ids) for kind, ids in _by_kind(rows).items()}
    return {row.pk for row in rows if stands(row, sources[row.kind].get(row.text_id))}


def gone_among(rows: Sequence[Precedent]) -> set[int]:
    """Ids of those whose texts are deleted, say something else or are not for everybody any more.

    Not of those that are hidden only, with their author's account or their note: they may be shown
    again, and lend nothing until then.
    """
    standing = standing_among(rows)
    left = [row for row in rows if row.pk not in standing]
    ids = _by_kind(left)
    shown = {kind: translatable(kind).sources(ids[kind]) for kind in ids}
    there = {kind: translatable(kind).existing(ids[kind]) for kind in ids}
    return {
        row.pk
        for row in left
        if row.text_id in shown[row.kind] or row.text_id not in there[row.kind]
    }


def stands(row: Precedent, source: Source | None) -> bool:
    """Whether its text is there for everybody and says the same in the same language."""
    return (
        source is not None
        and source.is_public
        and same_language(row.source, source.lang)
        and source.parts[row.part] == row.text
    )


def _by_kind(rows: Sequence[Precedent]) -> dict[str, set[int]]:
    ids: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        ids[row.kind].add(row.text_id)
    return ids


def still_lent(texts: Collection[str], target: str) -> set[tuple[str, str]]:
    """Which wordings people still lend to these very words: pairs of text and translation."""
    rows = list(Precedent.objects.filter(text__in=texts, target=target).defer("numbers"))
    standing = standing_among(rows)
    return {(row.text, row.translation) for row in rows if row.pk in standing}
