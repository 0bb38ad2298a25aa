"""Which notes a query finds, in every language, best first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from django.db.models import QuerySet
from numpy.typing import NDArray

from dukou.language.finding.across import Names, Term, is_sentence, terms
from dukou.language.tags import base
from dukou.site.bridge.reader import Viewer
from dukou.site.detecting import detect
from dukou.site.members.models import Member
from dukou.site.notes.models import Audience, Note
from dukou.site.notes.queries import feed_for
from dukou.site.reading.search.filters import Filters
from dukou.site.reading.search.fusing import fused
from dukou.site.reading.search.matching import matching, matching_across
from dukou.site.reading.search.near import NearNotes, near_notes
from dukou.site.reading.search.points import query_vector
from dukou.site.statements import Statement

#: What is found by words outweighs what is merely near. Chosen on queries that no bench reports.
_BY_WORDS = 2.0
_BY_MEANING = 1.0
_MOST_NEAR = 100
#: Nothing further from the query than this has to do with it.
_LEAST_NEAR = 0.25
#: How much of the words of the other language there is in the point that a query stands for, and
#: how many words for each term.
_OTHERS_WEIGHT = 0.5
_OTHERS_TAKEN = 3


class FoundNotes(NamedTuple):
    """Ids of notes, best first, and how many of them were found by words of either language."""

    ids: list[int]
    by_words: int


def found_notes(
    viewer: Viewer, query: str, filters: Filters, *, names: Names = lambda term: []
) -> FoundNotes:
    """Notes for the query: by its words, by the same words in the other language, by what it
    means. Without the encoder, by its words alone.

    `names` gives other names of a term, as those of a topic.
    """
    by_words = matching(viewer, query, filters)
    near = near_notes()
    if near is None:
        return FoundNotes(by_words, len(by_words))
    sentence = is_sentence(query)
    # Many texts have all words of a sentence, few say what it says.
    said = [] if sentence else terms(query, names=names)
    point = _point(query, said)
    across = matching_across(viewer, said, filters)
    closeness = near.shelf.cosines_of(across, point)
    across = [across[at] for at in np.argsort(-closeness, kind="stable")]
    nearest, elsewhere = _near(viewer, near, point, filters, without=base(detect(query).lang))
    ids = fused(
        (_BY_MEANING if sentence else _BY_WORDS, by_words),
        (_BY_WORDS, across),
        (_BY_MEANING, nearest),
        # What says nearly the same in the query's own language would leave no room for others.
        (_BY_MEANING, elsewhere),
    )
    return FoundNotes(ids, len({*by_words, *across}))


def _point(query: str, said: Sequence[Term]) -> NDArray[np.float32]:
    """The query's vector, drawn a little towards its words in the other language.

    A single word says too little to lie where it should.
    """
    others = " ".join(other for term in said for other in term.others[:_OTHERS_TAKEN])
    point = query_vector(query)
    if others:
        point = point + _OTHERS_WEIGHT * query_vector(others)
    length = float(np.linalg.norm(point))
    return (point / length if length else point).astype(np.float32)


def _near(
    viewer: Viewer,
    near: NearNotes,
    point: NDArray[np.float32],
    filters: Filters,
    *,
    without: str,
) -> tuple[list[int], list[int]]:
    """Those in all languages, and those that are not in the language `without`; only what the
    viewer may read, asked of the one gate."""
    nearest, elsewhere = near.nearest(
        point, filters, most=_MOST_NEAR, least=_LEAST_NEAR, without=without
    )
    ids = list({*nearest, *elsewhere})
    if not ids:
        return [], []
    if viewer.member is None:
        rows = _SHOWN_TO_STRANGER.rows(notes=ids)
    else:
        rows = _SHOWN.rows(viewer=viewer.member, notes=ids)
    visible = {note_id for (note_id,) in rows}
    near.forget_missing([note_id for note_id in ids if note_id not in visible])
    return (
        [note_id for note_id in nearest if note_id in visible],
        [note_id for note_id in elsewhere if note_id in visible],
    )


def _shown(viewer: Member | None, notes: Sequence[int]) -> QuerySet[Note, tuple[int]]:
    shown = feed_for(viewer).filter(pk__among=notes, audience=Audience.EVERYONE)
    return shown.values_list("pk")


_SHOWN = Statement(_shown, "viewer", "notes")
_SHOWN_TO_STRANGER = Statement(lambda notes: _shown(None, notes), "notes")
