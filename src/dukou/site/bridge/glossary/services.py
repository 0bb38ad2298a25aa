"""Proposing a wording, voting on it, taking it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from dukou.language.glossary import Entry, key_of
from dukou.language.tags import base
from dukou.site.bridge.glossary import known
from dukou.site.bridge.glossary.models import GlossaryVersion, GlossaryVote, Side, State
from dukou.site.members.models import Member
from dukou.site.text import can_be_seen, cleaned, one_line

#: So many of each side must agree, and more than must disagree.
AGREEING_OF_EACH_SIDE = 2
DISAGREEING = 3

TERM_LIMIT, RENDERING_LIMIT, WORDS_LIMIT, EXAMPLE_LIMIT = 60, 80, 400, 200
_MOST_SPELLINGS = 8


class GlossaryError(Exception):
    """It cannot be done; `code` is `empty`, `waiting`, `same`, `closed`, `unknown` or
    `reason`."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True)
class Wording:
    """What a member writes of an expression; `meaning`, `example`, `avoid` by language."""

    language: str
    term: str
    rendering: str
    kind: str
    tone: str
    meaning: Mapping[str, str]
    example: Mapping[str, str]
    spellings: tuple[str, ...] = ()
    avoid: Mapping[str, str] = field(default_factory=dict)
    pinned: bool = False
    everyday: bool = False


@transaction.atomic
def propose(wording: Wording, *, by: Member, why: str = "") -> GlossaryVersion:
    """A wording for the community to vote on; whoever proposes it agrees with it.

    Raises GlossaryError: `empty` where a part shows nothing, `waiting` where another wording of
    the same expression waits for votes, `same` where it says what stands there already.
    """
    kept = _cleaned(wording)
    if any(not can_be_seen(text) for text in _needed(kept)):
        raise GlossaryError("empty")
    current = known.entry(kept.language, kept.term)
    if current is not None and _says_the_same(current, kept):
        raise GlossaryError("same")
    try:
        with transaction.atomic():
            version = GlossaryVersion.objects.create(
                **version_fields(kept), why=one_line(why, limit=300), by=by
            )
    except IntegrityError:
        raise GlossaryError("waiting") from None
    vote(version, by=by, agrees=True)
    return version


@transaction.atomic
def vote(version: GlossaryVersion, *, by: Member, agrees: bool) -> GlossaryVersion:
    """The member's word on a wording that waits; voting again changes one's mind.

    Two of each side who agree, and more than disagree, make it an entry; three who disagree, and
    more than agree, close it. Raises GlossaryError `closed` once it is decided.
    """
    version = _waiting(version)
    GlossaryVote.objects.update_or_create(
        version=version, member=by, defaults={"agrees": agrees, "side": base(by.home_language)}
    )
    count(version)
    return version


@transaction.atomic
def take_vote_back(version: GlossaryVersion, *, by: Member) -> GlossaryVersion:
    """As if the member had not voted. Raises GlossaryError `closed` once it is decided."""
    version = _waiting(version)
    version.votes.filter(member=by).delete()
    return version


def version_fields(wording: Wording | Entry) -> dict[str, Any]:
    """The columns of a version that says this."""
    said = {name: getattr(wording, name) for name in _COMPARED + _MARKS}
    return {
        "language": wording.language,
        "key": key_of(wording.term),
        "term": wording.term,
        **said,
        "spellings": list(wording.spellings),
        **{name: dict(getattr(wording, name)) for name in ("meaning", "example", "avoid")},
    }


def sides_of(version: GlossaryVersion) -> list[str]:
    """The home languages of which two people each must agree: of both sides of the glossary, or of
    the expression and of those to whom it is explained."""
    return [version.language, version.explains] if version.explains else list(Side.values)


def _waiting(version: GlossaryVersion) -> GlossaryVersion:
    version = GlossaryVersion.objects.select_for_update().get(pk=version.pk)
    if version.state != State.WAITING:
        raise GlossaryError("closed")
    return version


def count(version: GlossaryVersion) -> None:
    """Accept or close it, where its votes are enough."""
    votes = list(version.votes.values_list("side", "agrees"))
    agreeing = [side for side, agrees in votes if agrees]
    against = len(votes) - len(agreeing)
    enough = all(agreeing.count(side) >= AGREEING_OF_EACH_SIDE for side in sides_of(version))
    if enough and len(agreeing) > against:
        decide(version, State.ACCEPTED)
    elif against >= DISAGREEING and against > len(agreeing):
        decide(version, State.REFUSED)


def decide(version: GlossaryVersion, state: State) -> None:
    """End it so; readers get what counts now once this is kept."""
    version.state, version.decided_at = state, timezone.now()
    version.counted = version.counted or state == State.ACCEPTED
    version.save(update_fields=["state", "decided_at", "decided_by", "reason", "counted"])
    transaction.on_commit(known.forget)


def _cleaned(wording: Wording) -> Wording:
    spellings = (one_line(spelling, limit=TERM_LIMIT) for spelling in wording.spellings)
    term = one_line(wording.term, limit=TERM_LIMIT)
    seen = {key_of(term): term}
    for spelling in spellings:
        if can_be_seen(spelling):
            seen.setdefault(key_of(spelling), spelling)
    return Wording(
        language=Side(wording.language).value,
        term=term,
        rendering=one_line(wording.rendering, limit=RENDERING_LIMIT),
        kind=wording.kind,
        tone=wording.tone,
        meaning=_by_side(wording.meaning, WORDS_LIMIT),
        example=_by_side(wording.example, EXAMPLE_LIMIT),
        spellings=tuple(list(seen.values())[:_MOST_SPELLINGS]),
        avoid={
            side: words
            for side, words in _by_side(wording.avoid, EXAMPLE_LIMIT).items()
            if can_be_seen(words)
        },
        pinned=wording.pinned,
        everyday=wording.everyday,
    )


def _by_side(texts: Mapping[str, str], limit: int) -> dict[str, str]:
    return {side: cleaned(texts.get(side, ""), limit=limit) for side in Side.values}


def _needed(wording: Wording) -> list[str]:
    return [
        wording.term,
        wording.rendering,
        *wording.meaning.values(),
        *wording.example.values(),
    ]


_COMPARED = ("rendering", "spellings", "kind", "tone", "meaning", "example", "avoid")
_MARKS = ("pinned", "everyday")


def _says_the_same(current: known.Known, wording: Wording) -> bool:
    entry = current.entry
    return all(getattr(entry, part) == getattr(wording, part) for part in _COMPARED + _MARKS)
