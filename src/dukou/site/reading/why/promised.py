"""What the contract did to a note, in a sentence or two."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from dukou.engine import HOME, ShareClause
from dukou.engine.explain import ReasonContract, ReasonHeldBack
from dukou.site.bridge.reader import Viewer
from dukou.site.reading import clause_words
from dukou.site.reading.clause_words import percent
from dukou.site.reading.dial import own_bounds
from dukou.site.reading.why.looking import LoggedSlot


@dataclass(frozen=True)
class Told:
    """What the sentences are made from: the log, and who reads them."""

    logged: LoggedSlot
    viewer: Viewer

    @property
    def author(self) -> str:
        """The author as others read them."""
        return self.logged.note.author.display_name

    def clause(self, name: str) -> ShareClause:
        """A share clause of the contract that bound then."""
        return next(clause for clause in self.logged.contract.shares if clause.id == name)

    def bounds(self, clause: ShareClause) -> tuple[float, float]:
        """Floor and ceiling as they held for this reader, whose dial narrows them."""
        if not clause.band:
            return clause.floor, clause.ceiling
        return own_bounds(clause, self.viewer.member, dial=self.logged.page.dial)


def lifted(reason: ReasonContract, told: Told) -> str:
    """A clause moved the note up, or asked for one of its kind."""
    if reason.clause == HOME:
        return _("Your dial points across the river, so one in another language had to stand here.")
    clause = told.clause(reason.clause)
    if clause.id not in {term.clause for term in told.logged.terms.clauses}:
        so = _("So another had to stand here.")
        return _joined(_limit(clause) % _facts(clause, told), so)
    below = reason.delivered is not None and reason.delivered < told.bounds(clause)[0]
    facts = _facts(clause, told) | {"delivered": percent(reason.delivered or 0)}
    moved = (
        _("So one of them had to stand here.") if reason.quota else _("That moved this note up.")
    )
    return _joined(_promise(clause, below=below) % facts, moved)


def held_back(reason: ReasonHeldBack, told: Told) -> str:
    """A clause moved the note down, and it stands there nevertheless."""
    clause = told.clause(reason.clause)
    came = _("That held this note back, and it came through all the same.")
    return _joined(_limit(clause) % _facts(clause, told), came)


def _limit(clause: ShareClause) -> str:
    """The promise that a ceiling makes."""
    if clause.band:
        return _("At most %(ceiling)s of your page may be %(notes)s.")
    return _("At most %(ceiling)s of what is shown to %(readers)s may be %(notes)s.")


def _joined(first: str, then: str) -> str:
    """Two sentences, with the space between them that the language has."""
    return pgettext("two sentences", "%(first)s %(then)s") % {"first": first, "then": then}


def _promise(clause: ShareClause, *, below: bool) -> str:
    """The promise that a floor makes, and that it is not kept just now."""
    if clause.band and below:
        return _(
            "%(delivered)s of what you saw lately were %(notes)s."
            " You are promised at least %(floor)s."
        )
    if clause.band:
        return _("You are promised at least %(floor)s %(notes)s, and this keeps it so.")
    if below:
        return _(
            "%(so_far)s, %(delivered)s of what was shown to %(readers)s were %(notes)s."
            " At least %(floor)s are promised."
        )
    return _(
        "At least %(floor)s of what is shown to %(readers)s are promised to be %(notes)s,"
        " and this keeps it so."
    )


def _facts(clause: ShareClause, told: Told) -> dict[str, str]:
    floor, ceiling = told.bounds(clause)
    return {
        "notes": clause_words.notes_by(clause.providers),
        "readers": clause_words.who(clause.readers),
        "so_far": clause_words.so_far(clause),
        "floor": percent(floor),
        "ceiling": percent(ceiling),
    }
