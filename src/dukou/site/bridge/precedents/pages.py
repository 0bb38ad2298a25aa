"""What stands behind a near match: the other text, what differs, and what people made of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404

from dukou.language.scripts import to_script
from dukou.language.tags import SIMPLIFIED, base, direction, same_language
from dukou.site.bridge.precedents.label import precedent_of
from dukou.site.bridge.precedents.models import Precedent
from dukou.site.bridge.translatable import translatable
from dukou.site.members.models import Member
from dukou.site.notes.history import Change, change_of
from dukou.site.notes.models import Provenance


@dataclass(frozen=True)
class NearPage:
    """`change` leads from the other text to this one; None where the viewer may not read it."""

    back_url: str
    change: Change | None
    translation: str
    lang: str
    dir: str
    other_url: str
    by_author: bool


def near_page(kind: str, text_id: int, lang: str, *, viewer: Member | None) -> NearPage | None:
    """The page about a near match; None where no version of the text is one.

    Raises Http404 for a text that the viewer may not read.
    """
    texts = translatable(kind)
    versions = texts.versions(viewer, text_id)
    fitting = [one for one in versions if same_language(one.lang, lang)]
    found = next((pk for one in fitting if (pk := precedent_of(one.engine))), None)
    if found is None:
        return None
    back = texts.address(text_id, "yours")
    row = Precedent.objects.defer("numbers").filter(pk=found).first()
    if row is None or not _may_read(row, viewer):
        return NearPage(back, None, "", lang, direction(lang), "", by_author=False)
    source = next(version for version in versions if version.is_source)
    # A version is named after what its longest part was made from, be that a title or a body.
    own = max(getattr(source, "title", ""), source.body, key=len)
    return NearPage(
        back_url=back,
        change=change_of(row.source, ("", _folded(row.text, row)), ("", _folded(own, row))),
        translation=to_script(row.translation, lang) if base(lang) == "zh" else row.translation,
        lang=lang,
        dir=direction(lang),
        other_url=translatable(row.kind).address(row.text_id, "original"),
        by_author=row.provenance == Provenance.AUTHOR,
    )


def _folded(text: str, row: Precedent) -> str:
    """One script of Chinese on both sides, so that only what differs is marked."""
    return to_script(text, SIMPLIFIED) if base(row.source) == "zh" else text


def _may_read(row: Precedent, viewer: Member | None) -> bool:
    try:
        versions = translatable(row.kind).versions(viewer, row.text_id)
    except Http404:
        return False
    source = next(version for version in versions if version.is_source)
    return row.text in (getattr(source, "title", ""), source.body)
