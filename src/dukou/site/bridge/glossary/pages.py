"""The glossary as its pages show it, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from dukou.language.glossary import ACROSS, Entry, key_of
from dukou.site.bridge.glossary import known
from dukou.site.bridge.glossary.models import GlossaryVersion, Side, State
from dukou.site.bridge.glossary.services import AGREEING_OF_EACH_SIDE, sides_of
from dukou.site.bridge.glossary.shown import (
    Line,
    ShownEntry,
    ShownExplanation,
    address_of,
    line,
    shown_entry,
    shown_explanation,
)
from dukou.site.members.languages import language_name
from dukou.site.members.models import Member

PAGE_SIZE = 40


@dataclass(frozen=True)
class VotesOfSide:
    """How one side has voted so far, and how many must agree."""

    name: str
    agree: int
    needed: int


@dataclass(frozen=True)
class Proposal:
    """A wording that waits for votes; `mine` is the reader's own vote, None without one.

    `explanation` where it explains an entry in a further language, else `entry`.
    """

    id: int
    term: Line
    url: str
    rendering: Line
    entry: ShownEntry | None
    explanation: ShownExplanation | None
    by: Member | None
    at: datetime
    why: str
    votes: list[VotesOfSide]
    against: int
    mine: bool | None


@dataclass(frozen=True)
class HistoryLine:
    """A wording of the past: who wrote it, how it ended, and a moderator's reason; no words of
    what only moderators and its writer read."""

    id: int
    rendering: str
    language: str
    by: Member | None
    at: datetime
    state: str
    why: str
    reason: str
    is_out: bool
    returned: str


@dataclass(frozen=True)
class EntryPage:
    """Everything about one expression; `current` is None while it is only proposed, and after
    moderators took it out: then `taken_out` says why."""

    term: str
    language: str
    current: ShownEntry | None
    came_along: bool
    version_id: int | None
    taken_out: str
    proposal: Proposal | None
    explanations: list[ShownExplanation]
    proposed_explanations: list[Proposal]
    explain_url: str
    history: list[HistoryLine]
    search_url: str
    change_url: str


@dataclass(frozen=True)
class ListPage:
    """A page of the glossary, and the address of the next; proposals stand on the first."""

    entries: list[ShownEntry]
    proposals: list[Proposal]
    next_url: str


def list_page(
    *, viewer: Member | None, words: str = "", side: str = "", after: str = ""
) -> ListPage:
    """Entries in which the words occur, of one side or both, from the one after `after` on: first
    those that are called so."""
    wanted = key_of(words.strip())
    places = {
        _place(one.entry, wanted): one.entry
        for one in known.all_known()
        if side in ("", one.entry.language) and (not wanted or _has(one.entry, wanted))
    }
    rest = sorted(place for place in places if place > after)
    page, more = rest[:PAGE_SIZE], rest[PAGE_SIZE:]
    query = {"q": words, "side": side, "after": page[-1]} if more else {}
    return ListPage(
        entries=[shown_entry(places[place]) for place in page],
        proposals=[] if after else _proposals(viewer, side, wanted),
        next_url=f"/glossary?{urlencode(query)}" if query else "",
    )


def entry_page(language: str, term: str, *, viewer: Member | None) -> EntryPage | None:
    """The page of an expression, by any of its spellings; None where nobody has proposed it."""
    found = known.entry(language, term)
    key = key_of(found.entry.term if found else term)
    versions = list(
        GlossaryVersion.objects.filter(language=language, key=key)
        .select_related("by")
        .prefetch_related("votes")
        .order_by("-pk")
    )
    waits = [one for one in versions if one.state == State.WAITING]
    waiting = next((one for one in waits if not one.explains), None)
    told = [one for one in versions if _may_read(one, viewer)]
    out = [one for one in told if one.state == State.WITHDRAWN and not one.explains]
    if found is None and waiting is None and not out:
        return None
    shown = found.entry.term if found else versions[0].term
    return EntryPage(
        term=shown,
        language=language,
        current=shown_entry(found.entry) if found else None,
        came_along=found is not None and found.version_id is None,
        version_id=found.version_id if found else None,
        taken_out=out[0].reason if out and found is None and waiting is None else "",
        proposal=_proposal(waiting, viewer) if waiting else None,
        explanations=_explanations(language, shown, viewer) if found else [],
        proposed_explanations=[_proposal(one, viewer) for one in waits if one.explains],
        explain_url=f"/glossary/explain?{urlencode({'language': language, 'term': shown})}",
        history=[
            _history_line(one, is_told=one in told)
            for one in versions
            if one.state != State.WAITING
        ],
        search_url=f"/search?{urlencode({'q': shown})}",
        change_url=f"/glossary/new?{urlencode({'language': language, 'term': shown})}",
    )


def _explanations(language: str, term: str, viewer: Member | None) -> list[ShownExplanation]:
    """In further languages; the reader's own first."""
    told = known.explanations_of(language, term).values()
    shown = [shown_explanation(one, viewer) for one in told]
    return sorted(shown, key=lambda one: (not one.is_own, one.lang))


