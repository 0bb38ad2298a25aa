"""Texts written straight into the tables as public notes, with search documents and vectors."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from django.db import connection, transaction

import crowd
from dukou.language.segment import document_parts
from dukou.language.vectors import SPACE, vectors
from dukou.site.notes.vectors import stored

_AT_ONCE = 5_000
_SECONDS_APART = 20

NOTES = """
INSERT INTO notes_note (id, author_id, kind, design, lang, audience, reply_policy, place, sensitive,
  origin, ordinal, published_at, changed_at, likes_count, saves_count, comments_count)
SELECT id, 1 + (id / 65536) %% %(authors)s, 'card', 'letter', lang, 'everyone', 'everyone', '',
  false, lang || ' - resident', 2, to_timestamp((id >> 16) / 1000.0),
  to_timestamp((id >> 16) / 1000.0), 0, 0, 0
FROM fresh;

INSERT INTO notes_noteversion (note_id, lang, title, body, provenance, is_source, engine, quality,
  stale, search)
SELECT id, lang, title, body, 'author', true, '', '', false,
  setweight(to_tsvector('simple', title_cjk), 'A') ||
  setweight(to_tsvector('english', title_latin), 'A') ||
  setweight(to_tsvector('simple', body_cjk), 'B') ||
  setweight(to_tsvector('english', body_latin), 'B')
FROM fresh;

INSERT INTO notes_notevector (note_id, space, numbers) SELECT id, %(space)s, numbers FROM fresh;
"""
FRESH = """
CREATE TEMPORARY TABLE fresh (id bigint, lang text, title text, body text, title_cjk text,
  title_latin text, body_cjk text, body_latin text, numbers bytea) ON COMMIT DROP
"""


@dataclass(frozen=True)
class Text:
    """What a note says, in one language only."""

    lang: str
    title: str
    body: str = ""


class Writer:
    """Writes notes one after the other, from now backwards in time."""

    def __init__(self) -> None:
        crowd.write_people()
        self._next = (int(time.time()) * 1000) << 16

    def write(self, texts: Sequence[Text]) -> list[int]:
        """The ids of the notes, in order."""
        ids: list[int] = []
        for start in range(0, len(texts), _AT_ONCE):
            ids += self._write(texts[start : start + _AT_ONCE])
        return ids

    @transaction.atomic
    def _write(self, texts: Sequence[Text]) -> list[int]:
        ids = [self._id() for _ in texts]
        points = vectors([f"{text.title}\n{text.body}".strip() for text in texts])
        with connection.cursor() as cursor:
            cursor.execute(FRESH)
            with cursor.copy("COPY fresh FROM STDIN") as copy:
                for note_id, text, point in zip(ids, texts, points, strict=True):
                    copy.write_row(_row(note_id, text, point))
            for statement in NOTES.split(";\n"):
                if statement.strip():
                    cursor.execute(statement, {"authors": crowd.AUTHORS, "space": SPACE})
        return ids

    def _id(self) -> int:
        self._next -= (_SECONDS_APART * 1000) << 16
        return self._next


def _row(note_id: int, text: Text, point: np.ndarray) -> tuple[object, ...]:
    (title_cjk, title_latin), (body_cjk, body_latin) = map(document_parts, (text.title, text.body))
    return (
        *(note_id, text.lang, text.title, text.body, " ".join(title_cjk), title_latin),
        *(" ".join(body_cjk), body_latin, stored(point)),
    )
