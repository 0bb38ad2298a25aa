"""The messages that templates and Python of the site ask to have translated."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

TEMPLATES = {".html", ".txt", ".xml"}
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


@dataclass(frozen=True)
class Message:
    """A text to translate, by what gettext tells messages apart: context and singular."""

    context: str | None
    singular: str

    def __str__(self) -> str:
        shown = repr(self.singular)
        return f"{shown} ({self.context})" if self.context else shown


@dataclass(frozen=True)
class Use:
    """A place in the source that needs a message."""

    message: Message
    place: str


def uses(root: Path) -> Iterator[Use]:
    """Every use of a message in the Python files and templates below the folder."""
    for path in sorted(root.rglob("*")):
        if path.suffix in TEMPLATES and "templates" in path.parts:
            source = _template_as_python(path)
        elif path.suffix == ".py" and "migrations" not in path.parts:
            source = path.read_text("utf-8")
        else:
            continue
        found = extract("python", BytesIO(source.encode("utf-8")), KEYWORDS)
        for line, text, _comments, context in found:
            singular = text if isinstance(text, str) else text[0]
            yield Use(Message(context, singular), f"{path.relative_to(root)}:{line}")


def _template_as_python(path: Path) -> str:
    lines = templatize(path.read_text("utf-8"), origin=str(path)).splitlines()
    # Babel reads Python tokens: what is left of the template's indentation would be refused.
    return "\n".join(line.strip() for line in lines)
