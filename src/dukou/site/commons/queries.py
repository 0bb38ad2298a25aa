"""What moderators read: the queue of reported things, and the log of decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404

from dukou.site.bridge.choosing import best_version
from dukou.site.bridge.reader import Viewer
from dukou.site.commons.models import Act, Decision, Report
from dukou.site.commons.services import Subject
from dukou.site.ids import id_in
from dukou.site.members.models import Member
from dukou.site.members.queries import member_for
from dukou.site.notes.models import Note
from dukou.site.notes.queries import note_for
from dukou.site.talk.models import Comment
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


@dataclass(frozen=True)
class Case:
    """A reported thing with everything said about it."""

    kind: str
    id: int
    url: str
    whom_shown: str
    whom_url: str
    texts: list[Text]
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
    what_url: str
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
    if given is not None and kind == "note":
        return Subject(note=note_for(viewer, given))
    if given is not None and kind == "comment":
        return Subject(comment=comment_for(viewer, given))
    raise Http404


def case_subject(kind: str, subject_id: int) -> Subject:
    """What a moderator decides about: their own door, past blocks and audiences."""
    if kind == "member":
        found: Subject | None = _made(Member.objects.filter(pk=subject_id).first(), "member")
    elif kind == "note":
        notes = Note.objects.select_related("author")
        found = _made(notes.filter(pk=subject_id).first(), "note")
    else:
        comments = Comment.objects.select_related("author", "note__author")
        found = _made(comments.filter(pk=subject_id).first(), "comment")
    if found is None:
        raise Http404
    return found


def _made(thing: Member | Note | Comment | None, kind: str) -> Subject | None:
    return None if thing is None else Subject(**{kind: thing})  # type: ignore[arg-type]


def queue(viewer: Viewer) -> list[Case]:
    """Reported things that wait, the longest waiting first."""
    reports = Report.objects.filter(closed_at=None).select_related(
        "by", "note__author", "comment__author", "comment__note__author", "member"
    )
    by_thing: dict[tuple[str, int], list[Report]] = {}
    for row in reports.order_by("at")[:500]:
        by_thing.setdefault(_key(row), []).append(row)
    return [_case(key, rows, viewer.reads) for key, rows in list(by_thing.items())[:QUEUE_PAGE]]


def _key(row: Report) -> tuple[str, int]:
    if row.note_id is not None:
        return "note", row.note_id
    if row.comment_id is not None:
        return "comment", row.comment_id
    return "member", row.member_id or 0


def _case(key: tuple[str, int], rows: list[Report], reads: Sequence[str]) -> Case:
    kind, thing_id = key
    first = rows[0]
    subject = Subject(note=first.note, comment=first.comment, member=first.member)
    whom = subject.whom
    decided = Decision.objects.filter(member=whom, undone_at=None).exclude(act=Act.DISMISS)
    return Case(
        kind=kind,
        id=thing_id,
        url=_url(subject),
        whom_shown=whom.display_name,
        whom_url=whom.get_absolute_url(),
        texts=_texts(subject, reads),
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
        before=decided.count(),
    )


def _url(subject: Subject) -> str:
    if subject.note is not None:
        return subject.note.get_absolute_url()
    if subject.comment is not None:
        return f"{subject.comment.note.get_absolute_url()}#comment-{subject.comment.pk}"
    return subject.whom.get_absolute_url()


def _texts(subject: Subject, reads: Sequence[str]) -> list[Text]:
    """The original and, where the moderator does not read it, the version that they get."""
    if subject.member is not None:
        return [Text(subject.member.bio_lang or "und", "", subject.member.bio)]
    holder = subject.note or subject.comment
    assert holder is not None
    versions = list(holder.versions.all())
    source = next(version for version in versions if version.is_source)
    original = Text(source.lang, getattr(source, "title", ""), source.body)
    best = best_version(versions, reads)
    if best.is_original:
        return [original]
    return [original, Text(best.lang, best.title, best.body)]


def log(*, max_id: int | None = None) -> tuple[list[LogRow], str]:
    """Decisions, newest first, and where the next page is."""
    rows = Decision.objects.select_related("by", "member", "note__author", "undone_by")
    if max_id is not None:
        rows = rows.filter(pk__lt=max_id)
    found = list(rows[: QUEUE_PAGE + 1])
    page = found[:QUEUE_PAGE]
    more = f"/moderation/log?max_id={page[-1].pk}" if len(found) > len(page) else ""
    return [_row(decision) for decision in page], more


def _row(decision: Decision) -> LogRow:
    whom = decision.member
    return LogRow(
        id=decision.pk,
        act=decision.get_act_display(),
        by_shown=decision.by.display_name if decision.by else "",
        whom_shown=whom.display_name if whom else "",
        whom_url=whom.get_absolute_url() if whom else "",
        what_url=decision.note.get_absolute_url() if decision.note else "",
        reason=decision.reason,
        at=decision.at,
        undone_at=decision.undone_at,
        undone_by_shown=decision.undone_by.display_name if decision.undone_by else "",
        undone_reason=decision.undone_reason,
        can_undo=decision.undone_at is None and decision.act != Act.DISMISS,
    )
