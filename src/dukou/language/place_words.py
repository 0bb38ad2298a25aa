"""What this place says that no dictionary has: its glossary, and new words of its own notes.

Detection, segmentation and search read them here at every text, and nothing has to be restarted.
A library cannot know them: the site says what there is whenever that changes (`know`). Until it
does, they are the entries that come with Dukou.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, cached_property

from dukou.language.glossary import Entry, Finder, entries, key_of
from dukou.language.writing import census, writing


@dataclass(frozen=True, eq=False)
class PlaceWords:
    """The glossary's entries that count, and new Chinese words in Simplified."""

    glossary: tuple[Entry, ...]
    found: frozenset[str] = frozenset()

    @cached_property
    def chat(self) -> dict[str, frozenset[str]]:
        """Expressions of the glossary that their letters do not place, as they are compared, with
        their languages.

        Chinese signs speak for themselves, and an ordinary word that also has a sense of slang
        may be an ordinary word of another language too.
        """
        found: dict[str, set[str]] = {}
        for entry in self.glossary:
            for spelling in () if entry.everyday else entry.spellings:
                if not any(writing(char) == "han" for char in spelling):
                    found.setdefault(key_of(spelling), set()).add(entry.language)
        return {spelling: frozenset(languages) for spelling, languages in found.items()}

    @cached_property
    def mixed(self) -> Finder:
        """Finds expressions in Han and Latin signs, which are in one language: city不city."""
        return Finder(
            replace(entry, spellings=tuple(filter(_is_mixed, entry.spellings)))
            for entry in self.glossary
        )

    @cached_property
    def chinese(self) -> frozenset[str]:
        """Chinese words that segmentation must not cut: the new ones, and Dukou's own short
        expressions."""
        return self.found | _shipped()

    def short_expressions(self) -> frozenset[str]:
        """Chinese expressions of the glossary that are one word, in Simplified.

        Longer ones are phrases, whose words must be found one by one: 多喝热水. What members
        accepted becomes a word of segmentation only when texts are indexed anew (`found`), or
        search would ask older texts for what they are not indexed under.
        """
        return _short(self.glossary)


def place_words() -> PlaceWords:
    """The words of this place, as this process knows them."""
    if not _held:
        _held[:] = [PlaceWords(entries())]
    return _held[0]


def know(
    *, glossary: Iterable[Entry] | None = None, found: Iterable[str] | None = None
) -> PlaceWords:
    """From now on these are the glossary's entries, or the new words; None leaves them be."""
    now = place_words()
    then = replace(
        now,
        glossary=now.glossary if glossary is None else tuple(glossary),
        found=now.found if found is None else frozenset(found),
    )
    if (then.glossary, then.found) != (now.glossary, now.found):
        _held[:] = [then]  # in one step: other threads see all of the old words or of the new
    return place_words()


def forget() -> None:
    """Know only what comes with Dukou."""
    _held.clear()


_LONGEST_WORD = 3
_held: list[PlaceWords] = []


@cache
def _shipped() -> frozenset[str]:
    return _short(entries())


def _short(glossary: Iterable[Entry]) -> frozenset[str]:
    spellings = (
        key_of(spelling)
        for entry in glossary
        for spelling in entry.spellings
        if entry.language == "zh"
    )
    return frozenset(one for one in spellings if _is_short_word(one))


def _is_short_word(spelling: str) -> bool:
    return 1 < len(spelling) <= _LONGEST_WORD and all(writing(char) == "han" for char in spelling)


def _is_mixed(spelling: str) -> bool:
    return census(spelling).keys() >= {"han", "latin"}
