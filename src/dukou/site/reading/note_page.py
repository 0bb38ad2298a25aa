"""A note as its page and its sheet show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dukou.site.bridge import queries as bridge
from dukou.site.bridge.choosing import best_version
from dukou.site.bridge.corrections.pages import suggested_targets
from dukou.site.bridge.glossary.queries import expressions_for
from dukou.site.bridge.glossary.shown import ShownEntry
from dukou.site.bridge.reader import Viewer
from dukou.site.bridge.shown import ShownVersion, shown_version
from dukou.site.bridge.sides.queries import differences_of
from dukou.site.members import services as members
from dukou.site.members.models import Follow
from dukou.site.notes.models import Audience, MediaState, Note, ReplyPolicy
from dukou.site.reading import feeds
from dukou.site.reading.cards import Picture, picture_of
from dukou.site.reading.reach.owed import promise_line
from dukou.site.talk import queries as talk
from dukou.site.talk.ago import ago
from dukou.site.talk.services.comments import may_comment
from dukou.site.talk.threads import Thread, thread_of

RECENT = timedelta(days=7)


@dataclass(frozen=True)
class TopicLink:
    """A topic under the name that the reader knows."""

    url: str
    name: str
    lang: str


@dataclass(frozen=True)
class NoteView:
    """A note with its words, pictures, facts and talk."""

    id: int
    url: str
    title: str
    lang: str
    dir: str
    design: str
    words: str
    pictures: list[Picture]
    author_name: str
    author_shown: str
    author_url: str
    avatar_url: str
    is_mine: bool
    followed: bool
    version: ShownVersion
    thread: Thread
    topics: list[TopicLink]
    expressions: list[ShownEntry]
    published_at: datetime
    when: str
    edited: bool
    sensitive: bool
    hidden: bool
    place: str
    audience_word: str
    why_url: str
    promise: str
    reach_url: str
    can_comment: bool
    comment_closed: str
    comment_key: str
    likes: int
    liked: bool
    saves: int
    saved: bool


def note_view(note: Note, viewer: Viewer, *, show: str = "", why_url: str = "") -> NoteView:
    """Everything that the note's page shows to this viewer."""
    member = viewer.member
    versions = bridge.note_versions(note)
    version = shown_version(
        versions,
        viewer.reads,
        habits=viewer.habits,
        url=f"/notes/{note.pk}/version",
        show=show,
        outcome=bridge.outcomes_of("note", [note.pk], viewer.habits.own).get(note.pk, ""),
        may_ask=member is not None,
        suggested=_suggested(note, viewer),
        compare=partial(differences_of, "note", note.pk),
        is_public=note.audience == Audience.EVERYONE,
    )
    text = best_version(versions, viewer.reads)
    is_mine = member is not None and member.pk == note.author_id
    can_comment = member is not None and may_comment(note, member)
    pictures = [media for media in note.media.all() if media.state == MediaState.READY]
    return NoteView(
        id=note.pk,
        url=note.get_absolute_url(),
        title=text.title or text.body.split("\n", 1)[0][:60],
        lang=text.lang,
        dir=text.dir,
        design=note.design or ("" if pictures else "letter"),
        words=text.body,
        pictures=[picture_of(media, viewer.reads) for media in pictures],
        author_name=note.author.name,
        author_shown=note.author.display_name,
        author_url=note.author.get_absolute_url(),
        avatar_url=note.author.avatar_url,
        is_mine=is_mine,
        followed=_follows(note, viewer),
        version=version,
        thread=thread_of(note, viewer, may_reply=can_comment),
        topics=_topics(note, viewer),
        expressions=expressions_for(versions, home=_home(viewer)),
        published_at=note.published_at,
        when=_when(note.published_at),
        edited=note.edited_at is not None,
        sensitive=note.sensitive,
        hidden=note.hidden_at is not None,
        place=note.place,
        audience_word=_audience_word(note),
        why_url=why_url,
        promise=promise_line(note) if is_mine else "",
        reach_url=f"/reach/{note.pk}" if is_mine else "",
        can_comment=can_comment,
        comment_closed=_comment_closed(note, viewer),
        comment_key=members.new_key(),
        likes=note.likes_count,
        liked=note.pk in talk.liked_ids(member, [note.pk]),
        saves=note.saves_count,
        saved=note.pk in talk.saved_ids(member, [note.pk]),
    )


def _when(at: datetime) -> str:
    """`3 hours ago`; the day, once a week has gone by."""
    if timezone.now() - at < RECENT:
        return ago(at)
    return date_format(timezone.localtime(at), "DATE_FORMAT")


def _suggested(note: Note, viewer: Viewer) -> list[str]:
    """The languages of better wordings that wait for this viewer's word."""
    if viewer.member is None:
        return []
    is_author = viewer.member.pk == note.author_id
    return suggested_targets("note", note.pk, None if is_author else viewer.habits.own)


def _home(viewer: Viewer) -> str:
    """The language that needs no explaining to this viewer."""
    return viewer.member.home_language if viewer.member else next(iter(viewer.reads), "")


def _follows(note: Note, viewer: Viewer) -> bool:
    if viewer.member is None:
        return False
    return Follow.objects.filter(follower=viewer.member, followed=note.author).exists()


def _topics(note: Note, viewer: Viewer) -> list[TopicLink]:
    links = []
    for topic in note.topics.prefetch_related("names"):
        name = feeds.names_of(topic, viewer.reads)[0]
        links.append(TopicLink(f"/topics/{topic.slug}", name.name, name.lang))
    return links


def _audience_word(note: Note) -> str:
    words = {Audience.FOLLOWERS: _("For followers"), Audience.ME: _("Only you can read this")}
    return words.get(Audience(note.audience), "")


def _comment_closed(note: Note, viewer: Viewer) -> str:
    """Why there is no field for a comment."""
    if viewer.member is None:
        return _("Sign in to say something.")
    return {
        ReplyPolicy.FOLLOWERS: _("Only followers of the author can comment."),
        ReplyPolicy.FOLLOWED: _("Only people whom the author follows can comment."),
        ReplyPolicy.NOBODY: _("The author has closed the comments."),
    }.get(ReplyPolicy(note.reply_policy), "")
