"""Who reads, as far as choosing texts goes."""

from __future__ import annotations

from dataclasses import dataclass

from dukou.site.members.languages import content_language
from dukou.site.members.models import Member
from dukou.site.members.queries import reading_languages
from dukou.site.requests import SiteRequest


@dataclass(frozen=True)
class Viewer:
    """The member, or None for a stranger, and the languages they read, best first."""

    member: Member | None
    reads: tuple[str, ...]


def viewer_of(request: SiteRequest) -> Viewer:
    """Who reads this page; a stranger reads the language that their browser asks for."""
    return viewer_for(request.member)


def viewer_for(member: Member | None) -> Viewer:
    """The member as a reader; with None, a stranger in the interface language of the moment."""
    if member is not None:
        return Viewer(member, tuple(reading_languages(member)))
    return Viewer(None, (content_language(),))
