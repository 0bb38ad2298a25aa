"""A translation that people made of a text that differs a little from this one."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dukou.language.engines.base import Maker, Output, Quality
from dukou.language.engines.chain import Translation
from dukou.language.near import LEAST, Known, carried, folded_vectors
from dukou.language.tags import normal
from dukou.site.bridge import memory
from dukou.site.bridge.models import BY_PEOPLE
from dukou.site.bridge.precedents.label import NEAR
from dukou.site.bridge.precedents.models import Precedent
from dukou.site.bridge.precedents.shelf import shelf
from dukou.site.bridge.precedents.standing import standing_among
from dukou.site.bridge.terms import fixed_names, terms_for
from dukou.site.bridge.translatable import Source

_MOST = 8


def near_translation(source: Source, target: str) -> Translation | None:
    """The text as people translated one that is nearly the same; None unless every part has one."""
    lending = _lending(source, target)
    made = {part: _near(source, part, target, rows) for part, rows in lending.items()}
    outputs = [made.get(part) or Output(part) for part in source.parts]
    if not made or not all(made.values()):
        return None
    longest = max(outputs, key=lambda output: len(output.text))
    if longest.by is None:
        return None
    texts = tuple(output.text for output in outputs)
    return Translation(texts, normal(target), longest.by.engine, longest.by.version, Quality.NEAR)


def _near(source: Source, part: str, target: str, lending: Sequence[Precedent]) -> Output | None:
    for row in lending:
        text = carried(
            part,
            Known(row.text, row.translation),
            source=source.lang,
            target=target,
            names=fixed_names(),
            terms=terms_for([part], source.lang, target),
        )
        if text is not None:
            return Output(text, by=_maker(row.pk))
    return None


def _lending(source: Source, target: str) -> dict[str, list[Precedent]]:
    """What may serve each part of the text, nearest first: precedents of other texts that everybody
    may still read. The shelf loses those that are gone; one whose text is hidden stays on it, as
    it would not come back."""
    spoken = [part for part in source.parts if part.strip()]
    held = shelf()
    near = {
        part: held.nearest(vector, source=source.lang, target=target, most=_MOST, least=LEAST)
        for part, vector in zip(spoken, folded_vectors(spoken, source.lang), strict=True)
    }
    ids = {pk for found in near.values() for pk in found}
    rows = Precedent.objects.defer("numbers").in_bulk(ids)
    standing = standing_among(list(rows.values()))
    held.shelf.drop([pk for pk in ids if pk not in rows])
    own = {pk for pk in standing if (rows[pk].kind, rows[pk].text_id) == (source.kind, source.id)}
    fitting = standing - own - _taken_out(source, target, ids)
    return {part: [rows[pk] for pk in found if pk in fitting] for part, found in near.items()}


def _taken_out(source: Source, target: str, ids: Collection[int]) -> set[int]:
    """Those of which moderators took what this text had got; all of them, where they took what
    people had made of its very words."""
    people = memory.maker_named(BY_PEOPLE, Quality.GOOD)
    by_maker = {_maker(pk): pk for pk in ids}
    refused = memory.refusing(source, target, [people, *by_maker]) if ids else []
    return set(ids) if people in refused else {by_maker[maker] for maker in refused}


def _maker(precedent_id: int) -> Maker:
    return Maker(NEAR, str(precedent_id), Quality.NEAR)
