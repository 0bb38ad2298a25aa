"""Short words of chat that no statistics of letters can place: yyds is Chinese, kkkk Portuguese."""

import re

from dukou.language.wordlists import languages_of_words

_WORD = re.compile(r"[^\W_]+(?:['’;][^\W_]+)*")


def slang_language(word: str) -> str | None:
    """The language whose chat uses this word and no other, or None."""
    languages = languages_of_words("slang").get(word.lower(), frozenset())
    return next(iter(languages)) if len(languages) == 1 else None


def slang_only(text: str) -> str | None:
    """The language, if every word of the text is slang of that one language; None otherwise."""
    languages = {slang_language(word) for word in _WORD.findall(text)}
    return languages.pop() if len(languages) == 1 else None


def without_slang_of_others(text: str, language: str) -> str:
    """The text without slang of other languages, which would mislead a detector of letters."""

    def kept(match: re.Match[str]) -> str:
        return match.group() if slang_language(match.group()) in {None, language} else " "

    return _WORD.sub(kept, text)
