"""Reasons in sentences: at most four, the weightiest first, each true to the logged numbers."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from dukou.engine import ReasonCode, explain
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
from dukou.site.reading.feeds import names_of
from dukou.site.reading.why.looking import LoggedSlot
from dukou.site.reading.why.promised import Told, held_back, lifted


def sentences(logged: LoggedSlot, viewer: Viewer) -> list[str]:
    """Two to four sentences that say why the note stands where it stands."""
    told = Told(logged, viewer)
    found = [_SAY[type(reason)](reason, told) for reason in explain(logged.terms, logged.contract)]
    if logged.terms.reason is ReasonCode.EXPLORATION:
        found.append(_("Neither your taste nor the author's name played a part."))
    if len(found) < 2 and logged.terms.diversity > 0:
        found.append(_("It was moved down a little, so that the page stays varied."))
    if len(found) < 2:
        facts = {"place": logged.slot + 1, "places": logged.places}
        found.append(_("It stood at place %(place)s of %(places)s.") % facts)
    return found


def _exploration(reason: ReasonExploration, told: Told) -> str:
    return _("This place on the page was drawn by lot, so that every note gets its chance.")


def _debut(reason: ReasonDebut, told: Told) -> str:
    words = _("It is one of the first notes of %(author)s, and readers were promised for it.")
    return words % {"author": told.author}


def _topic(reason: ReasonTopic, told: Told) -> str:
    topic = Topic.objects.filter(pk=reason.topic).first()
    if topic is None:
        return _("It is about something you like.")
    name = names_of(topic, told.viewer.reads)[0].name
    return _("It is about #%(topic)s, which you like.") % {"topic": name}


def _author(reason: ReasonAuthor, told: Told) -> str:
    if reason.followed:
        return _("You follow %(author)s.") % {"author": told.author}
    if reason.followed is None:
        words = _("You follow %(author)s, or have liked what they share.")
        return words % {"author": told.author}
    return _("You have liked what %(author)s shares.") % {"author": told.author}


def _similar(reason: ReasonSimilar, told: Told) -> str:
    return _("People with a taste like yours like it, or notes like it.")


def _fresh(reason: ReasonFresh, told: Told) -> str:
    age = timesince(told.logged.note.published_at, told.logged.page.at, depth=1)
    return _("Newer notes come first; this one was %(age)s old.") % {"age": age}


def _language(reason: ReasonLanguage, told: Told) -> str:
    if can_read(told.viewer.reads, told.logged.note.lang):
        return _("It is in a language that you read.")
    return _("It can be read in your language too.")


def _quality(reason: ReasonQuality, told: Told) -> str:
    return _("Those who met it by chance liked it more than most notes.")


def _bridging(reason: ReasonBridging, told: Told) -> str:
    return _("People who usually like different things both like it.")


def _dial(reason: ReasonDial, told: Told) -> str:
    if reason.towards_home:
        return _("You set the dial towards your own world, and that moved this note up.")
    return _("Your dial points across the river, which held this note back; it came through.")


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
    ReasonContract: lifted,
    ReasonHeldBack: held_back,
}
