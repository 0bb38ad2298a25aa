"""The Explore page: served slots as cards."""

from __future__ import annotations

import uuid
from functools import partial

from django.utils.translation import gettext as _

from dukou.site.bridge.reader import Viewer
from dukou.site.notes.queries import visible_to
from dukou.site.reading.allocation.serving import process_state, serve_page
from dukou.site.reading.feeds import Feed
from dukou.site.reading.written_cards import feed_cards, unwritten_among


def explore_feed(viewer: Viewer, *, session: str = "") -> Feed:
    """The viewer's next page; a session is one walk down the feed, in which nothing repeats."""
    served = serve_page(
        viewer,
        session=_session(session),
        unwritten=partial(unwritten_among, viewer=viewer, is_ranked=True),
    )
    cards = feed_cards(
        served.note_ids,
        viewer,
        page_id=served.page_id,
        is_ranked=served.page_id != 0,
        marks=served.marks,
        rows=served.rows,
    )
    missing = set(served.note_ids) - {card.id for card in cards}
    if missing:  # gone for everyone, or only for this viewer, who has just blocked somebody
        public = visible_to(None).filter(pk__in=missing)
        process_state().index.forget(missing - set(public.values_list("pk", flat=True)))
    if not cards:
        return Feed([], end_message=_("That was everything for now. New notes arrive all day."))
    return Feed(cards, next_url=f"/explore?session={served.session}")


def _session(given: str) -> uuid.UUID:
    try:
        return uuid.UUID(given)
    except ValueError:
        return uuid.uuid4()
