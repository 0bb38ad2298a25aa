"""Notes as learning describes them: topics, language, author, and where their text lies."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from dukou.language.vectors import DIMENSIONS
from dukou.site.notes.models import Note
from dukou.site.notes.vectors import vectors_of

MOST_TEXTS = 20_000


@dataclass(frozen=True)
class Described:
    """What is known of notes beside what was done with them; all in the order of `ids`.

    `topics`: keys of each note's topics. `texts`: a unit row each, zeros where there is none yet;
    shape (notes, DIMENSIONS).
    """

    ids: list[int]
    topics: list[list[int]]
    languages: list[str]
    authors: np.ndarray
    texts: np.ndarray


def describe(note_ids: list[int]) -> Described:
    """Notes by id; one that is gone has neither topics, language nor author."""
    facts = {
        pk: (lang, author)
        for pk, lang, author in Note.objects.filter(pk__among=note_ids).values_list(
            "pk", "lang", "author_id"
        )
    }
    topics: dict[int, list[int]] = defaultdict(list)
    through = Note.topics.through.objects.filter(note__among=note_ids)
    for note_id, topic_id in through.values_list("note_id", "topic_id"):
        topics[note_id].append(topic_id)
    return Described(
        ids=note_ids,
        topics=[topics[pk] for pk in note_ids],
        languages=[facts.get(pk, ("", 0))[0] for pk in note_ids],
        authors=np.array([facts.get(pk, ("", 0))[1] for pk in note_ids], dtype=np.int64),
        texts=texts_of(note_ids),
    )


def texts_of(note_ids: list[int]) -> np.ndarray:
    """The notes' texts as points, zeros where there is none; only of the newest twenty thousand."""
    rows = np.zeros((len(note_ids), DIMENSIONS), dtype=np.float32)
    found, vectors = vectors_of(sorted(note_ids, reverse=True)[:MOST_TEXTS])
    place = {note_id: at for at, note_id in enumerate(note_ids)}
    if len(found):
        rows[[place[note_id] for note_id in found.tolist()]] = vectors
    return rows
