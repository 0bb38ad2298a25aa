"""The facts of a note's reach: from the log, the promises, and the readers of late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.http import Http404

from dukou.engine import AuthorCap, Reach, match_note
from dukou.engine.clock import millis
from dukou.engine.reach import Closed
from dukou.site.members.models import Member
from dukou.site.notes.models import Audience, Note
from dukou.site.notes.queries import note_for
from dukou.site.reading.allocation.debuts import alone
from dukou.site.reading.allocation.lately import readers_lately
from dukou.site.reading.allocation.live import Live
from dukou.site.reading.allocation.promised import promises_of
from dukou.site.reading.allocation.serving import process_state
from dukou.site.reading.models import DebutPromise
from dukou.site.reading.partitions import DAYS_KEPT
from dukou.site.reading.reach.owed import promise_to

PAGES_LOOKED_AT = 20_000

# The log has no index of notes, which would cost every page more than this costs now and then.
REACHED = """
WITH pages AS (SELECT id, at, reader_key, note_ids, exposures FROM reading_servedpage
  WHERE at >= %(since)s ORDER BY id DESC LIMIT %(most)s),
placed AS (SELECT id, at, reader_key, exposures, array_position(note_ids, %(note)s) AS place
  FROM pages WHERE note_ids @> ARRAY[%(note)s]::bigint[])
SELECT count(*), count(DISTINCT reader_key), coalesce(sum(exposures[place]), 0),
  count(i.page_id), (SELECT count(*) FROM pages)
FROM placed LEFT JOIN reading_impression i ON i.page_id = placed.id AND i.slot = place - 1
  AND i.day = (placed.at AT TIME ZONE 'UTC')::date
"""


@dataclass(frozen=True)
class NoteReach:
    """A note with its reach; `seen` counts places that a beacon told us of, `pages_looked_at`
    the pages since it was published, of which the newest twenty thousand are looked through."""

    note: Note
    reach: Reach
    promise: DebutPromise | None
    seen: int
    pages_looked_at: int

    def is_whole(self, *, now: datetime) -> bool:
        """Whether all pages since it was published were looked through: the log keeps them for
        thirty days."""
        is_kept = now - self.note.published_at < timedelta(days=DAYS_KEPT)
        return is_kept and self.pages_looked_at < PAGES_LOOKED_AT


def reach_of(member: Member, note_id: int, *, now: datetime) -> NoteReach:
    """The reach of the member's own note; anyone else's raises Http404."""
    note = note_for(member, note_id)
    if note.author_id != member.pk:
        raise Http404
    promise = promise_to(note)
    state = process_state()
    live = state.index.refresh()
    with connection.cursor() as cursor:
        cursor.execute(
            REACHED, {"since": note.published_at, "most": PAGES_LOOKED_AT, "note": note.pk}
        )
        pages, readers, views, seen, looked_at = cursor.fetchone()
    sample, weights = readers_lately(live, now=now)
    itself = alone(note, live)
    with state.till.lock:
        state.till.look(now)
        accounts = state.till.prices.accounts
        share = accounts.share_of_author(member.pk, now)
        capped = member.pk in accounts.authors_at_cap(now)
        cap = state.till.version.contract.author_cap
    reach = Reach(
        readers=readers,
        pages=pages,
        views=views,
        closed=_closed(note),
        matches=match_note(sample, live.notes, itself, now=now),
        weights=weights,
        hours_old=(millis(now) - itself.newest()) / 3_600_000,
        promise=next(iter(promises_of([promise] if promise else [])), None),
        author_share=share,
        cap_share=cap.share,
        capped=capped,
        crowded=cap.notes_a_day if _is_crowded(note, live, cap) else 0,
    )
    return NoteReach(note, reach, promise, seen, looked_at)


def _is_crowded(note: Note, live: Live, cap: AuthorCap) -> bool:
    with live.notes.lock:
        crowd = live.notes.column("crowd")[live.notes.rows([note.pk])]
    return cap.notes_a_day > 0 and bool((crowd >= cap.notes_a_day).any())


def _closed(note: Note) -> Closed | None:
    if note.audience != Audience.EVERYONE:
        return "audience"
    if note.hidden_at is not None:
        return "hidden"
    return "copy" if note.near_copy_of_id else None
