"""The mail server that a URL names."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from dukou.ground.errors import ConfigurationError

REMEDY = "Write smtp://user:password@host:587 or smtps://user:password@host:465."


@dataclass(frozen=True)
class Smtp:
    """Where mail is handed over, and how the line is protected."""

    host: str
    port: int
    user: str
    password: str
    implicit_tls: bool
    starttls: bool


def smtp_from(url: str) -> Smtp:
    """The mail server of the URL; `smtp://` means STARTTLS unless the host is this machine."""
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ConfigurationError("DUKOU_SMTP_URL", "does not name a mail server", REMEDY)
    implicit = parts.scheme == "smtps"
    try:
        port = parts.port or (465 if implicit else 587)
    except ValueError:
        raise ConfigurationError("DUKOU_SMTP_URL", "has no valid port", REMEDY) from None
    return Smtp(
        host=parts.hostname,
        port=port,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        implicit_tls=implicit,
        starttls=not implicit and parts.hostname not in {"localhost", "127.0.0.1", "::1"},
    )
