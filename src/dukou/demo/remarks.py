"""The comments of the demo community, with their versions and the news of them, in bulk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from dukou.demo.content.reading import Remark, Story
from dukou.site.ids import id_at
from dukou.site.members.models import Member
from dukou.site.notes.models import Note, Provenance
from dukou.site.talk.models import Comment, CommentVersion, Notice, Notification

LONGEST_TALK = timedelta(hours=30)


def make_remarks(
    stories: Sequence[Story], notes: Sequence[Note], cast: dict[str, Member], *, now: datetime
) -> None:
    """Write every comment at its time; replies hang under the comment that they answer."""
    comments: list[Comment] = []
    versions: list[CommentVersion] = []
    news: list[Notification] = []
    for story, note in zip(stories, notes, strict=True):
        made: list[Comment] = []
        for place, remark in enumerate(story.comments):
            at = _moment(note, place, len(story.comments), now)
            parent = made[remark.reply_to] if remark.reply_to is not None else None
            comment = Comment(
                pk=id_at(at) + len(comments) % 65_536,
                note=note,
                author=cast[remark.by],
                lang=remark.lang,
                at=at,
                reply_to=(parent.reply_to or parent) if parent else None,
                answers=parent if parent and parent.reply_to else None,
            )
            made.append(comment)
            versions += _versions(comment, remark)
            news += _news(comment, parent)
        comments += made
    # Parents first: a reply points at a row that is there.
    Comment.objects.bulk_create(comment for comment in comments if comment.reply_to is None)
    Comment.objects.bulk_create(comment for comment in comments if comment.reply_to is not None)
    CommentVersion.objects.bulk_create(versions)
    Notification.objects.bulk_create(news, ignore_conflicts=True)


def _moment(note: Note, place: int, of: int, now: datetime) -> datetime:
    """Comments come one after another between the note and now."""
    span = min(now - note.published_at, LONGEST_TALK)
    return note.published_at + span * (place + 1) / (of + 1)


def _versions(comment: Comment, remark: Remark) -> list[CommentVersion]:
    own = CommentVersion(
        comment=comment,
        lang=remark.lang,
        body=remark.body,
        provenance=Provenance.AUTHOR,
        is_source=True,
        by=comment.author,
    )
    others = [
        CommentVersion(
            comment=comment, lang=words.lang, body=words.body, provenance=Provenance.COMMUNITY
        )
        for words in remark.versions
    ]
    return [own, *others]


def _news(comment: Comment, parent: Comment | None) -> list[Notification]:
    told = parent.author if parent else comment.note.author
    if told.pk == comment.author_id:
        return []
    kind = Notice.REPLY if parent else Notice.COMMENT
    return [
        Notification(
            pk=comment.pk,  # in order of time, as news are shown
            member=told,
            kind=kind,
            actor=comment.author,
            note=comment.note,
            comment=comment,
            at=comment.at,
        )
    ]
