"""The list of drafts, and how much a member may publish."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from dukou.site.members.limits import POSTING, POSTING_OF_NEW_ACCOUNTS, Limit
from dukou.site.members.models import Member
from dukou.site.notes.composing.fields import Fields
from dukou.site.notes.composing.pictures import pictures_of_drafts
from dukou.site.notes.files import url_of
from dukou.site.notes.models import Draft, Media, MediaState
from dukou.site.notes.queries import drafts_of

NEW_FOR = timedelta(days=3)
WORDS_IN_A_ROW = 80


@dataclass(frozen=True)
class DraftRow:
    """A draft in the list."""

    id: int
    url: str
    title: str
    line: str
    lang: str
    picture: str
    pictures: int
    saved_at: datetime
    is_change: bool


def rows_of_drafts(member: Member) -> list[DraftRow]:
    """What the member has begun, last written first."""
    drafts = list(drafts_of(member))
    pictures = pictures_of_drafts(drafts)
    return [_row(draft, pictures[draft.pk]) for draft in drafts]


def _row(draft: Draft, pictures: list[Media]) -> DraftRow:
    fields = Fields.kept(draft.fields)
    ready = [media for media in pictures if media.state == MediaState.READY]
    lines = [line for line in (fields.title, *fields.body.split("\n")) if line.strip()]
    first, second = (*lines, "", "")[:2]
    return DraftRow(
        id=draft.pk,
        url=draft.note.get_absolute_url() + "/edit" if draft.note else f"/drafts/{draft.pk}",
        title=first[:WORDS_IN_A_ROW],
        line=second[:WORDS_IN_A_ROW],
        lang=fields.lang,
        picture=url_of(ready[0].stem, "small") if ready else "",
        pictures=len(pictures),
        saved_at=draft.saved_at,
        is_change=draft.note_id is not None,
    )


def posting_limit(member: Member) -> Limit:
    """How many notes the member may publish in an hour: less in the first three days."""
    is_new = timezone.now() - member.joined_at < NEW_FOR
    return POSTING_OF_NEW_ACCOUNTS if is_new else POSTING
