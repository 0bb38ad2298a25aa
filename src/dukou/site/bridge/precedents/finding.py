"""A translation that people made of a text that differs a little from this one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dukou.language.engines.base import Maker, Output, Quality
from dukou.language.engines.chain import Translation
from dukou.language.near import LEAST, Known, carried, folded_vectors
from dukou.language.tags import normal
from dukou.site.bridge.precedents.label import NEAR
from dukou.site.bridge.precedents.models import Precedent
from dukou.site.bridge.precedents.services import standing_among
from dukou.site.bridge.precedents.shelf import shelf
from dukou.site.bridge.terms import fixed_names, terms_for
from dukou.site.bridge.translatable import Source

_MOST = 8


def near_translation(source: Source, target: str) -> Translation | None:
    """The text as people translated one that is nearly the same; None unless every part has one."""
    spoken = [part for part in source.parts if part.strip()]
    made = {part: _near(source, part, target) for part in spoken}
    outputs = [made.get(part) or Output(part) for part in source.parts]
    if not spoken or not all(made.values()):
        return None
    longest = max(outputs, key=lambda output: len(output.text))
    if longest.by is None:
        return None
    texts = tuple(output.text for output in outputs)
    return Translation(texts, normal(target), longest.by.engine, longest.by.version, Quality.NEAR)


def _near(source: Source, part: str, target: str) -> Output | None:
    (vector,) = folded_vectors([part], source.lang)
    ids = shelf().nearest(vector, source=source.lang, target=target, most=_MOST, least=LEAST)
    for row in _standing(ids, source):
        text = carried(
            part,
            Known(row.text, row.translation),
            source=source.lang,
            target=target,
            names=fixed_names(),
            terms=terms_for([part], source.lang, target),
        )
        if text is not None:
            return Output(text, by=Maker(NEAR, str(row.pk), Quality.NEAR))
    return None


def _standing(ids: Sequence[int], source: Source) -> Iterator[Precedent]:
    """Those of other texts that everybody may still read, nearest first; the shelf loses others."""
    found = Precedent.objects.defer("numbers").in_bulk(ids)
    standing = standing_among(list(found.values()))
    shelf().shelf.drop([pk for pk in ids if pk not in standing])
    for pk in ids:
        if pk in standing and (found[pk].kind, found[pk].text_id) != (source.kind, source.id):
            yield found[pk]
