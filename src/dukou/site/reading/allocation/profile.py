"""What the ranker knows of a reader: stated and shown interests, whom they follow, what they saw.

Kept for some minutes in the process, until the reader says something new. It decides order only:
what a reader may see is decided by the gate when cards are made, so a block acts at once.
"""

from __future__ import annotations

import time
import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from django.conf import settings

from dukou.engine import Place, Reader, language_fit
from dukou.site.bridge.reader import Viewer
from dukou.site.members.models import Member
from dukou.site.reading.allocation.cohorts import reader_cohort
from dukou.site.reading.allocation.live import Live
from dukou.site.reading.allocation.past import past_of, past_of_session
from dukou.site.reading.allocation.shelf import Shelf
from dukou.site.statements import rows_of

KEPT_SECONDS = 300.0  # after which it shows that a like was taken back
MOST_KEPT = 20_000
LIKES_READ = 300
TAPS_READ = 40
LIKE_WEIGHT = 0.12
DISLIKE_WEIGHT = 0.3

# Everything in one answer: what it is about, and how much of it there is.
TASTE = """
WITH liked AS (
  SELECT note_id FROM talk_like WHERE member_id = %(member)s ORDER BY at DESC LIMIT %(likes)s),
disliked AS (SELECT note_id FROM talk_notforme WHERE member_id = %(member)s)
SELECT 'stated' AS kind, topic_id AS about, weight FROM reading_interest
  WHERE member_id = %(member)s
UNION ALL SELECT 'liked topic', topic_id, count(*) FROM liked JOIN notes_note_topics
  USING (note_id) GROUP BY topic_id
UNION ALL SELECT 'disliked topic', topic_id, count(*) FROM disliked JOIN notes_note_topics
  USING (note_id) GROUP BY topic_id
UNION ALL SELECT 'liked author', author_id, count(*) FROM liked JOIN notes_note n
  ON n.id = note_id GROUP BY author_id
UNION ALL SELECT 'disliked', note_id, 1 FROM disliked
UNION ALL (SELECT 'tapped', note_id, 1 FROM liked LIMIT %(taps)s)
UNION ALL SELECT 'known', note_id, 1 FROM liked
UNION ALL (SELECT 'known', note_id, 1 FROM talk_save WHERE member_id = %(member)s
  ORDER BY at DESC LIMIT %(likes)s)
UNION ALL SELECT 'followed', followed_id, 1 FROM members_follow WHERE follower_id = %(member)s
UNION ALL SELECT 'kept away', blocked_id, 1 FROM members_block WHERE blocker_id = %(member)s
UNION ALL SELECT 'kept away', blocker_id, 1 FROM members_block WHERE blocked_id = %(member)s
UNION ALL SELECT 'kept away', muted_id, 1 FROM members_mute WHERE muter_id = %(member)s
"""


@dataclass(frozen=True)
class Profile:
    """What changes slowly about a reader."""

    topics: dict[int, float] = field(default_factory=dict)
    authors: dict[int, float] = field(default_factory=dict)
    followed: frozenset[int] = frozenset()
    hidden_authors: tuple[int, ...] = ()
    hidden: tuple[int, ...] = ()
    taps: dict[int, float] = field(default_factory=dict)
    known: tuple[int, ...] = ()
    """Notes they liked or kept: they have seen these, whether a page in the log says so or not."""


#: By member: when it was read, what it was read of, and what was found.
_kept: dict[int, tuple[float, tuple[str, int], Profile]] = {}


#: By member: the profile and the place of a vector, and the vector.
_vectors: dict[int, tuple[Profile, Place, np.ndarray]] = {}


def profile_of(member: Member, taste: str) -> Profile:
    """The member's profile, from this process's memory while they like the same (`Past.taste`)."""
    kept = _kept.get(member.pk)
    now, stands = time.monotonic(), (taste, member.following_count)
    if kept is not None and kept[1] == stands and now - kept[0] < KEPT_SECONDS:
        return kept[2]
    if len(_kept) > MOST_KEPT:
        _kept.clear()
    profile = _read(member)
    _kept[member.pk] = (now, stands, profile)
    return profile


