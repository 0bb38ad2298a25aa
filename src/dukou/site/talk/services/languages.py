"""Putting right the language that a comment says it is written in."""

from __future__ import annotations

from django.db import transaction

from dukou.site.bridge.precedents.services import forget
from dukou.site.bridge.services import wish_anew
from dukou.site.members.models import Member
from dukou.site.notes.services import put_right
from dukou.site.talk.models import Comment, CommentVersion


@transaction.atomic
def correct_comment_language(comment: Comment, *, to: str, by: Member) -> bool:
    """Keep what the member says of a comment; True if it counts from now on.

    The rule is that of notes (`put_right`). What people made of the comment was of the wrong
    language, and serves no other text from now on. Raises CorrectionRefused.
    """
    versions = CommentVersion.everything.filter(comment=comment)
    claims = comment.language_corrections
    if not put_right(versions, claims, to=to, by=by, author_id=comment.author_id):
        return False
    comment.lang = to
    comment.save(update_fields=["lang"])
    forget("comment", [comment.pk])
    wish_anew("comment", comment.pk)
    return True
