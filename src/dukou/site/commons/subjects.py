"""What a report or a decision can be about: one thing, and the member whom it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from dukou.site.bridge.corrections.models import Correction
from dukou.site.commons.models import SUBJECTS
from dukou.site.members.models import Member
from dukou.site.notes.models import Note, NoteVersion, Provenance
from dukou.site.talk.models import Comment, CommentVersion

#: The kinds by their names in addresses.
KINDS = tuple(field.replace("_", "-") for field in SUBJECTS)


@dataclass(frozen=True)
class Subject:
    """The one thing that a report or decision is about."""

    note: Note | None = None
    comment: Comment | None = None
    member: Member | None = None
    note_version: NoteVersion | None = None
    comment_version: CommentVersion | None = None
    correction: Correction | None = None

    @property
    def kind(self) -> str:
        """Its kind, as it stands in addresses."""
        return next(kind for kind, thing in zip(KINDS, self._things, strict=True) if thing)

    @property
    def id(self) -> int:
        """Its id."""
        return next(int(thing.pk) for thing in self._things if thing)

    @property
    def version(self) -> NoteVersion | CommentVersion | None:
        """The translation or version that it is about."""
        return self.note_version or self.comment_version

    @property
    def is_translation(self) -> bool:
        """Whether it is a version of a text, or a suggestion for one."""
        return self.version is not None or self.correction is not None

    @property
    def whom(self) -> Member | None:
        """The member whom it concerns; None for a machine's work, or somebody's who left."""
        if self.correction is not None:
            return self.correction.by
        if self.version is not None:
            return _writer(self.version)
        if self.note is not None:
            return self.note.author
        return self.comment.author if self.comment is not None else self.member

    @cached_property
    def holder(self) -> Note | Comment | None:
        """The note or comment itself, or the one that the translation is of."""
        if self.note_version is not None:
            return self.note_version.note
        if self.comment_version is not None:
            return self.comment_version.comment
        if self.correction is not None:
            return text_of(self.correction)
        return self.note or self.comment

    @property
    def fields(self) -> dict[str, object]:
        """The columns of a report or decision about it."""
        return dict(zip(SUBJECTS, self._things, strict=True))

    @property
    def reports(self) -> Q:
        """The condition for reports of the same thing."""
        return Q(**self.fields)

    @property
    def _things(
        self,
    ) -> tuple[Note | Comment | Member | NoteVersion | CommentVersion | Correction | None, ...]:
        return (
            *(self.note, self.comment, self.member),
            *(self.note_version, self.comment_version, self.correction),
        )


def text_of(correction: Correction) -> Note | Comment | None:
    """What a suggestion is a translation of; None once it is gone."""
    if correction.kind == "note":
        return Note.objects.select_related("author").filter(pk=correction.text_id).first()
    comments = Comment.objects.select_related("author", "note__author")
    return comments.filter(pk=correction.text_id).first()


def _writer(version: NoteVersion | CommentVersion) -> Member | None:
    if version.provenance == Provenance.MACHINE:
        return None
    if version.provenance == Provenance.COMMUNITY:
        return version.by
    return (version.note if isinstance(version, NoteVersion) else version.comment).author
