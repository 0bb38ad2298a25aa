"""A clause of the contract in the reader's words: who, whose notes, how much."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dukou.engine import Group, ShareClause
from dukou.language import tags
from dukou.site.members.languages import content_language


@dataclass(frozen=True)
class Words:
    """Words and the language that they are in."""

    text: str
    lang: str


def percent(share: float) -> str:
    """A share as people write it: 55%, and 5.5% where the half matters."""
    hundred = round(share * 100, 1)
    return f"{hundred:.0f}%" if hundred >= 10 or hundred == int(hundred) else f"{hundred:.1f}%"


def who(group: Group) -> str:
    """The people of a group."""
    followers = _followers(group)
    first = _cohort(group)
    if not followers:
        return first
    if group.language is None and group.arrival is None:
        return followers
    return _("%(people)s, namely %(some)s") % {"people": first, "some": followers}


def notes_by(group: Group) -> str:
    """The notes of a group of providers."""
    if group.topic is None:
        return _("notes by %(who)s") % {"who": who(group)}
    if group == Group(topic=group.topic):
        return _("notes about #%(topic)s") % {"topic": group.topic}
    return _("notes about #%(topic)s by %(who)s") % {"topic": group.topic, "who": who(group)}


def bounds(clause: ShareClause) -> str:
    """What the clause promises, in one sentence."""
    facts = {
        "often": often(clause),
        "readers": who(clause.readers),
        "notes": notes_by(clause.providers),
        "floor": percent(clause.floor),
        "ceiling": percent(clause.ceiling),
    }
    if clause.floor > 0 and clause.ceiling < 1:
        words = _(
            "%(often)s, %(floor)s to %(ceiling)s of what is shown to %(readers)s are %(notes)s."
        )
    elif clause.ceiling < 1:
        words = _("%(often)s, at most %(ceiling)s of what is shown to %(readers)s are %(notes)s.")
    else:
        words = _("%(often)s, at least %(floor)s of what is shown to %(readers)s are %(notes)s.")
    return words % facts


def often(clause: ShareClause) -> str:
    """The window as the beginning of a sentence."""
    return {"hour": _("Every hour"), "day": _("Every day"), "week": _("Every week")}[clause.window]


def so_far(clause: ShareClause) -> str:
    """The window that runs now."""
    return {"hour": _("This hour"), "day": _("Today"), "week": _("This week")}[clause.window]


def reason_of(clause: ShareClause) -> Words:
    """Why the clause is there, in the reader's language or the nearest that was written."""
    return nearest(clause.reason) or Words(bounds(clause), content_language())


def nearest(texts: Mapping[str, str]) -> Words | None:
    """The text that a reader of the interface's language reads best; None where there is none."""
    wanted = content_language()
    found = tags.best_for([wanted, "en"], texts) or next(iter(texts), None)
    return Words(texts[found], found) if found and texts[found] else None


def _cohort(group: Group) -> str:
    """Home language and arrival in words."""
    if group.language is None:
        return {
            "resident": _("people who live here"),
            "newcomer": _("newcomers"),
            None: _("everyone"),
        }[group.arrival]
    if group.language == "same":
        return {
            "resident": _("people who live here and share the reader's language"),
            "newcomer": _("newcomers who share the reader's language"),
            None: _("people who share the reader's language"),
        }[group.arrival]
    language = tags.name(group.language, shown_in=content_language())
    words = {
        "resident": _("people who live here and speak %(language)s"),
        "newcomer": _("newcomers who speak %(language)s"),
        None: _("people who speak %(language)s"),
    }[group.arrival]
    return words % {"language": language}


def _followers(group: Group) -> str:
    below, least = group.followers_below, group.followers_at_least
    if below == "median":
        return _("the half of authors with the fewest followers")
    if least == "median":
        return _("the half of authors with the most followers")
    if below is not None and least is not None:
        return _("authors with %(least)s to %(below)s followers") % {"least": least, "below": below}
    if below is not None:
        return _("authors with fewer than %(count)s followers") % {"count": below}
    if least is not None:
        return _("authors with at least %(count)s followers") % {"count": least}
    return ""
