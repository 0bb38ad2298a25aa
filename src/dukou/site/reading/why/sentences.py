"""Reasons in sentences: at most four, the weightiest first, each true to the logged numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from dukou.engine import HOME, ReasonCode, ShareClause, explain
from dukou.engine.explain import (
    ReasonAuthor,
    ReasonBridging,
    ReasonContract,
    ReasonDebut,
    ReasonDial,
    ReasonExploration,
    ReasonFresh,
    ReasonHeldBack,
    ReasonLanguage,
    ReasonQuality,
    ReasonSimilar,
    ReasonTopic,
)
from dukou.language.tags import can_read
from dukou.site.bridge.reader import Viewer
from dukou.site.notes.models import Topic
from dukou.site.reading import clause_words
from dukou.site.reading.clause_words import percent
from dukou.site.reading.dial import own_bounds
from dukou.site.reading.feeds import names_of
from dukou.site.reading.why.looking import LoggedSlot


@dataclass(frozen=True)
class _Told:
    """What the sentences are made from."""

    logged: LoggedSlot
    viewer: Viewer

    @property
    def author(self) -> str:
        return self.logged.note.author.display_name

    def clause(self, name: str) -> ShareClause:
        return next(clause for clause in self.logged.contract.shares if clause.id == name)


def sentences(logged: LoggedSlot, viewer: Viewer) -> list[str]:
    """Two to four sentences that say why the note stands where it stands."""
    told = _Told(logged, viewer)
    found = [_SAY[type(reason)](reason, told) for reason in explain(logged.terms, logged.contract)]
    if logged.terms.reason is ReasonCode.EXPLORATION:
        found.append(_("Neither your taste nor the author's name played a part."))
    if len(found) < 2 and logged.terms.diversity > 0:
        found.append(_("It was moved down a little, so that the page stays varied."))
    if len(found) < 2:
        facts = {"place": logged.slot + 1, "places": logged.places}
        found.append(_("It stood at place %(place)s of %(places)s.") % facts)
    return found


def _exploration(reason: ReasonExploration, told: _Told) -> str:
    return _("This place on the page was drawn by lot, so that every note gets its chance.")


def _debut(reason: ReasonDebut, told: _Told) -> str:
    words = _("%(author)s is new here, and readers were promised for their first notes.")
    return words % {"author": told.author}


def _topic(reason: ReasonTopic, told: _Told) -> str:
    topic = Topic.objects.filter(pk=reason.topic).first()
    if topic is None:
        return _("It is about something you like.")
    name = names_of(topic, told.viewer.reads)[0].name
    return _("It is about #%(topic)s, which you like.") % {"topic": name}


def _author(reason: ReasonAuthor, told: _Told) -> str:
    if reason.followed:
        return _("You follow %(author)s.") % {"author": told.author}
    return _("You have often liked what %(author)s shares.") % {"author": told.author}


def _similar(reason: ReasonSimilar, told: _Told) -> str:
    return _("People with a taste like yours liked it.")


def _fresh(reason: ReasonFresh, told: _Told) -> str:
    age = timesince(told.logged.note.published_at, told.logged.page.at)
    return _("Newer notes come first; this one was %(age)s old.") % {"age": age}


def _language(reason: ReasonLanguage, told: _Told) -> str:
    if can_read(told.viewer.reads, told.logged.note.lang):
        return _("It is in a language that you read.")
    return _("It can be read in your language too.")


def _quality(reason: ReasonQuality, told: _Told) -> str:
    return _("Those who met it by chance liked it more than most notes.")


def _bridging(reason: ReasonBridging, told: _Told) -> str:
    return _("People who usually like different things both like it.")


def _dial(reason: ReasonDial, told: _Told) -> str:
    if reason.towards_home:
        return _("You set the dial towards your own world, and that moved this note up.")
    return _("Your dial points across the river, which held this note back; it came through.")


def _contract(reason: ReasonContract, told: _Told) -> str:
    if reason.clause == HOME:
        return _("Your dial points across the river, so one in another language had to stand here.")
    clause = told.clause(reason.clause)
    floor, ceiling = _bounds(clause, told)
    facts = {
        "notes": clause_words.notes_by(clause.providers),
        "readers": clause_words.who(clause.readers),
        "so_far": clause_words.so_far(clause),
        "floor": percent(floor),
        "ceiling": percent(ceiling),
        "delivered": percent(reason.delivered or 0),
    }
    if clause.id not in {term.clause for term in told.logged.terms.clauses}:
        return _("At most %(ceiling)s of your page may be %(notes)s, so another had to stand here.") % facts
    below = reason.delivered is not None and reason.delivered < floor
    if clause.band and below:
        words = _("%(delivered)s of what you saw lately were %(notes)s. You are promised at least %(floor)s.")
    elif clause.band:
        words = _("You are promised at least %(floor)s %(notes)s, and this keeps it so.")
    elif below:
        words = _("%(so_far)s, %(delivered)s of what was shown to %(readers)s were %(notes)s. At least %(floor)s are promised.")
    else:
        words = _("At least %(floor)s of what is shown to %(readers)s are promised to be %(notes)s, and this keeps it so.")
    moved = _("So one of them had to stand here.") if reason.quota else _("That moved this note up.")
    return _("%(promise)s %(effect)s") % {"promise": words % facts, "effect": moved}


def _held_back(reason: ReasonHeldBack, told: _Told) -> str:
    clause = told.clause(reason.clause)
    facts = {
        "notes": clause_words.notes_by(clause.providers),
        "readers": _("you") if clause.band else clause_words.who(clause.readers),
        "ceiling": percent(_bounds(clause, told)[1]),
    }
    words = _("At most %(ceiling)s of what is shown to %(readers)s may be %(notes)s. That held this note back; it came through.")
    return words % facts


def _bounds(clause: ShareClause, told: _Told) -> tuple[float, float]:
    """Floor and ceiling as they held for this reader, whose dial narrows them."""
    if not clause.band:
        return clause.floor, clause.ceiling
    return own_bounds(clause, told.viewer.member, dial=told.logged.page.dial)


_SAY: dict[type, Callable[..., str]] = {
    ReasonExploration: _exploration,
    ReasonDebut: _debut,
    ReasonTopic: _topic,
    ReasonAuthor: _author,
    ReasonSimilar: _similar,
    ReasonFresh: _fresh,
    ReasonLanguage: _language,
    ReasonQuality: _quality,
    ReasonBridging: _bridging,
    ReasonDial: _dial,
    ReasonContract: _contract,
    ReasonHeldBack: _held_back,
}
