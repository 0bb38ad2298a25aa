"""What similar members liked: learnt from likes, saves and comments, written as a snapshot."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from django.db import connection
from django.utils import timezone

from dukou.engine.arrays import Singles
from dukou.engine.believing import believed
from dukou.engine.content import learn_content
from dukou.engine.engagement import Events, Showings
from dukou.engine.learning import Factors, fold_in_members, learn
from dukou.engine.snapshot import Snapshot, serve_snapshot, write_snapshot
from dukou.site.notes.models import Audience, Note
from dukou.site.reading.allocation.agreeing import bridging_lately
from dukou.site.reading.allocation.attention import chances_lately
from dukou.site.reading.allocation.described import describe
from dukou.site.reading.allocation.levelling import lines_lately
from dukou.site.reading.allocation.shelves import misfit
from dukou.site.reading.allocation.shown import shown_lately
from dukou.site.reading.allocation.snapshots import place_name, settings_for, snapshots_folder

FEWEST_EVENTS = 50
REMEMBERED_DAYS = 180

# What a member did counts by kind.
EVENTS = """
SELECT member_id, note_id, 1.0 FROM talk_like WHERE at > %(since)s
UNION ALL SELECT member_id, note_id, 2.0 FROM talk_save WHERE at > %(since)s
UNION ALL SELECT author_id, note_id, 1.0 FROM talk_comment WHERE at > %(since)s
"""


def learn_now(*, seed: int = 0, now: datetime | None = None) -> Snapshot | None:
    """Learn from what members did and switch to the result; None while too little was done.

    Beside factors the snapshot holds what content says about them, so that a new note and a new
    member are placed at once; bridging scores; what scores are worth to each group; and the chance
    that each place of a page is seen.
    """
    moment = now or timezone.now()
    since = moment - timedelta(days=REMEMBERED_DAYS)
    with connection.cursor() as cursor:
        cursor.execute(EVENTS, {"since": since})
        rows = cursor.fetchall()
    if len(rows) < FEWEST_EVENTS:
        return None
    before = serve_snapshot(snapshots_folder(), place=place_name(), misfit=misfit).snapshot
    members, notes, weights = (np.array(column) for column in zip(*rows, strict=True))
    shown = shown_lately(since, before)
    by_ranker = shown.of_ranker() if shown else None
    done, authors = Events(members, notes, weights.astype(np.float64)), _authors_of(notes)
    events = believed(done, authors, by_ranker)
    rng = np.random.default_rng(seed)
    learning = settings_for(len(rows), notes=_live_notes(), shown=shown is not None)
    learnt = learn(events, learning, rng=rng, showings=by_ranker)
    found = _in_units_of_a_like(learnt, events)
    if shown is not None:
        found = replace(found, members=_by_choice(learnt, believed(done, authors, shown), shown))
    arrays: dict[str, Any] = {
        "member_ids": found.member_ids,
        "members": found.members,
        "note_ids": found.note_ids,
        "notes": found.notes,
    }
    facts: dict[str, Any] = {
        "events": len(rows),
        "learning": asdict(learning),
        "mean": found.mean,
    }
    for more, said in (
        _content(found, events),
        bridging_lately(since, rng=rng),
        lines_lately(before, now=moment),
        chances_lately(moment),
    ):
        arrays |= more
        facts |= said
    return write_snapshot(snapshots_folder(), arrays, place=place_name(), facts=facts)


def _live_notes() -> int:
    """Notes that a page may be made of."""
    return Note.objects.filter(audience=Audience.EVERYONE, hidden_at=None).count()


def _authors_of(notes: np.ndarray) -> np.ndarray:
    """The author of each event's note; 0 for one that is gone."""
    authors = dict(
        Note.objects.filter(pk__among=np.unique(notes).tolist()).values_list("pk", "author_id")
    )
    return np.array([authors.get(note_id, 0) for note_id in notes.tolist()], dtype=np.int64)


def _in_units_of_a_like(found: Factors, events: Events) -> Factors:
    """The factors scaled so that a pair that engaged has a product of about one, as the ranker's
    weights expect: what was learnt with showings is told in times the usual. The notes bear it,
    so that it holds for members who are folded in later, too."""
    pairs = found.of_members(events.members) * found.of_notes(events.notes)
    typical = float(pairs.sum(axis=1).mean())
    if typical <= 0.0:
        return found
    return replace(found, notes=(found.notes / typical).astype(np.float32))


def _by_choice(learnt: Factors, events: Events, shown: Showings) -> Singles:
    """The factors of members, those who chose what they were shown placed anew by that as well.

    Notes stay as they were learnt without it: learnt together, they were known less well
    (`docs/decisions/feeds-tell-of-their-readers.md`).
    """
    chose = np.intersect1d(shown.members[shown.chosen], learnt.member_ids)
    if not len(chose):
        return learnt.members
    did, saw = np.isin(events.members, chose), np.isin(shown.members, chose)
    ids, rows = fold_in_members(
        learnt,
        Events(events.members[did], events.notes[did], events.weights[did]),
        Showings(shown.members[saw], shown.notes[saw], shown.exposures[saw]),
    )
    members = np.array(learnt.members)
    members[np.searchsorted(learnt.member_ids, ids)] = rows
    return members


def _content(found: Factors, events: Events) -> tuple[dict[str, Any], dict[str, Any]]:
    """What topics, languages, authors and texts say about the factors that were learnt."""
    about = describe(found.note_ids.tolist())
    topics = sorted({topic for some in about.topics for topic in some})
    languages = sorted(set(about.languages))
    topic_at = {topic: at for at, topic in enumerate(topics)}
    language_at = {tag: at for at, tag in enumerate(languages)}
    content = learn_content(
        found.notes,
        topics=[[topic_at[topic] for topic in some] for some in about.topics],
        languages=np.array([language_at[tag] for tag in about.languages], dtype=np.int64),
        authors=about.authors,
        topic_count=len(topics),
        language_count=len(languages),
        texts=about.texts,
        counts=_counts(found.note_ids, events.notes),
    )
    arrays = content.arrays() | {"topic_ids": np.array(topics, dtype=np.int64)}
    return arrays, {"languages": languages}


def _counts(ids: np.ndarray, notes: np.ndarray) -> np.ndarray:
    """Events of each note."""
    at = np.searchsorted(ids, notes)
    return np.bincount(at, minlength=len(ids))
