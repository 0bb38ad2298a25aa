"""What similar members liked: learnt from likes, saves and comments, written as a snapshot."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from django.db import connection
from django.utils import timezone

from dukou.engine import EngineConfig
from dukou.engine.believing import believed
from dukou.engine.content import learn_content
from dukou.engine.engagement import Events, Showings
from dukou.engine.exposure import slot_exposure
from dukou.engine.learning import Factors, learn
from dukou.engine.snapshot import Snapshot, serve_snapshot, write_snapshot
from dukou.site.notes.models import Audience, Note
from dukou.site.reading.allocation.agreeing import bridging_lately
from dukou.site.reading.allocation.attention import chances_lately
from dukou.site.reading.allocation.described import describe
from dukou.site.reading.allocation.levelling import lines_lately
from dukou.site.reading.allocation.snapshots import (
    COLUMNS,
    PAGE,
    place_name,
    settings_for,
    snapshots_folder,
)

FEWEST_EVENTS = 50
REMEMBERED_DAYS = 180

MOST_PAGES = 50_000

# What a member did counts by kind.
EVENTS = """
SELECT member_id, note_id, 1.0 FROM talk_like WHERE at > %(since)s
UNION ALL SELECT member_id, note_id, 2.0 FROM talk_save WHERE at > %(since)s
UNION ALL SELECT author_id, note_id, 1.0 FROM talk_comment WHERE at > %(since)s
"""
# What members were shown, liked or not, with the chance that it was seen: relevance may not feed
# on the places that the ranker gave. Feeds that members choose come without chances.
SHOWN = """
(SELECT k.member_id, p.note_ids, p.exposures FROM reading_servedpage p
  JOIN members_readerkey k ON k.key = p.reader_key
  WHERE p.at > %(since)s ORDER BY p.id DESC LIMIT %(most)s)
UNION ALL
(SELECT k.member_id, f.note_ids, NULL FROM reading_feedpage f
  JOIN members_readerkey k ON k.key = f.reader_key
  WHERE f.at > %(since)s ORDER BY f.id DESC LIMIT %(most)s)
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
    before = serve_snapshot(snapshots_folder(), place=place_name()).snapshot
    members, notes, weights = (np.array(column) for column in zip(*rows, strict=True))
    shown = _shown(since, _chances(before))
    events = Events(members, notes, weights.astype(np.float64))
    events = believed(events, _authors_of(notes), shown)
    rng = np.random.default_rng(seed)
    learning = settings_for(len(rows), notes=_live_notes(), shown=shown is not None)
    found = _in_units_of_a_like(learn(events, learning, rng=rng, showings=shown), events)
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


def _chances(before: Snapshot | None) -> np.ndarray:
    """The chance that each place of a page is seen: as measured last, else as it is supposed."""
    if before is not None and "slot_chances" in before.arrays:
        return np.asarray(before.arrays["slot_chances"], dtype=np.float64)
    return slot_exposure(PAGE, COLUMNS, EngineConfig().patience)


def _shown(since: datetime, chances: np.ndarray) -> Showings | None:
    """What members were served on the newest pages of Explore and of feeds that they choose; None
    where Explore served nobody anything."""
    with connection.cursor() as cursor:
        cursor.execute(SHOWN, {"since": since, "most": MOST_PAGES})
        pages = cursor.fetchall()
    if all(exposures is None for _, _, exposures in pages):
        return None
    sizes = [len(note_ids) for _, note_ids, _ in pages]
    seen = [
        chances[:size] if page[2] is None else page[2]
        for page, size in zip(pages, sizes, strict=True)
    ]
    return Showings(
        np.repeat(np.array([member for member, _, _ in pages], dtype=np.int64), sizes),
        np.concatenate([np.array(note_ids, dtype=np.int64) for _, note_ids, _ in pages]),
        np.concatenate([np.asarray(exposures, dtype=np.float64) for exposures in seen]),
        np.repeat(np.array([exposures is None for _, _, exposures in pages]), sizes),
    )


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
