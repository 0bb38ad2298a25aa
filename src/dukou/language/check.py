"""Is this output a translation at all? What no honest engine writes is refused, with a reason.

The rules look at shape, not at meaning. They stop an engine that copies, rambles, answers instead
of translating, or was talked into adding a link. They are judged on text whose protected pieces
are hidden, so any link, tag or mention here was made up.
"""

import re
from collections import Counter
from enum import StrEnum

from dukou.language import letters, tags, vectors
from dukou.language.detect import detect_plain
from dukou.language.numbers import digit_keys, number_keys
from dukou.language.pieces import find_pieces
from dukou.language.units import changes_units
from dukou.language.writing import census

_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MARKUP = re.compile(r"</?[a-zA-Z!][^>\n]{0,200}>|&(?:lt|gt|amp|quot|#\d{1,7});|\]\(")
_LOOP = re.compile(r"(.{2,24}?)\1{4,}|(.)\2{11,}")
#: Letters are worth what they say: a Han character is about three and a half Latin letters.
_WORTH = {"han": 3.5, "kana": 2.0, "hangul": 3.0}
#: Of human translations of whole sentences (NTREX, FLORES) fewer than one in 1,000 lies outside.
_SHORTEST, _LONGEST = 0.4, 2.2
_SLACK = 14.0
_USUAL = (0.62, 1.5)
#: Chosen on FLORES dev and Tatoeba: of human translations fewer than one in 300 is too far, of
#: sentences that belong to others 96 to 98 in 100.
_FAR, _FAR_IF_UNUSUAL, _ENOUGH_WORTH = 0.25, 0.45, 30.0
#: From here on detection among languages in Latin letters is believed.
_SURE_WORTH = 30.0
_ALL_LATIN = letters.LATIN_LANGUAGES


class Reason(StrEnum):
    """Why an output is refused."""

    EMPTY = "empty"
    COPY = "copy"
    WRONG_SCRIPT = "wrong-script"
    WRONG_LANGUAGE = "wrong-language"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    NEW_LINES = "new-lines"
    NEW_LINK = "new-link"
    NEW_MENTION = "new-mention"
    NEW_TAG = "new-tag"
    NEW_NUMBER = "new-number"
    NEW_UNIT = "new-unit"
    MARKUP = "markup"
    INVISIBLE = "invisible-characters"
    LOOP = "repeats-itself"
    LOST_PIECE = "lost-piece"
    TOO_FAR = "too-far-in-meaning"


def refusal(text: str, output: str, *, source: str, target: str) -> Reason | None:
    """The first reason to refuse `output` as a translation of `text`, or None if it may pass.

    Args:
        text, output: one line each, protected pieces hidden.
        source, target: language tags.
    """
    return (
        _bad_characters(text, output)
        or _bad_script(text, output, source=source, target=target)
        or _bad_length(text, output)
        or _additions(text, output)
        or _bad_units(text, output, source=source, target=target)
    )


def _bad_units(text: str, output: str, *, source: str, target: str) -> Reason | None:
    changed = changes_units(text, output, source=source, target=target)
    return Reason.NEW_UNIT if changed else None


def is_unusual(text: str, output: str) -> bool:
    """Whether the lengths alone are reason to look at the meaning too.

    Of human translations (FLORES dev) and of good engines' about one in twenty is unusual.
    """
    share = (worth(output) + _SLACK) / (worth(text) + _SLACK)
    return not _USUAL[0] <= share <= _USUAL[1]


def is_too_far(text: str, output: str, *, source: str, target: str) -> bool:
    """Whether the output speaks of something else, by text vectors.

    What is also unusually short or long must lie nearer. Short texts and languages that the
    vectors do not know are never too far.
    """
    known = {tags.base(code) for code in vectors.LANGUAGES}
    if {tags.base(source), tags.base(target)} - known or worth(text) < _ENOUGH_WORTH:
        return False
    far = _FAR_IF_UNUSUAL if is_unusual(text, output) else _FAR
    return vectors.nearness(text, output) < far


