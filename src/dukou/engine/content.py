"""Factors from content: a note is rankable in its first second, a member on the first page.

Learnt factors are explained by what a note is about, its language and its author; a new note
gets what those say, until its own events say more. A new member's stated interests count as
events with one typical note of each topic.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from dukou.engine.arrays import Floats, Ints, Singles
from dukou.engine.errors import ShapeMismatch
from dukou.engine.learning import Learning, solve


@dataclass(frozen=True, slots=True)
class Content:
    """What topics, languages and authors say about factors.

    `topics`: shape (topics, factors); `languages`: (languages, factors); `author_ids` in
    ascending order, `authors`: what each adds; (authors, factors).
    """

    topics: Singles
    languages: Singles
    author_ids: Ints
    authors: Singles

    def factors(self, topics: Sequence[Sequence[int]], languages: Ints, authors: Ints) -> Singles:
        """Factors of notes from their content alone; shape (notes, factors).

        Topics, languages and authors that were not learnt add nothing.
        """
        size = len(topics)
        _same_length(size, languages=languages, authors=authors)
        described = _describe(topics, languages, len(self.topics), len(self.languages))
        found = described @ np.vstack((self.topics, self.languages))
        if len(self.author_ids):
            at = np.minimum(np.searchsorted(self.author_ids, authors), len(self.author_ids) - 1)
            found += self.authors[at] * (self.author_ids[at] == authors)[:, None]
        return np.asarray(found, dtype=np.float32)


def learn_content(
    factors: Singles,
    *,
    topics: Sequence[Sequence[int]],
    languages: Ints,
    authors: Ints,
    topic_count: int,
    language_count: int,
    reg: float = 5.0,
) -> Content:
    """What content says about learnt factors: a ridge regression, then each author's rest.

    Args:
        factors: of notes that were learnt from events; shape (notes, factors).
        topics, languages, authors: of the same notes.
        reg: notes by which a topic, language or author is drawn to zero.
    Raises: ShapeMismatch: the columns are not of one length.
    """
    size, width = factors.shape
    _same_length(size, topics=topics, languages=languages, authors=authors)
    described = _describe(topics, languages, topic_count, language_count)
    square = (described.T @ described).toarray() + reg * np.eye(topic_count + language_count)
    weights = np.linalg.solve(square, described.T @ factors.astype(np.float64))
    rest = factors - described @ weights
    ids, of = np.unique(authors, return_inverse=True)
    count = np.bincount(of, minlength=len(ids))
    total = np.zeros((len(ids), width))
    np.add.at(total, of, rest)
    return Content(
        topics=weights[:topic_count].astype(np.float32),
        languages=weights[topic_count:].astype(np.float32),
        author_ids=ids.astype(np.int64),
        authors=(total / (count + reg)[:, None]).astype(np.float32),
    )


def fold_in_interests(
    content: Content, notes: Singles, liking: Floats, learning: Learning
) -> Singles:
    """Factors of members from what they said they like.

    Args:
        notes: factors of all learnt notes: what else there is.
        liking: of each topic, 0 to 1; shape (members, topics).
    """
    known = min(liking.shape[1], len(content.topics))
    typical = content.topics[:known]
    stacked = np.vstack((typical, notes))
    seen = csr_array(liking[:, :known].astype(np.float64))
    seen.resize((len(liking), len(stacked)))
    return solve(seen, stacked, learning)


def _describe(
    topics: Sequence[Sequence[int]], languages: Ints, topic_count: int, language_count: int
) -> csr_array:
    """A row for each note: its topics, each by 1/√k, and its language."""
    rows, columns, values = [], [], []
    for row, names in enumerate(topics):
        known = sorted({topic for topic in names if 0 <= topic < topic_count})
        rows += [row] * len(known)
        columns += known
        values += [max(len(known), 1) ** -0.5] * len(known)
    for row, language in enumerate(np.asarray(languages).tolist()):
        if 0 <= language < language_count:
            rows.append(row)
            columns.append(topic_count + language)
            values.append(1.0)
    return csr_array(
        (np.array(values), (np.array(rows, dtype=np.int64), np.array(columns, dtype=np.int64))),
        shape=(len(topics), topic_count + language_count),
    )


def _same_length(size: int, **columns: Sequence[object] | Ints) -> None:
    for name, column in columns.items():
        if len(column) != size:
            raise ShapeMismatch(name, (len(column),), (size,))
