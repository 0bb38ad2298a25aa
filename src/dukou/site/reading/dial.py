"""The home-world dial: a reader's own setting inside the contract's bounds."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from dukou.engine import HOME, Cohort, Contract, EngineConfig, Reader, ShareClause
from dukou.engine.bands import bands
from dukou.engine.pacing import Needed
from dukou.site.members.models import Member
from dukou.site.reading import clause_words
from dukou.site.reading.allocation.cohorts import reader_cohort
from dukou.site.reading.allocation.serving import contract_in_force
from dukou.site.reading.clause_words import percent

_CONFIG = EngineConfig()
MOST_WRITTEN = 1000
STEPS = (-2, -1, 0, 1, 2)  # from "my world" to "across the river", as the engine counts


@dataclass(frozen=True)
class Dial:
    """The slider under Explore: its step from 0 to 4, and what each step does in words."""

    step: int
    lines: list[str]


def dial_of(member: Member | None) -> Dial | None:
    """The member's dial; strangers have none."""
    if member is None:
        return None
    return Dial(STEPS.index(member.dial), _lines(reader_cohort(member), contract_in_force()))


#: By cohort and language: the lines, and the contract of which they speak.
_written: dict[tuple[Cohort, str], tuple[Contract, list[str]]] = {}


def _lines(cohort: Cohort, contract: Contract) -> list[str]:
    """What every step does, written once for each cohort and language."""
    key = (cohort, get_language() or "")
    known = _written.get(key)
    if known is None or known[0] is not contract:
        if len(_written) > MOST_WRITTEN:
            _written.clear()
        known = _written[key] = (contract, [_line(step, cohort, contract) for step in STEPS])
    return known[1]


def set_dial(member: Member, *, step: int) -> None:
    """Turn the dial to a step from 0 to 4; acts on the next page."""
    member.dial = STEPS[step]
    member.save(update_fields=["dial"])


def own_bounds(clause: ShareClause, member: Member | None, *, dial: int) -> tuple[float, float]:
    """Floor and ceiling of a band clause for a reader whose dial stands there."""
    contract = Contract(shares=(clause,))
    reader = Reader(cohort=reader_cohort(member), dial=dial)
    for band in bands(reader, contract, _promised(contract), _CONFIG):
        if band.clause == clause.id:
            return band.low, band.high
    return clause.floor, clause.ceiling


def _line(step: int, cohort: Cohort, contract: Contract) -> str:
    """What a step does, with this contract's numbers for members of this cohort."""
    reader = Reader(cohort=cohort, dial=step)
    found = bands(reader, contract, _promised(contract), _CONFIG)
    if not found:
        return str(_SENSE[step])
    band = found[0]
    facts = {
        "sense": str(_SENSE[step]),
        "low": percent(band.low),
        "high": percent(band.high),
        "notes": _("notes by people who speak your language")
        if band.clause == HOME
        else clause_words.notes_by(band.providers),
    }
    return _("%(sense)s %(low)s to %(high)s of your page: %(notes)s.") % facts


def _promised(contract: Contract) -> Needed:
    return Needed(contract.floors, contract.ceilings)


_SENSE = {
    -2: gettext_lazy("As much of your own world as the contract allows."),
    -1: gettext_lazy("More of your own world."),
    0: gettext_lazy("Both banks, as the contract has it."),
    1: gettext_lazy("More from across the river."),
    2: gettext_lazy("As much from across the river as the contract allows."),
}
