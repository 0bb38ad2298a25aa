"""The comments under a note as one reader sees them, with a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db.models import Q, QuerySet
from django.http import Http404

from dukou.site.bridge.queries import outcomes_of
from dukou.site.bridge.reader import Viewer
from dukou.site.bridge.shown import ShownVersion, shown_version
from dukou.site.members.models import Member
from dukou.site.members.queries import not_blocked, not_muted
from dukou.site.notes.models import Audience, Note
from dukou.site.notes.queries import visible_to
from dukou.site.talk.ago import ago
from dukou.site.talk.models import Comment, CommentLike, CommentVersion

THREAD_PAGE = 20
REPLIES_SHOWN = 200


@dataclass(frozen=True)
class CommentView:
    """A comment, ready for the page."""

    id: int
    author_name: str
    author_shown: str
    author_url: str
    avatar_url: str
    by_author: bool
    to_shown: str
    reply_to: int | None
    at: datetime
    when: str
    version: ShownVersion
    likes: int
    liked: bool
    can_reply: bool
    can_delete: bool
    replies: list[CommentView] = field(default_factory=list)


@dataclass(frozen=True)
class Thread:
    """The comments of a note, newest first, replies under theirs in the order of time.

    `count` is how many the reader can see, on this page and on the others.
    """

    count: int
    comments: list[CommentView]
    more_url: str = ""


def visible_comments(viewer: Member | None) -> QuerySet[Comment]:
    """Comments that the viewer may read: on notes they may read, by people who exist for them."""
    shown = Q(hidden_at=None, author__suspended=False, author__is_active=True)
    comments = Comment.objects.filter(note__in=visible_to(viewer))
    if viewer is None:
        return comments.filter(shown)
    others = shown & not_blocked(viewer, "author_id") & not_muted(viewer, "author_id")
    return comments.filter(Q(author=viewer) | others)


def comment_for(viewer: Member | None, comment_id: int) -> Comment:
    """The comment, if the viewer may read it; absent and forbidden both raise Http404."""
    comments = visible_comments(viewer).select_related("author", "note__author", "reply_to")
    found = comments.filter(pk=comment_id).first()
    if found is None:
        raise Http404
    return found


def comments_seen(note: Note, viewer: Member | None) -> int:
    """How many comments the viewer can see under the note: a reply goes with what it answers."""
    visible = visible_comments(viewer).filter(note=note)
    roots = visible.filter(reply_to=None).values("pk")
    return visible.filter(Q(reply_to=None) | Q(reply_to__in=roots)).count()


def thread_of(
    note: Note,
    viewer: Viewer,
    *,
    may_reply: bool,
    max_id: int | None = None,
) -> Thread:
    """A page of the note's comments with all their replies."""
    of_note = (
        visible_comments(viewer.member)
        .filter(note=note)
        .select_related("author", "reply_to__author")
    )
    roots = of_note.filter(reply_to=None).order_by("-pk")
    if max_id is not None:
        roots = roots.filter(pk__lt=max_id)
    found = list(roots[: THREAD_PAGE + 1])
    page = found[:THREAD_PAGE]
    replies = list(of_note.filter(reply_to__in=page).order_by("pk")[:REPLIES_SHOWN])
    views = _views([*page, *replies], note, viewer, may_reply)
    below: dict[int, list[CommentView]] = defaultdict(list)
    for reply in replies:
        below[reply.reply_to_id or 0].append(views[reply.pk])
    for comment in page:
        views[comment.pk].replies.extend(below[comment.pk])
    more = f"/notes/{note.pk}/comments?max_id={page[-1].pk}" if len(found) > len(page) else ""
    is_all = max_id is None and not more and len(replies) < REPLIES_SHOWN
    count = len(views) if is_all else comments_seen(note, viewer.member)
    return Thread(count, [views[comment.pk] for comment in page], more)


def comment_view(comment: Comment, viewer: Viewer, *, may_reply: bool) -> CommentView:
    """One comment, ready for the page."""
    view = _views([comment], comment.note, viewer, may_reply)[comment.pk]
    asked = comment.answers
    return view if asked is None else replace(view, to_shown=asked.author.display_name)


def _views(
    comments: Sequence[Comment],
    note: Note,
    viewer: Viewer,
    may_reply: bool,
) -> dict[int, CommentView]:
    ids = [comment.pk for comment in comments]
    versions: dict[int, list[CommentVersion]] = defaultdict(list)
    known = CommentVersion.objects.filter(comment_id__in=ids).select_related("by")
    for version in known.order_by("-is_source", "pk"):
        versions[version.comment_id].append(version)
    liked: set[int] = set()
    if viewer.member is not None:
        likes = CommentLike.objects.filter(member=viewer.member, comment_id__in=ids)
        liked = set(likes.values_list("comment_id", flat=True))
    names = {comment.pk: comment.author.display_name for comment in comments}
    wishes = outcomes_of("comment", ids, viewer.habits.own)
    return {
        comment.pk: _view(
            comment,
            shown_version(
                versions[comment.pk],
                viewer.reads,
                url=f"/comments/{comment.pk}/version",
                habits=replace(viewer.habits, both=False),
                outcome=wishes.get(comment.pk, ""),
                may_ask=viewer.member is not None,
                is_public=note.audience == Audience.EVERYONE,
            ),
            note,
            viewer.member,
            liked,
            may_reply,
            to_shown=names.get(comment.answers_id or 0, ""),
        )
        for comment in comments
    }


def _view(
    comment: Comment,
    version: ShownVersion,
    note: Note,
    viewer: Member | None,
    liked: set[int],
    may_reply: bool,
    to_shown: str,
) -> CommentView:
    author = comment.author
    mine = viewer is not None and viewer.pk in (author.pk, note.author_id)
    return CommentView(
        id=comment.pk,
        author_name=author.name,
        author_shown=author.display_name,
        author_url=author.get_absolute_url(),
        avatar_url=author.avatar_url,
        by_author=author.pk == note.author_id,
        to_shown=to_shown,
        reply_to=comment.reply_to_id,
        at=comment.at,
        when=ago(comment.at),
        version=version,
        likes=comment.likes_count,
        liked=comment.pk in liked,
        can_reply=may_reply,
        can_delete=mine,
    )
