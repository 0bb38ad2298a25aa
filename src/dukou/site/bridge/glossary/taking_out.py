"""Moderators take wordings and entries out of the glossary, and put them back."""

from __future__ import annotations

from collections.abc import Callable

from django.db import IntegrityError, transaction

from dukou.site.bridge.glossary import known
from dukou.site.bridge.glossary.models import REASON_LIMIT, GlossaryVersion, State
from dukou.site.bridge.glossary.services import GlossaryError, count, decide, version_fields
from dukou.site.members.models import Member
from dukou.site.text import can_be_seen, one_line

#: What rooms above do when a moderator has taken something out or put it back, with the reason:
#: `commons` keeps a log. They are called within the transaction.
announcers: list[Callable[[GlossaryVersion, Member, str], None]] = []


@transaction.atomic
def take_out(version: GlossaryVersion, *, by: Member, reason: str) -> GlossaryVersion:
    """A moderator takes a wording out, waiting or accepted; the one before stands again.

    Raises GlossaryError `reason` where none is given, `closed` where it is out already.
    """
    words = _reason(reason)
    version = GlossaryVersion.objects.select_for_update().get(pk=version.pk)
    if version.state not in (State.WAITING, State.ACCEPTED):
        raise GlossaryError("closed")
    version.reason, version.decided_by = words, by
    decide(version, State.WITHDRAWN)
    _announce(version, by, words)
    return version


@transaction.atomic
def take_out_shipped(language: str, term: str, *, by: Member, reason: str) -> GlossaryVersion:
    """A moderator takes an entry out that came with Dukou; the page keeps saying so.

    Raises GlossaryError `reason` where none is given, `unknown` where no such entry counts.
    """
    words = _reason(reason)
    current = known.entry(language, term)
    if current is None or current.version_id is not None:
        raise GlossaryError("unknown")
    version = GlossaryVersion.objects.create(
        **version_fields(current.entry), shipped=True, decided_by=by, reason=words
    )
    decide(version, State.WITHDRAWN)
    _announce(version, by, words)
    return version


@transaction.atomic
def put_back(version: GlossaryVersion, *, by: Member, reason: str) -> GlossaryVersion:
    """A moderator undoes that: what came along counts again, what was proposed waits for votes,
    which are kept.

    Raises GlossaryError `reason`, `closed` where it is not out, and `waiting` where another wording
    waits by now.
    """
    words = _reason(reason)
    version = GlossaryVersion.objects.select_for_update().get(pk=version.pk)
    if version.state != State.WITHDRAWN:
        raise GlossaryError("closed")
    version.returned_by, version.returned_reason = by, words
    version.save(update_fields=["returned_by", "returned_reason"])
    if version.shipped:
        decide(version, State.RETURNED)
    else:
        _wait_again(version)
    _announce(version, by, words)
    return version


def _wait_again(version: GlossaryVersion) -> None:
    try:
        with transaction.atomic():
            decide(version, State.WAITING)
    except IntegrityError:
        raise GlossaryError("waiting") from None
    count(version)


def _announce(version: GlossaryVersion, by: Member, words: str) -> None:
    for announcer in announcers:
        announcer(version, by, words)


def _reason(given: str) -> str:
    words = one_line(given, limit=REASON_LIMIT)
    if not can_be_seen(words):
        raise GlossaryError("reason")
    return words
