"""The sentences of the bilingual self-introduction: each says the same in every language.

Whoever fills in the template writes two languages at once, without a translation in between.
A language is a file here, written by someone who writes it well; `{gap}` is where a member's words
go. What is asked follows a colon.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dukou.language import tags

LANGUAGES = ("zh-Hans", "zh-Hant", "en", "ja", "ko", "es", "pt", "fr", "de")
_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Phrase:
    """One sentence in every language of the template."""

    said: Mapping[str, str]

    def said_in(self, lang: str) -> str:
        """The sentence in one of `LANGUAGES`."""
        return self.said[lang]


def languages_of(reads: tuple[str, ...]) -> tuple[str, str]:
    """The member's own language of the template and that of the other bank."""
    own = tags.best_for(reads[:1], LANGUAGES) or "en"
    return own, "en" if tags.base(own) == "zh" else "zh-Hans"


def _table(lang: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{lang}.toml").read_text("utf-8"))


def _phrases(tables: Mapping[str, Mapping[str, str]]) -> dict[str, Phrase]:
    """Every key of the first language; one that another lacks is a KeyError at once."""
    first = tables[LANGUAGES[0]]
    return {key: Phrase({lang: tables[lang][key] for lang in LANGUAGES}) for key in first}


_tables = {lang: _table(lang) for lang in LANGUAGES}
DOING = _phrases({lang: table.pop("doing") for lang, table in _tables.items()})
ASKING = _phrases({lang: table.pop("asking") for lang, table in _tables.items()})
_sentences = _phrases(_tables)
TITLE, FROM = _sentences["title"], _sentences["from"]
LOVES, ASK = _sentences["loves"], _sentences["ask"]
