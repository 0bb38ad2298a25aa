"""What the author of a draft is told of its two versions."""

from __future__ import annotations

from dataclasses import dataclass

from dukou.language.sides import Difference
from dukou.language.tags import direction
from dukou.site.bridge.sides import services
from dukou.site.bridge.sides.marking import words_of
from dukou.site.members.languages import language_name
from dukou.site.notes.models import Draft

#: The composer looks so often, a few seconds apart, whether the comparison is there.
MOST_LOOKS = 8


@dataclass(frozen=True)
class Line:
    """A sentence, the side on which it stands, and what is said of it."""

    text: str
    lang: str
    dir: str
    language: str
    words: str


@dataclass(frozen=True)
class DraftSides:
    """`lines` differ; `is_waiting` while nobody has compared; `has_two` if there are two texts."""

    url: str
    draft_url: str
    lines: list[Line]
    is_waiting: bool
    has_two: bool
    looks: int


def sides_page(draft: Draft, *, looks: int) -> DraftSides:
    """The two versions of a draft compared, or a wish that they be."""
    address, back = f"/drafts/{draft.pk}/sides", f"/drafts/{draft.pk}"
    sides = services.sides_of_draft(draft)
    if sides is None:
        return DraftSides(address, back, [], is_waiting=False, has_two=False, looks=looks)
    found = services.found_in("draft", draft.pk, *sides)
    if found is None:
        services.ask_for_draft(draft)
    return DraftSides(
        url=address,
        draft_url=back,
        lines=[_line(one, sides) for one in found or ()],
        is_waiting=found is None,
        has_two=True,
        looks=looks + 1,
    )


def _line(one: Difference, sides: tuple[services.Side, services.Side]) -> Line:
    lang, text = sides[one.side]
    said = text[one.start : one.end]
    return Line(said, lang, direction(lang), language_name(lang), words_of(one.kind))
