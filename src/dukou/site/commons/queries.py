"""What moderators read: the queue of reported things, and the log of decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404
from django.utils.translation import gettext as _

from dukou.site.bridge.choosing import best_version
from dukou.site.bridge.corrections.models import Correction, CorrectionState
from dukou.site.bridge.glossary.shown import address_of
from dukou.site.bridge.reader import Viewer
from dukou.site.commons.models import Act, Decision, Report
from dukou.site.commons.subjects import Subject
from dukou.site.ids import id_in
from dukou.site.members.languages import language_name
from dukou.site.members.models import Member
from dukou.site.members.queries import member_for
from dukou.site.notes.models import MediaState, Note, NoteVersion, Provenance
from dukou.site.notes.queries import note_for
from dukou.site.reading.cards import Picture, picture_of
from dukou.site.talk.models import Comment, CommentVersion
from dukou.site.talk.threads import comment_for
from dukou.site.text import one_line

QUEUE_PAGE = 30


@dataclass(frozen=True)
class Complaint:
    """One member's report, as moderators read it."""

    by_shown: str
    by_url: str
    ground: str
    words: str
    at: datetime


@dataclass(frozen=True)
class Text:
    """A text that was reported, original first, then as the moderator reads it."""

    lang: str
    title: str
    body: str

    @property
    def language(self) -> str:
        """What its language is called in the moderator's."""
        return language_name(self.lang)


@dataclass(frozen=True)
class Case:
    """A reported thing with everything said about it."""

    kind: str
    id: int
    url: str
    is_translation: bool
    whom_shown: str
    whom_url: str
    texts: list[Text]
    pictures: list[Picture]
    complaints: list[Complaint]
    before: int


@dataclass(frozen=True)
class LogRow:
    """A decision as the log shows it."""

    id: int
    act: str
    by_shown: str
    whom_shown: str
    whom_url: str
    what: str
    what_url: str
    texts: list[Text]
    pictures: list[Picture]
    reason: str
    at: datetime
    undone_at: datetime | None
    undone_by_shown: str
    undone_reason: str
    can_undo: bool


def subject_for(viewer: Member, kind: str, subject_id: str) -> Subject:
    """What the viewer wants to report, as far as they may see it; else Http404."""
    if kind == "member":
        return Subject(member=member_for(viewer, one_line(subject_id, limit=30)))
    given = id_in(subject_id)
    if given is None:
        raise Http404
    if kind == "note":
        return Subject(note=note_for(viewer, given))
    if kind == "comment":
        return Subject(comment=comment_for(viewer, given))
    found = _translation(kind, given, is_standing=True)
    if isinstance(found.holder, Note):
        note_for(viewer, found.holder.pk)
    elif found.holder is not None:
        comment_for(viewer, found.holder.pk)
    return found


def case_subject(kind: str, subject_id: int) -> Subject:
    """What a moderator decides about: their own door, past blocks and audiences."""
    if kind == "member":
        found: Subject | None = _made(Member.objects.filter(pk=subject_id).first(), "member")
    elif kind == "note":
        notes = Note.objects.select_related("author")
        found = _made(notes.filter(pk=subject_id).first(), "note")
    elif kind == "comment":
        comments = Comment.objects.select_related("author", "note__author")
        found = _made(comments.filter(pk=subject_id).first(), "comment")
    else:
        return _translation(kind, subject_id)
    if found is None:
        raise Http404
    return found


def _made(thing: Member | Note | Comment | None, kind: str) -> Subject | None:
    return None if thing is None else Subject(**{kind: thing})  # type: ignore[arg-type]


def _translation(kind: str, given: int, *, is_standing: bool = False) -> Subject:
    """A version that is no original, or a suggestion; else Http404.

    With `is_standing` only what readers still come across: what was reported may be decided on its
    own before a moderator comes to it, and they must be able to close the report.
    """
    if kind == "note-version":
        versions = NoteVersion.everything.select_related("note__author", "by")
        found = Subject(note_version=versions.filter(pk=given, is_source=False).first())
    elif kind == "comment-version":
        of_comments = CommentVersion.everything.select_related(
            "comment__author", "comment__note__author", "by"
        )
        found = Subject(comment_version=of_comments.filter(pk=given, is_source=False).first())
    elif kind == "correction":
        suggestions = Correction.objects.select_related("by")
        found = Subject(correction=suggestions.filter(pk=given).first())
    else:
        raise Http404
    if not found.is_translation or (is_standing and not _stands(found)):
        raise Http404
    return found


def _stands(found: Subject) -> bool:
    if found.correction is not None and found.correction.state != CorrectionState.WAITING:
        return False
    is_out = found.version is not None and found.version.taken_out_at is not None
    return found.holder is not None and not is_out


def queue(viewer: Viewer) -> list[Case]:
    """Reported things that wait, the longest waiting first."""
    reports = Report.objects.filter(closed_at=None).select_related(
        *("by", "note__author", "comment__author", "comment__note__author", "member"),
        *("note_version__note__author", "note_version__by", "correction__by"),
        *("comment_version__comment__author", "comment_version__comment__note__author"),
        "comment_version__by",
    )
    by_thing: dict[tuple[str, int], list[Report]] = {}
    for row in reports.order_by("at")[:500]:
        subject = _subject(row)
        by_thing.setdefault((subject.kind, subject.id), []).append(row)
    return [_case(rows, viewer.reads) for rows in list(by_thing.values())[:QUEUE_PAGE]]


