"""Short words of chat that no statistics of letters can place: yyds is Chinese, kkkk Portuguese."""

import re
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+(?:['’;][^\W_]+)*")


def slang_language(word: str) -> str | None:
    """The language whose chat uses this word and no other, or None."""
    return _language_of().get(word.lower())


def slang_only(text: str) -> str | None:
    """The language, if every word of the text is slang of that one language; None otherwise."""
    languages = {slang_language(word) for word in _WORD.findall(text)}
    return languages.pop() if len(languages) == 1 else None


def without_slang_of_others(text: str, language: str) -> str:
    """The text without slang of other languages, which would mislead a detector of letters."""

    def kept(match: re.Match[str]) -> str:
        return match.group() if slang_language(match.group()) in {None, language} else " "

    return _WORD.sub(kept, text)


@cache
def _language_of() -> dict[str, str]:
    known: dict[str, str] = {}
    language = ""
    for line in files("dukou.language").joinpath("slang.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            language = line.strip("[]")
        elif not line.startswith("#"):
            known |= {word: language for word in line.split() if word not in known}
    return known
