"""What this app holds of a member: reports they made, decisions about them."""

from __future__ import annotations

from dukou.site.commons.models import Decision, Report
from dukou.site.members.models import Member
from dukou.site.members.registry import Holding, Rows, register


def register_holdings() -> None:
    """Called once, when Django starts. Decisions stay in the log, without the name."""
    register(Holding("reports", rows=_reports), Holding("decisions", rows=_decisions))


def _reports(member: Member) -> Rows:
    rows = Report.objects.filter(by=member)
    return rows.values(
        "note_id",
        "comment_id",
        "member__name",
        "note_version__note_id",
        "comment_version__comment_id",
        "correction_id",
        "ground",
        "words",
        "at",
        "closed_at",
    )


def _decisions(member: Member) -> Rows:
    rows = Decision.objects.filter(member=member)
    return rows.values(
        "act",
        "note_id",
        "comment_id",
        "glossary_version__term",
        "reason",
        "at",
        "undone_at",
        "undone_reason",
    )
