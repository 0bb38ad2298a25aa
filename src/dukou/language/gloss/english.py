"""English words as a dictionary lists them: cats is cat, went is go, stopped is stop."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

#: A word of English text, with an apostrophe or a hyphen inside.
WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*")

_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1$")
_RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("'s", ("",)),
    ("s'", ("s", "")),
    ("ies", ("y", "ie")),
    ("es", ("e", "")),
    ("s", ("",)),
    ("ied", ("y", "ie")),
    ("ed", ("e", "")),
    ("ing", ("e", "")),
    ("ier", ("y",)),
    ("iest", ("y",)),
    ("er", ("e", "")),
    ("est", ("e", "")),
    ("ily", ("y",)),
    ("ly", ("", "le")),
    ("in'", ("ing",)),
    ("n't", ("",)),
    ("'re", ("",)),
    ("'ve", ("",)),
    ("'ll", ("",)),
    ("'m", ("",)),
    ("'d", ("",)),
)


_CONTRACTED: dict[str, tuple[str, ...]] = {
    "n't": ("not",),
    "'ll": ("will",),
    "'re": ("be",),
    "'ve": ("have",),
    "'m": ("be",),
    "'d": (),
    "'s": (),
}


def forms_of(word: str) -> tuple[str, ...]:
    """The word in lower case, then what it may be a form of, likeliest first."""
    written = word.lower().replace("’", "'")
    if written in _irregular():
        return tuple(dict.fromkeys((written, *_irregular()[written])))
    return tuple(dict.fromkeys((written, *_by_rule(written))))


def lemmas(text: str, known: Callable[[str], bool]) -> list[str]:
    """The words of a text as a dictionary lists them, contractions taken apart: I'll is i, will."""
    found = []
    for match in WORD.finditer(text):
        word = match.group().lower().replace("’", "'")
        stem, ending = _contraction(word)
        found += [lemma(stem, known), *ending]
    return found


def _contraction(word: str) -> tuple[str, tuple[str, ...]]:
    if word in {"can't", "won't", "shan't"}:
        return {"c": "can", "w": "will", "s": "shall"}[word[0]], ("not",)
    if word in {"it's", "that's", "he's", "she's", "there's", "what's", "who's", "where's"}:
        return word[:-2], ("be",)
    for ending, said in _CONTRACTED.items():
        if word.endswith(ending) and len(word) > len(ending):
            return word.removesuffix(ending), said
    return word, ()


def lemma(word: str, known: Callable[[str], bool]) -> str:
    """The listed word that this is a form of; the word itself if `known` has none of them."""
    forms = forms_of(word)
    if forms[0] in _irregular():
        return _irregular()[forms[0]][0]
    return next((form for form in forms[1:] if known(form)), forms[0])


def _by_rule(word: str) -> Iterator[str]:
    for ending, replacements in _RULES:
        stem = word.removesuffix(ending)
        has_vowel = ending[0] == "i" or any(char in "aeiouy" for char in stem)
        if stem == word or len(stem) < 2 or not has_vowel:
            continue
        doubled = _DOUBLED.search(stem)
        if ending in {"ed", "ing", "er", "est"} and doubled:
            yield stem[:-1]
            yield stem
        elif ending == "es" and not stem.endswith(("s", "x", "z", "ch", "sh", "o")):
            yield stem + "e"
        elif ending == "s" and stem.endswith(("s", "u")):
            continue
        else:
            first, *others = replacements
            if ending in {"ed", "ing", "er", "est"} and not _wants_e(stem):
                others, first = [first], ""
            yield stem + first
            yield from (stem + other for other in others)


def _wants_e(stem: str) -> bool:
    """True if the stem more likely lost an e before its ending: lov(ed), not look(ed)."""
    return bool(re.search(r"(?:[aeiouy][^aeiouwxy]|[cgsuvz]|[^aeiou]l)$", stem)) and not re.search(
        r"(?:[aeiou]{2}[^aeiouvsczg]|en|er|on|it|ss|ng)$", stem
    )


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """For each form the words it belongs to; a word of the list belongs to itself first."""
    found: dict[str, list[str]] = {}
    lines = files(__package__).joinpath("irregular.txt").read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    for word, *_ in rows:
        found.setdefault(word, []).append(word)
    for word, *forms in rows:
        for form in forms:
            if word not in found.setdefault(form, []):
                found[form].append(word)
    return {form: tuple(words) for form, words in found.items()}
