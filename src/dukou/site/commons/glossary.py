"""What moderators decide about the glossary stands in the same log, and is undone there as well."""

from __future__ import annotations

from django.utils import timezone

from dukou.site.bridge.glossary import taking_out
from dukou.site.bridge.glossary.models import GlossaryVersion, State
from dukou.site.bridge.glossary.services import GlossaryError
from dukou.site.commons.models import Act, Decision
from dukou.site.members.models import Member
from dukou.site.talk import services as talk
from dukou.site.talk.models import Notice, Ruling


def keep_decision(version: GlossaryVersion, by: Member, reason: str) -> None:
    """Put in the log that a wording was taken out or put back, and tell its writer."""
    is_out = version.state == State.WITHDRAWN
    if is_out:
        Decision.objects.create(
            by=by, act=Act.WORDING, member=version.by, glossary_version=version, reason=reason
        )
    else:
        Decision.objects.filter(glossary_version=version, undone_at=None).update(
            undone_at=timezone.now(), undone_by=by, undone_reason=reason
        )
    if version.by is not None:
        ruling = Ruling.WORDING_OUT if is_out else Ruling.WORDING_BACK
        talk.notify(version.by, Notice.DECISION, ruling=ruling, words=f"{version.term}: {reason}")


def put_back(decision: Decision, *, by: Member, reason: str) -> Decision:
    """Undo such a decision, as the entry's own page does: the wording is locked first and what was
    decided about it after, so that the two never wait for each other. Raises GlossaryError, `gone`
    where the wording is not there any more, `closed` where this is undone already."""
    locked = GlossaryVersion.objects.select_for_update()
    about = decision.glossary_version_id
    version = locked.filter(pk=about).first() if about is not None else None
    if version is None:
        raise GlossaryError("gone")
    decision.refresh_from_db()
    if decision.undone_at is not None:
        raise GlossaryError("closed")
    taking_out.put_back(version, by=by, reason=reason)
    decision.refresh_from_db()
    return decision
