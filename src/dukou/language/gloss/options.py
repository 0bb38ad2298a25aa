"""Everything that a Chinese word may mean, before anybody ranks it."""

from dataclasses import dataclass
from functools import lru_cache

from dukou.language.gloss.dictionary import Entry, entries
from dukou.language.gloss.function_words import uses_of
from dukou.language.gloss.senses import Sense, core_of

OURS, DICTIONARY, SEEN = "ours", "dictionary", "seen"


@dataclass(frozen=True)
class Option:
    """One thing that a word may mean.

    `source` is `ours` (a function word's use, with our explanation), `dictionary` (a sense of an
    entry, at a place in it) or `seen` (what people translated the word by). `reading` is pinyin
    with tone numbers, empty where nobody says.
    """

    source: str
    reading: str
    glosses: tuple[str, ...]
    text: str
    group: str = ""
    entry: Entry | None = None
    place: int = 0

    @property
    def sense(self) -> Sense | None:
        """The dictionary's sense, if it is one."""
        return self.entry.senses[self.place] if self.entry else None

    @property
    def cores(self) -> tuple[str, ...]:
        """The glosses in bare words; those in brackets stand for nothing."""
        sense = self.sense
        if sense is not None:
            return sense.glosses
        return tuple(core for gloss in self.glosses if (core := core_of(gloss)))

    @property
    def says_meaning(self) -> bool:
        """False for surnames, variants and the like."""
        return self.sense is None or self.sense.says_meaning


@lru_cache(maxsize=8192)
def options_of(word: str) -> tuple[Option, ...]:
    """Our uses of a word (Simplified), then the senses of all its entries, in their order."""
    uses = [
        Option(OURS, use.reading, use.glosses, use.explanation, use.group) for use in uses_of(word)
    ]
    senses = [
        Option(DICTIONARY, entry.pinyin, sense.shown, sense.text, "", entry, place)
        for entry in entries(word)
        for place, sense in enumerate(entry.senses)
    ]
    return (*uses, *senses)


@lru_cache(maxsize=8192)
def is_ambiguous(word: str) -> bool:
    """True if the dictionary has two senses or more that say what the word means."""
    senses = [sense for entry in entries(word) for sense in entry.senses]
    return sum(sense.says_meaning for sense in senses) > 1
