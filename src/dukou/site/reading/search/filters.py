"""What a search may be narrowed to: a language, a time, a kind of note."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from dukou.language import tags
from dukou.site.ids import id_at
from dukou.site.members.languages import language_name
from dukou.site.members.models import Language
from dukou.site.notes.models import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}


@dataclass(frozen=True)
class Filters:
    """Empty values narrow nothing. `lang` is a language without its script, of the original."""

    lang: str = ""
    time: str = ""
    kind: str = ""

    @classmethod
    def read(cls, given: Mapping[str, str]) -> Filters:
        """From an address; what is unknown narrows nothing."""
        lang, time, kind = (given.get(name, "") for name in ("lang", "time", "kind"))
        return cls(
            lang=lang if lang in _languages() else "",
            time=time if time in _DAYS else "",
            kind=kind if kind in Kind.values else "",
        )

    @property
    def any(self) -> bool:
        """Whether anything is narrowed."""
        return bool(self.lang or self.time or self.kind)

    @property
    def language(self) -> str:
        """The language narrowed to, by name; empty where all are shown."""
        return language_name(self.lang) if self.lang else ""

    def since(self, now: datetime) -> datetime | None:
        """The earliest moment that counts."""
        return now - timedelta(days=_DAYS[self.time]) if self.time else None

    def on_notes(self, prefix: str = "") -> Q:
        """The filter on notes, or on what has a note behind `prefix`."""
        wanted = Q()
        if self.lang:
            exact = Q(**{f"{prefix}lang": self.lang})
            wanted &= exact | Q(**{f"{prefix}lang__startswith": f"{self.lang}-"})
        since = self.since(timezone.now())
        if since:
            wanted &= Q(**{f"{prefix}pk__gte": id_at(since)})
        if self.kind:
            wanted &= Q(**{f"{prefix}kind": self.kind})
        return wanted

    def address(self, query: str, **more: object) -> str:
        """The page of this search."""
        mine = {"lang": self.lang, "time": self.time, "kind": self.kind}
        given = {"q": query, **{name: value for name, value in mine.items() if value}, **more}
        return f"/search?{urlencode(given)}"


@dataclass(frozen=True)
class FilterField:
    """One select of the form: its name, its label, and values with their words."""

    name: str
    label: str
    chosen: str
    options: list[tuple[str, str]]


def filter_fields(filters: Filters) -> list[FilterField]:
    """The filters in words, first "any"."""
    languages = {"": _("Any language"), **{code: language_name(code) for code in _languages()}}
    times = {
        "": _("Any time"),
        "day": _("Last day"),
        "week": _("Last week"),
        "month": _("Last month"),
        "year": _("Last year"),
    }
    kinds = {"": _("Any kind"), **{value: str(label) for value, label in Kind.choices}}
    return [
        FilterField("lang", _("Written in"), filters.lang, list(languages.items())),
        FilterField("time", _("Published"), filters.time, list(times.items())),
        FilterField("kind", _("Kind of note"), filters.kind, list(kinds.items())),
    ]


def _languages() -> list[str]:
    """Languages of the place without scripts, in its order."""
    return list(dict.fromkeys(tags.base(value) for value in Language.values))
