"""Marking sentences within a text: in the plain text first, in its HTML after that."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dukou.language.sides import Difference, Kind

# Control characters, which no text of a member holds (`text.cleaned`).
_STARTS = {Kind.ALONE: "\x02", Kind.ELSE: "\x05", Kind.NUMBER: "\x06"}
_END = "\x03"


def marked(text: str, found: Iterable[Difference]) -> str:
    """The text with invisible marks around the sentences; `with_marks` makes them seen."""
    for one in sorted(found, key=lambda one: -one.start):
        inner = text[one.start : one.end]
        text = f"{text[: one.start]}{_STARTS[one.kind]}{inner}{_END}{text[one.end :]}"
    return text


def with_marks(html: SafeString) -> SafeString:
    """The HTML of a marked text, with a line in words after each marked sentence."""
    if _END not in html:
        return html
    kinds = {start: kind for kind, start in _STARTS.items()}
    out, last = [], Kind.ALONE
    for char in html:
        if char in kinds:
            last = kinds[char]
            out.append(f'<span class="apart apart--{last}">')
        elif char == _END:
            lang = get_language() or "en"
            words = escape(words_of(last))
            out.append(f'</span> <span class="apart__words" lang="{lang}">{words}</span>')
        else:
            out.append(char)
    return mark_safe("".join(out))  # noqa: S308 - what stood there, spans of ours, escaped words


def words_of(kind: Kind) -> str:
    """What is said of such a sentence."""
    return {
        Kind.ALONE: _("no counterpart on the other side"),
        Kind.ELSE: _("something else stands here on the other side"),
        Kind.NUMBER: _("another number than on the other side"),
    }[kind]
