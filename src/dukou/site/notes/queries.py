"""Reads of notes. Nothing else fetches a note for a reader."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.http import Http404

from dukou.site.members.models import Member
from dukou.site.members.queries import follows, made_before, not_blocked, not_muted
from dukou.site.notes.models import Audience, Draft, Note


def visible_to(viewer: Member | None) -> QuerySet[Note]:
    """The notes that the viewer may read: the one gate for pages, feeds, search and jobs.

    Authors see their own notes, hidden ones too. Moderators have a door of their own.
    """
    public = Q(hidden_at=None, author__suspended=False, author__is_active=True)
    if viewer is None:
        return Note.objects.filter(public, audience=Audience.EVERYONE)
    audience = Q(audience=Audience.EVERYONE) | (
        Q(audience=Audience.FOLLOWERS) & follows(viewer, "author_id")
    )
    own = Q(author=viewer)
    return Note.objects.filter(own | (public & audience & not_blocked(viewer, "author_id")))


def feed_for(viewer: Member | None) -> QuerySet[Note]:
    """What may stand in the viewer's feeds: visible, and not by someone they muted."""
    notes = visible_to(viewer).filter(hidden_at=None)
    return notes if viewer is None else notes.filter(not_muted(viewer, "author_id"))


def note_for(viewer: Member | None, note_id: int) -> Note:
    """The note, if the viewer may read it; absent and forbidden both raise Http404."""
    note = visible_to(viewer).select_related("author").filter(pk=note_id).first()
    if note is None:
        raise Http404
    return note


def own_note_for(member: Member, name: str, note_id: int) -> Note:
    """The member's own note, to change or delete; anyone else's raises Http404."""
    note = note_for(member, note_id)
    if note.author_id != member.pk or note.author.name != name.lower():
        raise Http404
    return note


def draft_for(member: Member, draft_id: int) -> Draft:
    """The member's own draft; absent and someone else's both raise Http404."""
    drafts = Draft.objects.select_related("author", "note__author")
    draft = drafts.filter(author=member, pk=draft_id).first()
    if draft is None:
        raise Http404
    return draft


def drafts_of(member: Member) -> QuerySet[Draft]:
    """What the member has begun, last written first; drafts that are still empty do not count."""
    begun = Q(note__isnull=False) | Q(media__isnull=False) | ~Q(fields={})
    drafts = Draft.objects.filter(begun, author=member).distinct()
    return drafts.select_related("note__author").order_by("-saved_at")


def note_of_draft(member: Member, draft_id: int) -> Note | None:
    """The note that a draft has become, so that pressing twice leads to it."""
    made = made_before(member, "publish-draft", f"draft-{draft_id}")
    return Note.objects.select_related("author").filter(pk=made).first() if made else None
