"""Saved notes as feeds, newest save first."""

from __future__ import annotations

from django.utils.translation import gettext as _

from dukou.site.bridge.reader import Viewer
from dukou.site.members.models import Member
from dukou.site.notes.queries import visible_to
from dukou.site.reading.feed_log import PAGE
from dukou.site.reading.feeds import Feed
from dukou.site.reading.written_cards import feed_cards
from dukou.site.talk.models import Collection
from dukou.site.talk.queries import saved_notes


def saved_feed(
    viewer: Viewer,
    owner: Member,
    *,
    collection: Collection | None = None,
    max_id: int | None = None,
) -> Feed:
    """What the owner keeps, all or on one shelf, as far as the viewer may read it."""
    saves = saved_notes(owner, collection).filter(note__in=visible_to(viewer.member))
    if max_id is not None:
        saves = saves.filter(pk__lt=max_id)
    rows = list(saves.values_list("pk", "note_id")[: PAGE + 1])
    page = rows[:PAGE]
    cards = feed_cards([note_id for _pk, note_id in page], viewer)
    address = f"/collections/{collection.pk}" if collection else "/saved"
    if len(rows) > PAGE:
        return Feed(cards, next_url=f"{address}?max_id={page[-1][0]}")
    return Feed(cards, end_message=_("That was everything.") if cards else "")