def _read(member: Member) -> Profile:
    found: dict[str, dict[int, float]] = defaultdict(dict)
    given = {"member": member.pk, "likes": LIKES_READ, "taps": TAPS_READ}
    for kind, about, weight in rows_of(TASTE, given):
        found[kind][about] = weight
    return Profile(
        topics=liking_of(found["stated"], found["liked topic"], found["disliked topic"]),
        authors={author: min(1.0, likes / 5) for author, likes in found["liked author"].items()},
        followed=frozenset(found["followed"]),
        hidden_authors=(*found["kept away"], member.pk),
        hidden=tuple(found["disliked"]),
        taps=found["tapped"],
        known=tuple(found["known"]),
    )


def liking_of(
    stated: dict[int, float], liked: dict[int, float], disliked: dict[int, float]
) -> dict[int, float]:
    """Liking of topics, 0 to 1: what was stated, and more of what was liked since."""
    weights: dict[int, float] = defaultdict(float)
    for topic, weight in stated.items():
        weights[topic] += 0.6 * weight
    for topic, count in liked.items():
        weights[topic] += LIKE_WEIGHT * count**0.5
    for topic, count in disliked.items():
        weights[topic] -= DISLIKE_WEIGHT * count**0.5
    return {topic: min(1.0, weight) for topic, weight in weights.items() if weight > 0}


def reader_for(
    viewer: Viewer, live: Live, *, session: uuid.UUID, translated: Sequence[str]
) -> tuple[Reader, uuid.UUID | None]:
    """The viewer as the engine's reader, with the notes of this session and those seen before,
    and their key in the log."""
    member = viewer.member
    languages = language_fit(live.place, reads=viewer.reads, translated=translated)
    cohort = reader_cohort(member)
    if member is None:
        served = past_of_session(session)
        reader = Reader(cohort=cohort, languages=languages, session=served, counted=False)
        return reader, None
    past = past_of(member, session=session)
    profile = profile_of(member, past.taste)
    reader = Reader(
        cohort=cohort,
        topics=_topics(member, profile, live),
        factors=_factors(member, profile, live.shelf),
        languages=languages,
        authors=profile.authors,
        followed=profile.followed,
        dial=member.dial,
        hidden=profile.hidden,
        hidden_authors=profile.hidden_authors,
        session=past.in_session,
        seen=[*past.seen, *profile.known],
        account=past.account,
        calibration=live.shelf.line_of(cohort, live.place),
    )
    return reader, past.key


def _topics(member: Member, profile: Profile, live: Live) -> np.ndarray:
    """The member's liking of topics, laid out once for a profile: indices of a place stay true."""
    known = _vectors.get(member.pk)
    if known is None or known[0] is not profile or known[1] is not live.place:
        if len(_vectors) > MOST_KEPT:
            _vectors.clear()
        known = _vectors[member.pk] = profile, live.place, topic_vector(profile.topics, live)
    return known[2]


def _factors(member: Member, profile: Profile, shelf: Shelf) -> np.ndarray:
    """What was learnt of the member, else what they said and tapped first comes to."""
    learnt = shelf.of_member(member.pk)
    if len(learnt):
        return learnt
    return shelf.of_new_member(member.pk, profile.topics, profile.taps, as_of=profile)


def topic_vector(topics: dict[int, float], live: Live) -> np.ndarray:
    """The weights of topics, at the engine's indices of them."""
    with live.notes.lock:  # a topic that is new to this process gets its place here
        places = {live.topic_index(topic): weight for topic, weight in topics.items()}
    vector = np.zeros(max(places, default=-1) + 1, dtype=np.float32)
    for place, weight in places.items():
        vector[place] = weight
    return vector


def translated_languages() -> tuple[str, ...]:
    """Languages whose notes can be translated for readers of others, by what is configured."""
    conf = settings.CONFIGURATION
    return ("zh", "en", "ja", "es") if conf.translate_url or conf.draft_engine else ("zh", "en")