def worth(text: str) -> float:
    """How much a text says, in Latin letters: comparable between languages."""
    return sum(count * _WORTH.get(system, 1.0) for system, count in census(text).items())


def _bad_characters(text: str, output: str) -> Reason | None:
    if _INVISIBLE.search(output.replace("\n", "")):
        return Reason.INVISIBLE
    if output.strip().count("\n") > text.strip().count("\n"):
        return Reason.NEW_LINES
    if Counter(_MARKUP.findall(output)) - Counter(_MARKUP.findall(text)):
        return Reason.MARKUP
    if _LOOP.search(output) and not _LOOP.search(text):
        return Reason.LOOP
    return None


def _bad_script(text: str, output: str, *, source: str, target: str) -> Reason | None:
    counts = census(output)
    if not counts:
        return Reason.EMPTY
    if _is_copy(text, output, source=source, target=target):
        return Reason.COPY
    weights = {system: n * _WORTH.get(system, 1.0) for system, n in counts.items()}
    expected = _SYSTEMS.get(tags.script(target), frozenset({"latin"}))
    share = sum(weights.get(system, 0.0) for system in expected) / sum(weights.values())
    if share < (0.85 if expected == {"latin"} else 0.5):
        return Reason.WRONG_SCRIPT
    if tags.base(target) == "zh" and counts["kana"] * 10 > counts["han"]:
        return Reason.WRONG_SCRIPT
    return _bad_language(output, source=source, target=target)


def _bad_language(output: str, *, source: str, target: str) -> Reason | None:
    """Among languages in Latin letters: is it the one that was wanted?"""
    wanted = tags.base(target)
    if wanted not in _ALL_LATIN or worth(output) < _SURE_WORTH:
        return None
    found = detect_plain(output, latin=_ALL_LATIN)
    wrong = tags.base(found.lang) != wanted and found.confidence > 0.9
    return Reason.WRONG_LANGUAGE if wrong else None


def _is_copy(text: str, output: str, *, source: str, target: str) -> bool:
    """Short words may be the same in related languages: taxi is taxi."""
    related = tags.script(source) == tags.script(target)
    same = _letters(text) == _letters(output)
    return same and (not related or worth(text) > 12)


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _bad_length(text: str, output: str) -> Reason | None:
    said, translated = worth(text), worth(output)
    if translated + _SLACK < _SHORTEST * (said + _SLACK) or translated * 8 < said:
        return Reason.TOO_SHORT
    if translated - _SLACK > _LONGEST * said:
        return Reason.TOO_LONG
    return None


def _additions(text: str, output: str) -> Reason | None:
    had, has = _piece_counts(text), _piece_counts(output)
    if has["link"] > had["link"]:
        return Reason.NEW_LINK
    if output.count("@") > text.count("@"):
        return Reason.NEW_MENTION
    if has["tag"] > had["tag"]:
        return Reason.NEW_TAG
    if digit_keys(output) - number_keys(text):
        return Reason.NEW_NUMBER
    return None


def _piece_counts(text: str) -> dict[str, int]:
    counts = {"link": len(_BARE_HOST.findall(text)), "tag": 0}
    for piece in find_pieces(text):
        if piece.kind in counts:
            counts[piece.kind] += 1
    return counts


_BARE_HOST = re.compile(r"\b[a-z0-9-]{2,63}\.(?:com|net|org|cn|io|co|me|xyz|top|app|link)\b", re.I)

_SYSTEMS: dict[str, frozenset[str]] = {
    "Hans": frozenset({"han"}),
    "Hant": frozenset({"han"}),
    "Hani": frozenset({"han"}),
    "Jpan": frozenset({"han", "kana"}),
    "Kore": frozenset({"hangul"}),
    "Cyrl": frozenset({"cyrillic"}),
    "Arab": frozenset({"arabic"}),
    "Hebr": frozenset({"hebrew"}),
    "Grek": frozenset({"greek"}),
    "Thai": frozenset({"thai"}),
    "Deva": frozenset({"devanagari"}),
}