def _subject(row: Report) -> Subject:
    return Subject(
        note=row.note,
        comment=row.comment,
        member=row.member,
        note_version=row.note_version,
        comment_version=row.comment_version,
        correction=row.correction,
    )


def _case(rows: list[Report], reads: Sequence[str]) -> Case:
    subject = _subject(rows[0])
    whom = subject.whom
    decided = Decision.objects.filter(member=whom, undone_at=None).exclude(act=Act.DISMISS)
    return Case(
        kind=subject.kind,
        id=subject.id,
        url=_url(subject),
        is_translation=subject.is_translation,
        whom_shown=whom.display_name if whom else _nobody(subject),
        whom_url=whom.get_absolute_url() if whom else "",
        texts=_texts(subject, reads),
        pictures=_pictures(subject, reads),
        complaints=[
            Complaint(
                row.by.display_name,
                row.by.get_absolute_url(),
                row.get_ground_display(),
                row.words,
                row.at,
            )
            for row in rows
        ],
        before=decided.count() if whom else 0,
    )


def _nobody(subject: Subject) -> str:
    """What to call whoever translated where no member answers for it."""
    if subject.version is not None and subject.version.provenance == Provenance.MACHINE:
        return _("A machine's translation")
    return _("The community's translation")


def _url(subject: Subject) -> str:
    holder = subject.holder
    if isinstance(holder, Note):
        return holder.get_absolute_url()
    if isinstance(holder, Comment):
        return f"{holder.note.get_absolute_url()}#comment-{holder.pk}"
    return subject.whom.get_absolute_url() if subject.whom else ""


def _texts(subject: Subject, reads: Sequence[str]) -> list[Text]:
    """The original, and the translation that it is about or that the moderator reads."""
    if subject.member is not None:
        return [Text(subject.member.bio_lang or "und", "", subject.member.bio)]
    holder = subject.holder
    if holder is None:
        return []
    versions = list(holder.versions.all())
    source = next(version for version in versions if version.is_source)
    original = Text(source.lang, getattr(source, "title", ""), source.body)
    if subject.correction is not None:
        title, body = ["", *subject.correction.parts][-2:]
        return [original, Text(subject.correction.target, title, body)]
    if subject.version is not None:
        about = subject.version
        return [original, Text(about.lang, getattr(about, "title", ""), about.body)]
    best = best_version(versions, reads)
    if best.is_original:
        return [original]
    return [original, Text(best.lang, best.title, best.body)]


def _pictures(subject: Subject, reads: Sequence[str]) -> list[Picture]:
    """Those of a note that was reported itself."""
    if subject.note is None:
        return []
    return [picture_of(media, reads) for media in subject.note.media.filter(state=MediaState.READY)]


def log(viewer: Viewer, *, max_id: int | None = None) -> tuple[list[LogRow], str]:
    """Decisions, newest first, and where the next page is; what is hidden now stands with them,
    since it has no page that a moderator could look at before taking the decision back."""
    rows = Decision.objects.select_related(
        *("by", "member", "note__author", "comment", "undone_by", "note_version__note__author"),
        "glossary_version",
    )
    if max_id is not None:
        rows = rows.filter(pk__lt=max_id)
    found = list(rows[: QUEUE_PAGE + 1])
    page = found[:QUEUE_PAGE]
    more = f"/moderation/log?max_id={page[-1].pk}" if len(found) > len(page) else ""
    return [_row(decision, viewer.reads) for decision in page], more


def _row(decision: Decision, reads: Sequence[str]) -> LogRow:
    whom = decision.member
    what, what_url = _what(decision)
    hidden = _hidden(decision)
    return LogRow(
        id=decision.pk,
        act=decision.get_act_display(),
        by_shown=decision.by.display_name if decision.by else "",
        whom_shown=whom.display_name if whom else "",
        whom_url=whom.get_absolute_url() if whom else "",
        what=what,
        what_url=what_url,
        texts=_texts(hidden, reads) if hidden else [],
        pictures=_pictures(hidden, reads) if hidden else [],
        reason=decision.reason,
        at=decision.at,
        undone_at=decision.undone_at,
        undone_by_shown=decision.undone_by.display_name if decision.undone_by else "",
        undone_reason=decision.undone_reason,
        can_undo=decision.undone_at is None and decision.act != Act.DISMISS,
    )


def _hidden(decision: Decision) -> Subject | None:
    """The note or comment that the decision hides now."""
    if decision.act != Act.HIDE or decision.undone_at is not None:
        return None
    found = Subject(note=decision.note, comment=decision.comment)
    return found if found.holder is not None else None


def _what(decision: Decision) -> tuple[str, str]:
    """What a decision was about, and where that is."""
    if (wording := decision.glossary_version) is not None:
        return wording.term, address_of(wording.language, wording.term)
    note = decision.note or (decision.note_version.note if decision.note_version else None)
    return (_("a note"), note.get_absolute_url()) if note else ("", "")
