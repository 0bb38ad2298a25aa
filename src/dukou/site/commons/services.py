"""Reports, and what moderators decide. Every decision has a reason that the member reads."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from dukou.site.bridge import taking_out as translations
from dukou.site.bridge.corrections import services as corrections
from dukou.site.bridge.glossary.services import GlossaryError
from dukou.site.bridge.precedents import services as precedents
from dukou.site.commons import glossary
from dukou.site.commons.models import Act, Decision, Report
from dukou.site.commons.subjects import Subject
from dukou.site.members import services as members
from dukou.site.members.models import Member, Role
from dukou.site.notes import services as notes
from dukou.site.notes.models import Note, NoteVersion
from dukou.site.talk import services as talk
from dukou.site.talk.models import Comment, Notice, Ruling
from dukou.site.text import cleaned

WORDS_LIMIT = 1000


class DecisionError(Exception):
    """The decision cannot be taken; `code` is `reason`, `not-open`, `own-rank`, `nobody`,
    `replaced` or `gone`."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@transaction.atomic
def report(subject: Subject, *, by: Member, ground: str, words: str = "") -> Report:
    """Ask the moderators to look; reporting the same thing again adds nothing."""
    open_report, _ = Report.objects.get_or_create(
        by=by,
        **subject.fields,
        closed_at=None,
        defaults={"ground": ground, "words": cleaned(words, limit=WORDS_LIMIT)},
    )
    return open_report


@transaction.atomic
def hide(subject: Subject, *, by: Member, reason: str) -> Decision:
    """Take a note or comment out of everyone's sight; its author is told why.

    Of a translation, only that: the text itself stays, and the translation's writer is told. What
    it lends to others rests until it is shown again, under the ids that take-outs know.
    """
    reason = _reason(reason)
    if subject.is_translation:
        _take_out(subject)
        return _decide(Act.TAKE_OUT, subject, by, reason)
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
    if whom is None:
        raise DecisionError("nobody")
    if whom.pk == by.pk or (whom.is_moderator and by.role != Role.OPERATOR):
        raise DecisionError("own-rank")
    members.suspend(whom, by=by, reason=reason)
    Note.objects.filter(author=whom).update(changed_at=timezone.now())
    notes.ask_to_move_all(whom)
    return _decide(Act.SUSPEND, subject, by, reason)


@transaction.atomic
def dismiss(subject: Subject, *, by: Member, reason: str) -> Decision:
    """Close the reports: there is nothing to do. Nobody but the moderators reads the reason."""
    return _decide(Act.DISMISS, subject, by, _reason(reason), tell=False)


@transaction.atomic
def undo(decision: Decision, *, by: Member, reason: str) -> Decision:
    """Take a decision back; the member is told, and the log keeps both."""
    reason = _reason(reason)
    if decision.act == Act.WORDING:
        return _put_wording_back(decision, by, reason)
    decision = Decision.objects.select_for_update().get(pk=decision.pk)
    if decision.undone_at is not None or decision.act == Act.DISMISS:
        raise DecisionError("not-open")
    if decision.act == Act.TAKE_OUT:
        _put_back(decision)
    elif decision.act == Act.SUSPEND and decision.member is not None:
        members.lift_suspension(decision.member)
        Note.objects.filter(author=decision.member).update(changed_at=timezone.now())
    elif decision.note is not None:
        notes.show_note(decision.note)
        precedents.lend_again("note", decision.note.pk)
    elif decision.comment is not None:
        talk.show_comment(decision.comment)
        precedents.lend_again("comment", decision.comment.pk)
    decision.undone_at, decision.undone_by = timezone.now(), by
    decision.undone_reason = reason
    decision.save(update_fields=["undone_at", "undone_by", "undone_reason"])
    subject = Subject(
        note=decision.note,
        comment=decision.comment,
        note_version=decision.note_version,
        comment_version=decision.comment_version,
        correction=decision.correction,
    )
    _tell(decision, subject, words=reason)
    return decision


def _take_out(subject: Subject) -> None:
    try:
        if subject.correction is not None:
            corrections.withdraw(subject.correction)
    except corrections.CorrectionError:
        raise DecisionError("not-open") from None
    version, holder = subject.version, subject.holder
    if version is None or holder is None:
        return
    if version.is_source or version.taken_out_at is not None:
        raise DecisionError("not-open")
    kind = "note" if isinstance(holder, Note) else "comment"
    translations.take_out(kind, holder.pk, version)


def _put_back(decision: Decision) -> None:
    version = decision.note_version or decision.comment_version
    try:
        if decision.correction is not None:
            corrections.restore(decision.correction)
        elif isinstance(version, NoteVersion):
            among = version.note.versions.all()
            translations.put_back("note", version.note_id, version, among=among)
        elif version is not None:
            beside = version.comment.versions.all()
            translations.put_back("comment", version.comment_id, version, among=beside)
        else:
            raise DecisionError("gone")
    except (corrections.CorrectionError, notes.VersionStands):
        raise DecisionError("replaced") from None


def _put_wording_back(decision: Decision, by: Member, reason: str) -> Decision:
    codes = {"waiting": "replaced", "closed": "not-open"}
    try:
        return glossary.put_back(decision, by=by, reason=reason)
    except GlossaryError as error:
        raise DecisionError(codes.get(error.code, error.code)) from None


def _reason(given: str) -> str:
    reason = cleaned(given, limit=WORDS_LIMIT)
    if not reason:
        raise DecisionError("reason")
    return reason


def _decide(act: Act, subject: Subject, by: Member, reason: str, *, tell: bool = True) -> Decision:
    decision = Decision.objects.create(
        by=by,
        act=act,
        reason=reason,
        **{**subject.fields, "member": subject.whom},
    )
    Report.objects.filter(subject.reports, closed_at=None).update(closed_at=timezone.now())
    if tell:
        _tell(decision, subject, words=reason)
    return decision


def _tell(decision: Decision, subject: Subject, *, words: str) -> None:
    if decision.member is None:
        return
    holder = subject.holder
    talk.notify(
        decision.member,
        Notice.DECISION,
        note=holder if isinstance(holder, Note) else None,
        comment=holder if isinstance(holder, Comment) else None,
        ruling=_ruling(decision),
        words=words,
    )


def _ruling(decision: Decision) -> str:
    about = "comment" if decision.comment is not None else "note"
    done, undone = {
        Act.HIDE.value: (f"{about}-hidden", f"{about}-shown"),
        Act.TAKE_OUT.value: (Ruling.TAKEN_OUT, Ruling.PUT_BACK),
        Act.SUSPEND.value: (Ruling.CLOSED, Ruling.OPENED),
    }[decision.act]
    return undone if decision.undone_at else done
