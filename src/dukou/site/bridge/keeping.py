"""Keeping a version of a text, unless the text says something else by now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from django.db.models import QuerySet

from dukou.site.bridge.translatable import Made, Source
from dukou.site.notes.models import TextVersion
from dukou.site.notes.services import store_version

V = TypeVar("V", bound=TextVersion)


def keep_version(
    versions: QuerySet[V],
    owner: str,
    parts: Sequence[str],
    source: Source,
    lang: str,
    texts: Mapping[str, Any],
    made: Made,
) -> bool:
    """Keep the texts as the version in a language; False if `source` says something else by now,
    or is known to be in another language.

    `versions` are those of the text, `owner` the column that leads to it, `parts` the columns that
    a source is made of. The original is locked, so that an edit waits or is seen.
    """
    own = versions.select_for_update(of=("self",)).filter(is_source=True).first()
    if own is None or own.lang != source.lang:
        return False
    if tuple(getattr(own, part) for part in parts) != source.parts:
        return False
    store_version(
        getattr(own, owner),
        lang=lang,
        provenance=made.provenance,
        engine=made.engine,
        quality=made.quality,
        by=made.by,
        **texts,
    )
    return True
