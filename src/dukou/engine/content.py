"""Factors from content: a note is rankable in its first second, a member on the first page.

Learnt factors are explained by what a note is about, its language, its text and its author; a
new note gets what those say, until its own events say more. A text is a vector in a space where
two languages meet, so that a Chinese cat lies where English cats were liked. A new member's
stated interests count as events with one typical note of each topic, beside their first taps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np
from scipy.sparse import csr_array, vstack

from dukou.engine.arrays import Floats, Ints, Singles
from dukou.engine.errors import ShapeMismatch
from dukou.engine.learning import Learning, solve
from dukou.engine.ridge import ridge


def _no_texts() -> Singles:
    return np.zeros((0, 0), dtype=np.float32)


def _no_centre() -> Singles:
    return np.zeros(0, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Content:
    """What topics, languages, authors and texts say about factors.

    `topics`: shape (topics, factors); `languages`: (languages, factors); `author_ids` in
    ascending order, `authors`: what each adds; (authors, factors). `texts`: what each number of
    a text's vector adds, less `text_centre`, the mean of the texts that were learnt from;
    (dims, factors) and (dims,), with no dims where no texts were given.
    """

    topics: Singles
    languages: Singles
    author_ids: Ints
    authors: Singles
    texts: Singles = field(default_factory=_no_texts)
    text_centre: Singles = field(default_factory=_no_centre)

    def factors(
        self,
        topics: Sequence[Sequence[int]],
        languages: Ints,
        authors: Ints,
        *,
        texts: Singles | None = None,
    ) -> Singles:
        """Factors of notes from their content alone; shape (notes, factors).

        Topics, languages and authors that were not learnt add nothing.

        Args:
            texts: a unit row for each note, all zeros for a note without words; shape (notes,
                dims). Left out, or where no texts were learnt from, texts add nothing.
        Raises: ShapeMismatch: columns of another length, or texts of another space.
        """
        size = len(topics)
        _same_length(size, languages=languages, authors=authors)
        described = _describe(topics, languages, len(self.topics), len(self.languages))
        found = described @ np.vstack((self.topics, self.languages))
        if texts is not None and len(self.texts):
            if texts.shape != (size, len(self.texts)):
                raise ShapeMismatch("texts", texts.shape, (size, len(self.texts)))
            found += _centred(texts, self.text_centre) @ self.texts
        if len(self.author_ids):
            at = np.minimum(np.searchsorted(self.author_ids, authors), len(self.author_ids) - 1)
            found += self.authors[at] * (self.author_ids[at] == authors)[:, None]
        return np.asarray(found, dtype=np.float32)

    def arrays(self) -> dict[str, Any]:
        """The content as arrays for a snapshot, by names that begin with `content_`."""
        return {_PREFIX + name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def of_arrays(cls, arrays: Mapping[str, Any]) -> Self | None:
        """The content that `arrays` gave, out of a snapshot's; None where there is none."""
        if any(_PREFIX + name not in arrays for name in cls.__slots__):
            return None
        return cls(*(np.asarray(arrays[_PREFIX + name]) for name in cls.__slots__))


_PREFIX = "content_"


def learn_content(
    factors: Singles,
    *,
    topics: Sequence[Sequence[int]],
    languages: Ints,
    authors: Ints,
    topic_count: int,
    language_count: int,
    texts: Singles | None = None,
    counts: Ints | None = None,
    reg: float = 5.0,
) -> Content:
    """What content says about learnt factors: a ridge regression, then each author's rest.

    How far texts are believed is chosen by leaving each note out in turn.

    Args:
        factors: of notes that were learnt from events; shape (notes, factors).
        topics, languages, authors: of the same notes.
        texts: a unit row for each of them, all zeros for a note without words; shape (notes,
            dims). Any space will do in which near means alike, as long as it stays the same.
        counts: events of each note; a note with few says less. Left out, all say as much.
        reg: notes by which a topic, language or author is drawn to zero.
    Raises: ShapeMismatch: the columns are not of one length.
    """
    size, width = factors.shape
    _same_length(size, topics=topics, languages=languages, authors=authors)
    if texts is not None:
        _same_length(size, texts=texts)
    if counts is not None:
        _same_length(size, counts=counts)
    weights = np.ones(size) if counts is None else counts / (counts + _HALF_KNOWN)
    described = _describe(topics, languages, topic_count, language_count)
    centre, spoken = _no_centre(), _no_texts()
    if texts is not None and texts.any():
        centre = texts[texts.any(axis=1)].mean(axis=0, dtype=np.float64).astype(np.float32)
        spoken = _centred(texts, centre)
    found, rest = ridge(described, spoken, factors.astype(np.float64), weights, reg=reg)
    ids, of = np.unique(authors, return_inverse=True)
    count = np.bincount(of, weights, minlength=len(ids))
    total = np.zeros((len(ids), width))
    np.add.at(total, of, rest * weights[:, None])
    known = topic_count + language_count
    return Content(
        topics=found[:topic_count].astype(np.float32),
        languages=found[topic_count:known].astype(np.float32),
        author_ids=ids.astype(np.int64),
        authors=(total / (count + reg)[:, None]).astype(np.float32),
        texts=found[known:].astype(np.float32),
        text_centre=centre,
    )


_HALF_KNOWN = 3.0
"""Events after which a note's factors count half."""


def fold_in_interests(
    content: Content,
    notes: Singles,
    liking: Floats,
    learning: Learning,
    *,
    taps: csr_array | None = None,
    mean: float = 0.0,
) -> Singles:
    """Factors of members from what they said they like, and what they tapped first.

    Args:
        notes: factors of all learnt notes: what else there is.
        liking: of each topic, 0 to 1; shape (members, topics).
        taps: weights of the members' first events with the learnt notes; shape (members,
            notes).
        mean: `Factors.mean`, with which the notes were learnt.
    """
    known = min(liking.shape[1], len(content.topics))
    typical = content.topics[:known]
    stacked = np.vstack((typical, notes))
    seen = csr_array(liking[:, :known].astype(np.float64))
    seen.resize((len(liking), len(stacked)))
    if taps is not None:
        if taps.shape != (len(liking), len(notes)):
            raise ShapeMismatch("taps", taps.shape, (len(liking), len(notes)))
        before = csr_array((len(liking), known), dtype=np.float64)
        turned = vstack((csr_array(before.T), csr_array(taps.T)), format="csr")
        seen = csr_array(seen + csr_array(turned.T))
    return solve(seen, stacked, learning, mean=mean)


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


def _centred(texts: Singles, centre: Singles) -> Singles:
    """Texts less the centre; a note without words stays at zero, so that it adds nothing."""
    found: Singles = (texts - centre) * texts.any(axis=1, keepdims=True)
    return found


def _same_length(size: int, **columns: Sequence[object] | Ints | Singles) -> None:
    for name, column in columns.items():
        if len(column) != size:
            raise ShapeMismatch(name, (len(column),), (size,))
