"""Telling members what happened."""

from __future__ import annotations

from django.utils import timezone

from dukou.site.bridge.corrections.models import Correction, CorrectionState
from dukou.site.members.models import Member, Mute
from dukou.site.members.queries import are_blocked, visible_members
from dukou.site.notes.models import Mention, Note
from dukou.site.notes.queries import visible_to
from dukou.site.notes.topics import MENTIONS_LIMIT, mentions_in
from dukou.site.talk.models import Comment, Notice, Notification


def notify(
    member: Member,
    kind: str,
    *,
    actor: Member | None = None,
    note: Note | None = None,
    comment: Comment | None = None,
    ruling: str = "",
    words: str = "",
) -> None:
    """Tell a member once; never of their own deeds, nor of members they block or mute.

    Of a decision, `ruling` says what was decided and `words` why.
    """
    if actor is not None:
        if actor.pk == member.pk or are_blocked(member, actor):
            return
        if Mute.objects.filter(muter=member, muted=actor).exists():
            return
    Notification.objects.bulk_create(
        [
            Notification(
                member=member,
                kind=kind,
                actor=actor,
                note=note,
                comment=comment,
                ruling=ruling,
                words=words,
            )
        ],
        ignore_conflicts=True,  # told_once: liking again after taking it back is no news
    )


def withdraw(member: Member, kind: str, *, actor: Member, note: Note | None = None) -> None:
    """What was told is true no more."""
    Notification.objects.filter(member=member, kind=kind, actor=actor, note=note).delete()


def announce_note(note: Note) -> None:
    """Tell those whom the note mentions, as far as they may read it; whom an edit mentions no
    more was not called. Followers are not told one by one: their Following page reads the notes
    themselves, however many they are."""
    mentions = Mention.objects.filter(note=note).select_related("member")
    told = [
        mention.member
        for mention in mentions
        if visible_to(mention.member).filter(pk=note.pk).exists()
    ]
    calls = Notification.objects.filter(kind=Notice.MENTION, note=note, comment=None)
    calls.exclude(member__in=told).delete()
    for member in told:
        notify(member, Notice.MENTION, actor=note.author, note=note)


def announce_comment(comment: Comment, body: str) -> None:
    """Tell whom it answers, whose note it is about, and whom it calls by name; each once."""
    note, asked = comment.note, comment.answers or comment.reply_to
    told = {comment.author_id}
    if asked is not None:
        notify(asked.author, Notice.REPLY, actor=comment.author, note=note, comment=comment)
        told.add(asked.author_id)
    if note.author_id not in told:
        notify(note.author, Notice.COMMENT, actor=comment.author, note=note, comment=comment)
        told.add(note.author_id)
    called = visible_members(comment.author).filter(name__in=mentions_in(body))
    for member in called.exclude(pk__in=told)[:MENTIONS_LIMIT]:
        if visible_to(member).filter(pk=note.pk).exists():
            notify(member, Notice.MENTION, actor=comment.author, note=note, comment=comment)


def announce_correction(correction: Correction, member: Member) -> None:
    """Tell the author of a suggestion, and its writer that it was accepted."""
    note, comment = _subject(correction)
    if correction.state == CorrectionState.ACCEPTED:
        notify(correction.by, Notice.THANKED, note=note, comment=comment)
    else:
        author = comment.author if comment else note.author
        notify(author, Notice.SUGGESTED, actor=member, note=note, comment=comment)


def _subject(correction: Correction) -> tuple[Note, Comment | None]:
    """The note and, if it is about a comment, the comment under it."""
    if correction.kind == "comment":
        found = Comment.objects.select_related("note", "author").get(pk=correction.text_id)
        return found.note, found
    return Note.objects.select_related("author").get(pk=correction.text_id), None


def mark_all_read(member: Member) -> None:
    """The member has seen the notifications page."""
    Notification.objects.filter(member=member, read_at=None).update(read_at=timezone.now())
    member.came_along = None
