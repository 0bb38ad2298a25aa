"""Comments as the bridge translates them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q

from dukou.site.bridge.choosing import lesser_among
from dukou.site.bridge.keeping import keep_version
from dukou.site.bridge.shown import ShownVersion
from dukou.site.bridge.translatable import Made, Source, copies
from dukou.site.members.models import Member
from dukou.site.notes.models import Audience
from dukou.site.talk.models import COMMENT_LIMIT, Comment, CommentVersion
from dukou.site.talk.threads import comment_for
from dukou.site.text import cleaned

# English needs more than twice the characters that Chinese does.
_LONGEST_TRANSLATION = 4 * COMMENT_LIMIT


class CommentTexts:
    """Registered with the bridge under `comment`."""

    kind = "comment"
    template = "talk/_comment_text.html"

    def sources(self, ids: Iterable[int]) -> dict[int, Source]:
        """The comments of these ids that others may read."""
        shown = CommentVersion.objects.filter(
            comment_id__in=list(ids),
            comment__hidden_at=None,
            comment__author__suspended=False,
            comment__author__is_active=True,
            comment__note__hidden_at=None,
            comment__note__author__suspended=False,
            comment__note__author__is_active=True,
        )
        known: dict[int, list[CommentVersion]] = defaultdict(list)
        for version in shown.select_related("comment__note"):
            known[version.comment_id].append(version)
        return {comment_id: _source(versions) for comment_id, versions in known.items()}

    def existing(self, ids: Iterable[int]) -> set[int]:
        """Those of the ids that are there, hidden or not."""
        return set(Comment.objects.filter(pk__in=list(ids)).values_list("pk", flat=True))

    def is_public(self, text_id: int) -> bool:
        """Whether its note is for everybody."""
        return Comment.objects.filter(pk=text_id, note__audience=Audience.EVERYONE).exists()

    @transaction.atomic
    def keep(self, source: Source, *, lang: str, parts: Sequence[str], made: Made) -> bool:
        """Keep a version, unless the comment is gone or says something else now."""
        texts = {"body": cleaned(parts[0], limit=_LONGEST_TRANSLATION)}
        own = CommentVersion.objects.filter(comment_id=source.id).select_related("comment")
        return keep_version(own, "comment", ("body",), source, lang, texts, made)

    def versions(self, viewer: Member | None, text_id: int) -> Sequence[CommentVersion]:
        """All versions, the original first, if the viewer may read the comment."""
        comment = comment_for(viewer, text_id)
        return list(comment.versions.select_related("by").order_by("-is_source", "pk"))

    def drop_copies(self, engines: Collection[str], *, said: str | None = None) -> None:
        """Take away the machine's versions with these labels."""
        just_this = Q() if said is None else Q(body=said)
        copies(CommentVersion.objects.all(), engines).filter(just_this).delete()

    def address(self, text_id: int, show: str) -> str:
        """The comment's place under its note; the page shows the reader's own version."""
        comment = Comment.objects.select_related("note__author").get(pk=text_id)
        return f"{comment.note.get_absolute_url()}#comment-{text_id}"

    def context(self, text_id: int, version: ShownVersion) -> dict[str, Any]:
        """The version in the shape of a comment."""
        return {"comment": {"id": text_id, "version": version}}


def _source(versions: Sequence[CommentVersion]) -> Source:
    own = next(version for version in versions if version.is_source)
    return Source(
        kind=CommentTexts.kind,
        id=own.comment_id,
        author_id=own.comment.author_id,
        lang=own.lang,
        parts=(own.body,),
        is_public=own.comment.note.audience == Audience.EVERYONE,
        fresh=frozenset(version.lang for version in versions if not version.stale),
        lesser=lesser_among(versions),
    )
