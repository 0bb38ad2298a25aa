"""An entry of the glossary in the words of its reader."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from urllib.parse import quote

from django.utils.translation import get_language

from dukou.language.glossary import ACROSS, Entry
from dukou.language.scripts import to_script
from dukou.language.tags import SIMPLIFIED, TRADITIONAL, base
from dukou.site.bridge.glossary import known
from dukou.site.bridge.glossary.models import Kind, Tone
from dukou.site.members.languages import language_name
from dukou.site.members.models import Member


@dataclass(frozen=True)
class Line:
    """A text with its language, for `lang`."""

    text: str
    lang: str


@dataclass(frozen=True)
class ShownEntry:
    """An entry in the words of its reader; `avoid` is empty where nobody minds."""

    url: str
    term: Line
    spellings: list[str]
    kind: str
    tone: str
    tone_code: str
    rendering: Line
    meaning: Line
    example: Line
    example_across: Line
    avoid: Line | None


@dataclass(frozen=True)
class ShownExplanation(known.Explanation):
    """An entry explained in a further language; `is_own` if that is the reader's first."""

    language: str
    is_own: bool


def address_of(language: str, term: str) -> str:
    """Where an expression is explained."""
    return f"/glossary/{language}/{quote(term, safe='')}"


def shown_entry(entry: Entry) -> ShownEntry:
    """The entry in the interface language of the moment, Chinese in its script."""
    reader = get_language() or "en"
    side = "zh" if reader.startswith("zh") else "en"
    across = ACROSS[entry.language]
    avoid = entry.avoid.get(side, "")
    return ShownEntry(
        url=address_of(entry.language, entry.term),
        term=line(entry.term, entry.language),
        spellings=[line(one, entry.language).text for one in entry.spellings[1:]],
        kind=str(Kind(entry.kind).label),
        tone=str(Tone(entry.tone).label),
        tone_code=entry.tone,
        rendering=line(entry.rendering, across),
        meaning=line(entry.meaning[side], side),
        example=line(entry.example[entry.language], entry.language),
        example_across=line(entry.example[across], across),
        avoid=line(avoid, side) if avoid else None,
    )


def shown_explanation(one: known.Explanation, viewer: Member | None) -> ShownExplanation:
    """The explanation as this reader gets it."""
    return ShownExplanation(
        **asdict(one),
        language=language_name(one.lang),
        is_own=viewer is not None and base(viewer.home_language) == one.lang,
    )


def line(text: str, language: str) -> Line:
    """A text of the glossary, Chinese in the script of the interface."""
    if language != "zh":
        return Line(text, language)
    script = TRADITIONAL if "hant" in (get_language() or "").lower() else SIMPLIFIED
    return Line(to_script(text, script), script)
