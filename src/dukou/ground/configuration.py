"""Every setting of a place, in one object: what it is called, what it means, what it defaults to.

Values come from the environment, then from a `.env` file in the current folder. Add a setting
here as a field, and in docs/operator.md as a row; nothing else reads the environment.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_type_hints
from urllib.parse import urlsplit

from dukou.ground.checks import check
from dukou.ground.environment import parsed, read_env_file, refuse_unknown
from dukou.ground.secret import kept_secret
from dukou.ground.smtp import Smtp, smtp_from


def _setting(env: str, default: Any, doc: str, *, secret: bool = False) -> Any:
    return field(default=default, repr=not secret, metadata={"env": env, "doc": doc})


_HOME = Path("var")


@dataclass(frozen=True)
class Configuration:
    """The settings of one place; field metadata holds `env` and `doc`."""

    home: Path = _setting(  # noqa: RUF009 - a Path is never changed in place
        "DUKOU_HOME", _HOME, "Folder that holds database, media, snapshots and secrets."
    )
    database_url: str = _setting(
        "DATABASE_URL",
        "",
        "PostgreSQL server to use; empty runs the embedded one under the home.",
        secret=True,
    )
    prepared_statements: bool = _setting(
        "DUKOU_PREPARED_STATEMENTS",
        True,
        "Lets the database plan the busiest statements once; 0 behind a pooler that cannot keep "
        "them.",
    )
    secret_key: str = _setting(
        "DUKOU_SECRET_KEY",
        "",
        "Key that signs sessions and links; made and kept under the home when empty.",
        secret=True,
    )
    hosts: tuple[str, ...] = _setting(
        "DUKOU_HOSTS", (), "Further host names that the site answers to, separated by commas."
    )
    origin: str = _setting(
        "DUKOU_ORIGIN", "", "Public address, such as https://dukou.example; https turns HSTS on."
    )
    port: int = _setting("DUKOU_PORT", 8000, "Port of the web server.")
    bind: str = _setting("DUKOU_BIND", "127.0.0.1", "Address that the web server listens on.")
    workers: int = _setting("DUKOU_WORKERS", 2, "Web processes; about one for each core.")
    debug: bool = _setting(
        "DUKOU_DEBUG", False, "Shows errors in the browser; for development only."
    )
    sign_up: Literal["open", "invitation", "closed"] = _setting(
        "DUKOU_SIGN_UP", "open", "Who may join: open, invitation or closed."
    )
    confirm_email: bool = _setting(
        "DUKOU_CONFIRM_EMAIL", False, "Asks new members to confirm their address; needs mail."
    )
    smtp_url: str = _setting(
        "DUKOU_SMTP_URL",
        "",
        "Mail server: smtp://user:password@host:587 (STARTTLS) or smtps://...:465; "
        "empty writes mail to the log.",
        secret=True,
    )
    mail_from: str = _setting(
        "DUKOU_MAIL_FROM", "Dukou <dukou@localhost>", "Sender of the place's mail."
    )
    place_name: str = _setting("DUKOU_PLACE_NAME", "渡口 Dukou", "Name of the place.")
    place_language: Literal["zh-Hans", "zh-Hant", "en"] = _setting(
        "DUKOU_PLACE_LANGUAGE", "zh-Hans", "Language of the place where a reader names none."
    )
    time_zone: str = _setting(
        "DUKOU_TIME_ZONE", "Asia/Shanghai", "Zone in which the place's days begin."
    )
    translate_url: str = _setting(
        "DUKOU_TRANSLATE_URL", "", "Translation server that speaks the LibreTranslate protocol."
    )
    translate_key: str = _setting(
        "DUKOU_TRANSLATE_KEY", "", "Key for the translation server.", secret=True
    )
    chat_url: str = _setting(
        "DUKOU_CHAT_URL",
        "",
        "Endpoint that speaks OpenAI's chat protocol, such as https://api.example/v1.",
    )
    chat_key: str = _setting("DUKOU_CHAT_KEY", "", "Key for the chat endpoint.", secret=True)
    chat_model: str = _setting("DUKOU_CHAT_MODEL", "", "Model that the chat endpoint shall use.")
    deepl_key: str = _setting(
        "DUKOU_DEEPL_KEY", "", "Key for DeepL; one of the free plan ends in :fx.", secret=True
    )
    draft_engine: bool = _setting(
        "DUKOU_DRAFT_ENGINE", False, "Uses the rough translation engine of the extra `draft`."
    )
    search_by_meaning: bool = _setting(
        "DUKOU_SEARCH_BY_MEANING",
        True,
        "Finds notes by meaning, across languages; takes 250 MB in each web process.",
    )
    kernel: bool = _setting(
        "DUKOU_KERNEL",
        True,
        "Ranks and searches with the kernels that setup could compile; 0 goes without.",
    )
    translate_daily_chars: int = _setting(
        "DUKOU_TRANSLATE_DAILY_CHARS",
        1_000_000,
        "Characters that the place may translate by machine in a day.",
    )
    translate_member_daily_chars: int = _setting(
        "DUKOU_TRANSLATE_MEMBER_DAILY_CHARS",
        40_000,
        "Characters that one member's reading may have translated in a day.",
    )
    translate_paid_daily_chars: int = _setting(
        "DUKOU_TRANSLATE_PAID_DAILY_CHARS",
        200_000,
        "Of these, characters for engines with a key: DeepL, the chat endpoint.",
    )
    translate_ahead_daily_chars: int = _setting(
        "DUKOU_TRANSLATE_AHEAD_DAILY_CHARS",
        100_000,
        "Of these, characters translated before a reader asks; 0 translates nothing ahead.",
    )
    translate_order: tuple[str, ...] = _setting(
        "DUKOU_TRANSLATE_ORDER",
        (),
        "Engines for single pairs, in their order, such as zh-en:chat+firefox,en-zh:deepl; of "
        "deepl, chat, server, firefox, draft.",
    )
    source_url: str = _setting(
        "DUKOU_SOURCE_URL",
        "https://codeberg.org/dukou/dukou",
        "Where the source of the running version is; if you change the code, your own copy.",
    )
    export_events: bool = _setting(
        "DUKOU_EXPORT_EVENTS",
        False,
        "Writes the event log to Parquet files each hour; needs the extra `export`.",
    )
    metrics_token: str = _setting(
        "DUKOU_METRICS_TOKEN",
        "",
        "Bearer token for /metrics; empty answers this machine only.",
        secret=True,
    )
    member_storage_mb: int = _setting(
        "DUKOU_MEMBER_STORAGE_MB", 500, "Megabytes of pictures that one member may keep."
    )
    log: Literal["console", "json"] = _setting(
        "DUKOU_LOG", "console", "Form of the log: console for people, json for collectors."
    )

    @property
    def allowed_hosts(self) -> list[str]:
        """Host names the site answers to: this machine, the public one, and those added."""
        public = [urlsplit(self.origin).hostname or ""] if self.origin else []
        bound = [] if self.bind in {"0.0.0.0", "::"} else [self.bind]  # noqa: S104
        return ["localhost", "127.0.0.1", "[::1]", *bound, *public, *self.hosts]

    @property
    def is_secure(self) -> bool:
        """Whether browsers reach the place by https."""
        return self.origin.startswith("https://")

    @property
    def smtp(self) -> Smtp | None:
        """The mail server, or None where mail goes to the log."""
        return smtp_from(self.smtp_url) if self.smtp_url else None


def load(environ: Mapping[str, str] | None = None, env_file: Path | None = None) -> Configuration:
    """The configuration that environment and `.env` describe; makes the secret key if needed."""
    environ = os.environ if environ is None else environ
    written = {**read_env_file(env_file or Path(".env")), **environ}
    kinds = get_type_hints(Configuration)
    names = {item.name: item.metadata["env"] for item in fields(Configuration)}
    refuse_unknown(written, names.values())
    values = {
        name: parsed(env, written[env].strip(), kinds[name])
        for name, env in names.items()
        if written.get(env, "").strip()
    }
    found = Configuration(**values)
    check(found)
    home = found.home.expanduser().absolute()
    return replace(
        found, home=home, secret_key=found.secret_key or kept_secret(home / "secret-key")
    )


@cache
def configuration() -> Configuration:
    """The configuration of this process, read once."""
    return load()
