"""Regions and time zones as a member chooses them, named in the reader's language."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from babel import Locale
from babel.dates import get_timezone_location

from dukou.site.members.languages import content_language

# Where most members live comes first; the others follow by their code.
FIRST = (
    "CN", "TW", "HK", "MO", "SG", "MY", "US", "CA", "GB", "IE", "AU", "NZ", "JP", "KR", "ES", "MX",
    "FR", "DE", "BR", "PT",
)  # fmt: skip
# Unions and private codes of the locale data, which are no place to live in.
NO_REGIONS = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
AREAS = ("Asia", "America", "Europe", "Africa", "Australia", "Pacific", "Atlantic", "Indian")

Named = tuple[str, str]


def regions() -> list[Named]:
    """Codes of all regions with their names in the reader's language."""
    named = Locale.parse(_locale()).territories
    return [(code, str(named.get(code, code))) for code in _region_codes()]


def region_name(code: str) -> str:
    """What the region is called in the reader's language; empty for none."""
    return str(Locale.parse(_locale()).territories.get(code, code)) if code else ""


def zones() -> list[tuple[str, list[Named]]]:
    """Keys of time zones with their city's name, for each part of the world."""
    return _named_zones(_locale())


@cache
def _region_codes() -> tuple[str, ...]:
    codes = map(str, Locale.parse("en").territories)
    known = {code for code in codes if len(code) == 2 and code.isalpha()}
    return (*FIRST, *sorted(known - NO_REGIONS - set(FIRST)))


@cache
def _zone_keys() -> tuple[str, ...]:
    return tuple(sorted(key for key in available_timezones() if key.split("/")[0] in AREAS))


@cache
def _named_zones(locale: str) -> list[tuple[str, list[Named]]]:
    named = [
        (key, get_timezone_location(key, locale=locale, return_city=True)) for key in _zone_keys()
    ]
    return [(area, [zone for zone in named if zone[0].startswith(f"{area}/")]) for area in AREAS]


def _locale() -> str:
    return content_language().replace("-", "_")
