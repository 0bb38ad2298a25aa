"""The numbers behind a slot's reason: the terms of its score, as rows of a table."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from dukou.engine import HOME
from dukou.site.reading import clause_words
from dukou.site.reading.clause_words import percent
from dukou.site.reading.why.looking import LoggedSlot


@dataclass(frozen=True)
class Row:
    """A term of the score: what it is, and what it added."""

    name: str
    amount: str


@dataclass(frozen=True)
class Numbers:
    """The terms that are not nothing, their sum, and what else was logged."""

    rows: list[Row]
    total: str
    facts: list[Row]


def numbers(logged: LoggedSlot) -> Numbers:
    """The table of a slot's terms; the rows add up to the total."""
    terms = logged.terms
    parts = [
        (_("What it is about"), terms.topic),
        (_("Who wrote it"), terms.author),
        (_("How new it was"), terms.freshness),
        (_("Its language"), terms.language),
        (_("What people like you like"), terms.similar),
        (_("How well it was liked by chance readers"), terms.quality),
        (_("Liked across the river too"), terms.bridging),
        (_("A first note that was promised readers"), terms.debut),
        *_contract_parts(logged),
        (_("Too much like a note above it"), -terms.diversity),
    ]
    rows = [Row(name, _signed(amount)) for name, amount in parts if abs(amount) >= 0.0005]
    return Numbers(rows, _signed(terms.score), _facts(logged))


def _contract_parts(logged: LoggedSlot) -> list[tuple[str, float]]:
    reasons = {
        clause.id: clause_words.notes_by(clause.providers) for clause in logged.contract.shares
    }
    parts = []
    for term in logged.terms.clauses:
        if term.clause == HOME:
            parts.append((_("Your dial"), term.own))
            continue
        facts = {"notes": reasons[term.clause]}
        parts.append((_("Contract, for everyone: %(notes)s") % facts, term.shared))
        parts.append((_("Contract, for you: %(notes)s") % facts, term.own))
    return parts


def _facts(logged: LoggedSlot) -> list[Row]:
    page, slot = logged.page, logged.slot
    place = _("%(place)s of %(places)s") % {"place": slot + 1, "places": logged.places}
    return [
        Row(_("Place on the page"), place),
        Row(_("Chance that this place is seen"), percent(page.exposures[slot])),
        Row(_("Chance that this note stood here"), percent(page.propensities[slot])),
    ]


def _signed(amount: float) -> str:
    return f"{amount:+.3f}".replace("-", "−")
