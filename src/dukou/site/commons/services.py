"""Reports, and what moderators decide. Every decision has a reason that the member reads."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from dukou.site.commons.models import Act, Decision, Report
from dukou.site.members import services as members
from dukou.site.members.models import Member, Role
from dukou.site.notes import services as notes
from dukou.site.notes.models import Note
from dukou.site.talk import services as talk
from dukou.site.talk.models import Comment, Notice
from dukou.site.text import cleaned

WORDS_LIMIT = 1000


class DecisionError(Exception):
    """The decision cannot be taken; `code` is `reason`, `not-open` or `own-rank`."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True)
class Subject:
    """The one thing that a report or decision is about."""

    note: Note | None = None
    comment: Comment | None = None
    member: Member | None = None

    @property
    def whom(self) -> Member:
        """The member whom it concerns."""
        if self.note is not None:
            return self.note.author
        if self.comment is not None:
            return self.comment.author
        assert self.member is not None
        return self.member

    @property
    def reports(self) -> Q:
        """The condition for reports of the same thing."""
        return Q(note=self.note, comment=self.comment, member=self.member)


@transaction.atomic
def report(subject: Subject, *, by: Member, ground: str, words: str = "") -> Report:
    """Ask the moderators to look; reporting the same thing again adds nothing."""
    open_report, _ = Report.objects.get_or_create(
        by=by,
        note=subject.note,
        comment=subject.comment,
        member=subject.member,
        closed_at=None,
        defaults={"ground": ground, "words": cleaned(words, limit=WORDS_LIMIT)},
    )
    return open_report


@transaction.atomic
def hide(subject: Subject, *, by: Member, reason: str) -> Decision:
    """Take a note or comment out of everyone's sight; its author is told why."""
    reason = _reason(reason)
    if subject.note is not None:
        notes.hide_note(subject.note)
    elif subject.comment is not None:
        talk.hide_comment(subject.comment)
    else:
        raise DecisionError("not-open")
    return _decide(Act.HIDE, subject, by, reason)


@transaction.atomic
def suspend(subject: Subject, *, by: Member, reason: str) -> Decision:
    """Close the account of the member concerned; they read why when they come back."""
    reason = _reason(reason)
    whom = subject.whom
    if whom.pk == by.pk or (whom.is_moderator and by.role != Role.OPERATOR):
        raise DecisionError("own-rank")
    members.suspend(whom, by=by, reason=reason)
    Note.objects.filter(author=whom).update(changed_at=timezone.now())
    return _decide(Act.SUSPEND, subject, by, reason)


@transaction.atomic
def dismiss(subject: Subject, *, by: Member, reason: str) -> Decision:
    """Close the reports: there is nothing to do. Nobody but the moderators reads the reason."""
    return _decide(Act.DISMISS, subject, by, _reason(reason), tell=False)


@transaction.atomic
def undo(decision: Decision, *, by: Member, reason: str) -> Decision:
    """Take a decision back; the member is told, and the log keeps both."""
    reason = _reason(reason)
    decision = Decision.objects.select_for_update().get(pk=decision.pk)
    if decision.undone_at is not None or decision.act == Act.DISMISS:
        raise DecisionError("not-open")
    if decision.act == Act.SUSPEND and decision.member is not None:
        members.lift_suspension(decision.member)
        Note.objects.filter(author=decision.member).update(changed_at=timezone.now())
    elif decision.note is not None:
        notes.show_note(decision.note)
    elif decision.comment is not None:
        talk.show_comment(decision.comment)
    decision.undone_at, decision.undone_by = timezone.now(), by
    decision.undone_reason = reason
    decision.save(update_fields=["undone_at", "undone_by", "undone_reason"])
    if decision.member is not None:
        talk.notify(decision.member, Notice.DECISION, note=decision.note, words=reason)
    return decision


def _reason(given: str) -> str:
    reason = cleaned(given, limit=WORDS_LIMIT)
    if not reason:
        raise DecisionError("reason")
    return reason


def _decide(act: Act, subject: Subject, by: Member, reason: str, *, tell: bool = True) -> Decision:
    decision = Decision.objects.create(
        by=by,
        act=act,
        note=subject.note,
        comment=subject.comment,
        member=subject.whom,
        reason=reason,
    )
    Report.objects.filter(subject.reports, closed_at=None).update(closed_at=timezone.now())
    if tell:
        talk.notify(
            subject.whom,
            Notice.DECISION,
            note=subject.note,
            comment=subject.comment,
            words=reason,
        )
    return decision
