"""Who reads, as far as choosing texts goes."""

from __future__ import annotations

from dataclasses import dataclass

from dukou.site.members.languages import content_language
from dukou.site.members.models import Member
from dukou.site.members.queries import reading_languages
from dukou.site.requests import SiteRequest


@dataclass(frozen=True)
class Habits:
    """How a reader wants texts in languages that they do not read.

    `own` are the languages that they read. Texts in `on_tap` stand as written until the reader
    asks for the translation, those in `never` stay so. `both`: the original beside it;
    `pinyin`: how Chinese sounds, over it.
    """

    own: tuple[str, ...]
    on_tap: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    both: bool = False
    pinyin: bool = False


@dataclass(frozen=True)
class Viewer:
    """The member, or None for a stranger, and the languages that they take as written.

    `reads`, best first: the languages that they read, then those that they do not want translated
    by itself.
    """

    member: Member | None
    reads: tuple[str, ...]
    habits: Habits


def viewer_of(request: SiteRequest) -> Viewer:
    """Who reads this page; a stranger reads the language that their browser asks for."""
    return viewer_for(request.member)


def viewer_for(member: Member | None) -> Viewer:
    """The member as a reader; with None, a stranger in the interface language of the moment."""
    if member is None:
        here = (content_language(),)
        return Viewer(None, here, Habits(here))
    own = tuple(reading_languages(member))
    on_tap, never = tuple(member.translated_on_tap), tuple(member.never_translated)
    habits = Habits(own, on_tap, never, member.shows_both, member.shows_pinyin)
    return Viewer(member, tuple(dict.fromkeys((*own, *on_tap, *never))), habits)
