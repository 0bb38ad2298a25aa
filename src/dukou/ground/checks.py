"""Rules that a configuration must meet beyond the type of each setting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dukou.ground.errors import ConfigurationError
from dukou.ground.smtp import smtp_from

if TYPE_CHECKING:
    from dukou.ground.configuration import Configuration


_ENGINE = "(?:deepl|chat|server|firefox|draft)"
_ORDER = re.compile(rf"[a-z]{{2,3}}-[a-z]{{2,3}}:{_ENGINE}(?:\+{_ENGINE})*")


def check(found: Configuration) -> None:
    """Raise ConfigurationError for the first setting that cannot work."""
    _is_address("DUKOU_ORIGIN", found.origin, "Write https:// and the host name, with no path.")
    if found.origin and urlsplit(found.origin).path:
        raise ConfigurationError(
            "DUKOU_ORIGIN", "ends with a path", "Write the address up to the host name only."
        )
    for env, url in (
        ("DUKOU_TRANSLATE_URL", found.translate_url),
        ("DUKOU_CHAT_URL", found.chat_url),
        ("DUKOU_SOURCE_URL", found.source_url),
    ):
        _is_address(env, url, "Write an address that begins with https:// or http://.")
    if found.database_url and not found.database_url.startswith(("postgresql://", "postgres://")):
        raise ConfigurationError(
            "DATABASE_URL",
            "is not a PostgreSQL address",
            "Write postgresql://user:password@host/name, or leave it empty.",
        )
    if found.smtp_url:
        smtp_from(found.smtp_url)
    if found.chat_url and not found.chat_model:
        raise ConfigurationError(
            "DUKOU_CHAT_MODEL", "is missing", "Write the model that DUKOU_CHAT_URL shall use."
        )
    for entry in found.translate_order:
        if not _ORDER.fullmatch(entry):
            raise ConfigurationError(
                "DUKOU_TRANSLATE_ORDER",
                f"has {entry!r}",
                "Write entries such as zh-en:chat+firefox, separated by commas.",
            )
    _is_between("DUKOU_PORT", found.port, 1, 65535)
    _is_between("DUKOU_WORKERS", found.workers, 1, 64)
    try:
        ZoneInfo(found.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        raise ConfigurationError(
            "DUKOU_TIME_ZONE", f"is {found.time_zone!r}", "Write a zone such as Asia/Shanghai."
        ) from None
    if found.secret_key and len(found.secret_key) < 32:
        raise ConfigurationError(
            "DUKOU_SECRET_KEY", "is too short", "Write 32 characters or more, or leave it empty."
        )


def _is_address(env: str, url: str, remedy: str) -> None:
    parts = urlsplit(url)
    if url and (parts.scheme not in {"http", "https"} or not parts.hostname):
        raise ConfigurationError(env, f"is {url!r}", remedy)


def _is_between(env: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise ConfigurationError(env, f"is {value}", f"Write a number from {least} to {most}.")
