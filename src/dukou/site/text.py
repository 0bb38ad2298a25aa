"""Text that members write, made safe to keep: no control characters, within the limits."""

from __future__ import annotations

import re
import unicodedata

MAX_MARKS_IN_A_ROW = 8
_KEPT_CONTROLS = "\n\t"
# Overrides and isolates that would turn the text around them: a stray one breaks other lines.
_BIDI = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
# Letters and symbols that look like nothing: Hangul fillers, a blank Braille cell.
_FACELESS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_BLANK_LINES = re.compile(r"\n{3,}")


def cleaned(text: str, *, limit: int) -> str:
    """The text without NUL, lone surrogates, direction overrides and piles of marks, NFC.

    Cut to `limit` characters, white space at its ends removed.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BIDI)
    kept = "".join(char for char in text if _may_stay(char))
    kept = _without_piles(unicodedata.normalize("NFC", kept))
    return _BLANK_LINES.sub("\n\n", kept).strip()[:limit]


def one_line(text: str, *, limit: int) -> str:
    """The cleaned text on one line."""
    return " ".join(cleaned(text, limit=limit * 4).split())[:limit]


def can_be_seen(text: str) -> bool:
    """Whether the text shows anything: not only spaces, joiners and letters without a face."""
    return any(unicodedata.category(char)[0] in "LNPSM" and char not in _FACELESS for char in text)


def _may_stay(char: str) -> bool:
    if char in _KEPT_CONTROLS:
        return True
    return unicodedata.category(char) not in {"Cc", "Cs", "Cn"}


def _without_piles(text: str) -> str:
    """At most eight combining marks in a row: enough for every script that people write."""
    out: list[str] = []
    marks = 0
    for char in text:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= MAX_MARKS_IN_A_ROW:
            out.append(char)
    return "".join(out)
