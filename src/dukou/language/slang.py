"""Short words of chat that no statistics of letters can place: yyds is Chinese, kkkk Portuguese.

So are sounds (`dukou.language.sounds`) and expressions of the place's glossary: cat tax is English,
whatever its letters look like.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from dukou.language.place_words import PlaceWords, place_words
from dukou.language.sounds import shortened, sound_language
from dukou.language.tags import UNKNOWN
from dukou.language.wordlists import languages_of_words

_WORD = r"[^\W_]+(?:['’;][^\W_]+)*"


def slang_language(word: str) -> str | None:
    """The language whose chat uses this word or expression and no other, or None.

    `und` is for a sound of no language, such as aaaah.
    """
    key = word.lower().replace("’", "'")
    short = shortened(key)
    languages = _languages(key) or (_languages(short) if short != key else frozenset())
    return next(iter(languages)) if len(languages) == 1 else None


def _languages(key: str) -> frozenset[str]:
    listed = languages_of_words("slang").get(key, frozenset())
    languages = listed | place_words().chat.get(key, frozenset())
    sound = None if languages else sound_language(key)
    return frozenset([sound]) if sound else languages


def slang_only(text: str) -> str | None:
    """The language, if every word of the text is slang of that one language; None otherwise.

    `und` if they are all sounds of no language.
    """
    languages = set()
    for word in _words(text):
        language = slang_language(word)
        if language is None:
            return None
        languages.add(language)
    if len(languages) > 1:
        languages.discard(UNKNOWN)
    return languages.pop() if len(languages) == 1 else None


def without_slang_of_others(text: str, language: str) -> str:
    """The text without slang of other languages, which would mislead a detector of letters."""

    def kept(match: re.Match[str]) -> str:
        return match.group() if slang_language(match.group()) in {None, language} else " "

    return _pattern(place_words()).sub(kept, text)


def _words(text: str) -> Iterator[str]:
    return (match.group() for match in _pattern(place_words()).finditer(text))


@lru_cache(maxsize=1)
def _pattern(known: PlaceWords) -> re.Pattern[str]:
    """Expressions of several words, the longest first, then single words."""
    phrases = sorted((one for one in known.chat if not re.fullmatch(_WORD, one)), key=len)
    spelt = [re.escape(phrase).replace("'", "['’]") for phrase in reversed(phrases)]
    several = [rf"(?<![^\W_])(?i:{'|'.join(spelt)})(?![^\W_])"] if spelt else []
    return re.compile("|".join([*several, _WORD]))