def _has(entry: Entry, wanted: str) -> bool:
    texts = (*entry.spellings, entry.rendering, *entry.meaning.values())
    return any(wanted in key_of(text) for text in texts)


def _place(entry: Entry, wanted: str) -> str:
    """Where it stands in the list; what has another place on each side is another entry."""
    is_called_so = any(wanted in key_of(spelling) for spelling in entry.spellings)
    return f"{1 if is_called_so else 2} {key_of(entry.term)} {entry.language}"


def _proposals(viewer: Member | None, side: str, wanted: str) -> list[Proposal]:
    waiting = GlossaryVersion.objects.filter(state=State.WAITING, key__contains=wanted)
    if side:
        waiting = waiting.filter(language=side)
    found = waiting.select_related("by").prefetch_related("votes").order_by("-pk")
    return [_proposal(version, viewer) for version in found[:PAGE_SIZE]]


def _proposal(version: GlossaryVersion, viewer: Member | None) -> Proposal:
    votes = list(version.votes.all())
    own = [vote.agrees for vote in votes if viewer is not None and vote.member_id == viewer.pk]
    told = known.as_explanation(version) if version.explains else None
    entry = None if told else shown_entry(known.as_entry(version))
    return Proposal(
        id=version.pk,
        term=line(version.term, version.language),
        url=address_of(version.language, version.term),
        rendering=entry.rendering if entry else Line(version.rendering, version.explains),
        entry=entry,
        explanation=shown_explanation(told, viewer) if told else None,
        by=version.by,
        at=version.at,
        why=version.why,
        votes=[
            VotesOfSide(
                _side_name(side),
                sum(vote.agrees and vote.side == side for vote in votes),
                AGREEING_OF_EACH_SIDE,
            )
            for side in sides_of(version)
        ],
        against=sum(not vote.agrees for vote in votes),
        mine=own[0] if own else None,
    )


def _may_read(version: GlossaryVersion, viewer: Member | None) -> bool:
    if not version.is_kept_from_readers:
        return True
    return viewer is not None and (viewer.is_moderator or viewer.pk == version.by_id)


def _history_line(version: GlossaryVersion, *, is_told: bool) -> HistoryLine:
    across = version.explains or ACROSS[version.language]
    return HistoryLine(
        id=version.pk,
        rendering=line(version.rendering, across).text if is_told else "",
        language=language_name(version.explains) if version.explains else "",
        by=version.by,
        at=version.at,
        state=str(State(version.state).label),
        why=version.why if is_told else "",
        reason=version.reason if is_told else "",
        is_out=version.state == State.WITHDRAWN,
        returned=version.returned_reason,
    )


def _side_name(side: str) -> str:
    return str(Side(side).label) if side in Side.values else language_name(side)


def error_line(code: str) -> str:
    """What went wrong, and what to do."""
    return {
        "empty": _("Something is missing: fill in every field that is not marked optional."),
        "waiting": _("Another wording of this expression waits for votes. Vote on that one first."),
        "same": _("This is what the glossary says already. Change something first."),
        "closed": _("This has been decided meanwhile."),
        "reason": _("Write the reason: others read it."),
        "unknown": _("There is no such entry to explain or to take out."),
    }[code]
