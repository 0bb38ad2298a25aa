"""Small lists of words by language, kept beside the code as text: `[en]`, then words."""

from functools import cache
from importlib.resources import files


@cache
def languages_of_words(name: str) -> dict[str, frozenset[str]]:
    """For each word of the list `name`.txt, the languages that it is listed under."""
    found: dict[str, set[str]] = {}
    language = ""
    for line in files("dukou.language").joinpath(f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            language = line.strip("[]")
        elif not line.startswith("#"):
            for word in line.split():
                found.setdefault(word, set()).add(language)
    return {word: frozenset(languages) for word, languages in found.items()}
