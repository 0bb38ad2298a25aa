"""The database address of the configuration as Django's settings want it."""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from dukou.site.listening import ListeningConnection

#: A busy statement (`statements.rows_of`) is prepared when it comes to a connection for the second
#: time.
PREPARED_AFTER = 1
POOL = {
    **{"min_size": 1, "max_size": 8, "timeout": 10},
    "connection_class": ListeningConnection,
}


def database_settings(url: str, *, prepared: bool) -> dict[str, Any]:
    """Django's `DATABASES["default"]` for a `postgresql://` address.

    A socket folder goes in the query: `postgresql://user:password@/name?host=/folder`.
    `prepared`: whether connections keep prepared statements.
    """
    parts = urlsplit(url or "postgresql:///dukou")
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    options: dict[str, Any] = {
        key: value for key, value in query.items() if key not in {"host", "port"}
    }
    options["prepare_threshold"] = PREPARED_AFTER if prepared else None
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "dukou",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", parts.hostname or ""),
        "PORT": str(query.get("port", parts.port or "")),
        "OPTIONS": {**options, "pool": dict(POOL)},
        "CONN_HEALTH_CHECKS": True,
    }
