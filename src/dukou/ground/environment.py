"""Settings as they are written: environment variables, the `.env` file, and their values."""

import difflib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import GenericAlias
from typing import Any, Literal, get_args, get_origin

from dukou.ground.errors import ConfigurationError

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}
_LINE = re.compile(r"(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)")


def read_env_file(path: Path) -> dict[str, str]:
    """The variables of a `.env` file: `NAME=value` lines, `#` comments, optional quotes."""
    if not path.is_file():
        return {}
    found: dict[str, str] = {}
    for number, raw in enumerate(path.read_text("utf-8").splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            raise ConfigurationError(
                f"{path}:{number}", "is not a setting", "Write NAME=value, or # before a comment."
            )
        found[match[1]] = _unquoted(match[2])
    return found


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return re.sub(r"\s+#.*", "", value)


def refuse_unknown(written: Mapping[str, str], known: Iterable[str]) -> None:
    """Raise for a DUKOU_ variable that no setting reads: a typo must not pass unseen."""
    names = [*known, "DUKOU_DATA"]  # where benches find their data; no setting of a place
    for env in written:
        if env.startswith("DUKOU_") and env not in names:
            near = difflib.get_close_matches(env, names, n=1)
            remedy = f"Did you mean {near[0]}?" if near else "docs/operator.md lists every setting."
            raise ConfigurationError(env, "is not a setting of Dukou", remedy)


def parsed(env: str, text: str, kind: Any) -> Any:
    """The text as a value of the field's type; raises ConfigurationError with what to write."""
    if get_origin(kind) is Literal:
        return _choice(env, text, get_args(kind))
    if isinstance(kind, GenericAlias):
        return tuple(part.strip() for part in text.split(",") if part.strip())
    if kind is bool:
        return _switch(env, text)
    if kind is int:
        return _count(env, text)
    return kind(text)


def _choice(env: str, text: str, choices: tuple[str, ...]) -> str:
    if text not in choices:
        raise ConfigurationError(env, f"is {text!r}", f"Write one of: {', '.join(choices)}.")
    return text


def _switch(env: str, text: str) -> bool:
    if text.lower() not in TRUE | FALSE:
        raise ConfigurationError(env, f"is {text!r}", "Write 1 for on or 0 for off.")
    return text.lower() in TRUE


def _count(env: str, text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,12}", text.replace("_", "")):
        raise ConfigurationError(env, f"is {text!r}", "Write a whole number, such as 8000.")
    return int(text)
