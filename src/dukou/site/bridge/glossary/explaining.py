"""Explaining an entry in a further language of the place."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from dukou.language.glossary import key_of
from dukou.site.bridge.glossary import known
from dukou.site.bridge.glossary.models import GlossaryVersion, Side
from dukou.site.bridge.glossary.services import (
    EXAMPLE_LIMIT,
    RENDERING_LIMIT,
    WORDS_LIMIT,
    GlossaryError,
    vote,
)
from dukou.site.members.models import Member
from dukou.site.text import can_be_seen, cleaned, one_line


@transaction.atomic
def explain(
    language: str,
    term: str,
    *,
    lang: str,
    rendering: str,
    meaning: str,
    example: str = "",
    avoid: str = "",
    by: Member,
    why: str = "",
) -> GlossaryVersion:
    """An explanation of an entry in a further language, for people of both to vote on.

    Raises GlossaryError as `propose` does, and `unknown` where there is no such entry.
    """
    current = known.entry(language, term)
    if current is None or lang in Side.values:
        raise GlossaryError("unknown")
    entry = current.entry
    said = {
        "rendering": one_line(rendering, limit=RENDERING_LIMIT),
        "meaning": {lang: cleaned(meaning, limit=WORDS_LIMIT)},
        "example": {lang: cleaned(example, limit=EXAMPLE_LIMIT)},
        "avoid": {lang: cleaned(avoid, limit=EXAMPLE_LIMIT)},
    }
    if not can_be_seen(str(said["rendering"])) or not can_be_seen(meaning):
        raise GlossaryError("empty")
    told = known.explanations_of(language, entry.term).get(lang)
    if told is not None and all(
        getattr(told, name) == (text[lang] if isinstance(text, dict) else text)
        for name, text in said.items()
    ):
        raise GlossaryError("same")
    try:
        with transaction.atomic():
            version = GlossaryVersion.objects.create(
                key=key_of(entry.term),
                language=language,
                term=entry.term,
                kind=entry.kind,
                tone=entry.tone,
                explains=lang,
                why=one_line(why, limit=300),
                by=by,
                **said,
            )
    except IntegrityError:
        raise GlossaryError("waiting") from None
    return vote(version, by=by, agrees=True)
