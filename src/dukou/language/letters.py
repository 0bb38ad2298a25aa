"""Statistics that tell languages of one writing system apart, loaded when first needed.

Two models do the work: lingua for languages in Latin letters, restricted to the few that a place
expects, and cjclassifier for Han characters without any other sign. The first takes a second and
some 180 MB to load for seven languages; `detect.warm_up` does it ahead of the first reader. The
second takes three seconds and 35 MB, but few texts need it.
"""

from functools import cache
from math import exp, log
from threading import Lock

from cjclassifier import CJClassifier, CJLanguage
from lingua import IsoCode639_1, Language, LanguageDetector, LanguageDetectorBuilder

from dukou.language.sounds import shortened
from dukou.language.tags import SIMPLIFIED, TRADITIONAL
from dukou.language.wordforms import evidence

#: Languages in Latin letters that a place expects unless its operator says otherwise.
LATIN_LANGUAGES = ("en", "es", "pt", "fr", "de", "id", "vi")

#: So much of a text has its words looked up.
_WEIGHED_CHARS = 400
#: What letters rule out stays possible where the words speak for it.
_FLOOR = 1e-6
#: Wherever languages meet, a word that could be any is English more often than not.
_PRIOR = {"en": 2.0}

_loading = Lock()


class UnknownLanguage(ValueError):
    """No model knows this language."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(f"no detector knows the language {code!r}")


def latin_language(text: str, *, among: tuple[str, ...]) -> tuple[str, float] | None:
    """The likeliest of these languages and its probability, or None if nothing can be said."""
    if len(among) == 1:
        return among[0], 1.0
    text = shortened(text)
    with _loading:
        detector = _latin_detector(among)
    values = {
        found.language.iso_code_639_1.name.lower(): found.value
        for found in detector.compute_language_confidence_values(text)
    }
    if max(values.values()) - min(values.values()) < 1e-6:
        return None
    return _with_words(text, values)


def _with_words(text: str, values: dict[str, float]) -> tuple[str, float]:
    """Letters alone take "My software" for German; the words themselves know better."""
    known = evidence(text[:_WEIGHED_CHARS], among=tuple(values))
    scores = {
        language: log(value + _FLOOR) + log(_PRIOR.get(language, 1.0)) + known[language]
        for language, value in values.items()
    }
    best = max(scores, key=scores.__getitem__)
    return best, 1 / sum(exp(score - scores[best]) for score in scores.values())


def han_language(text: str) -> tuple[str, float] | None:
    """`zh-Hans`, `zh-Hant` or `ja` for text of Han characters, with how sure the model is."""
    with _loading:
        classifier = CJClassifier.load()
    found = _HAN_LANGUAGES.get(classifier.detect(text))
    return (found, 0.8 if len(text) >= 4 else 0.6) if found else None


_HAN_LANGUAGES = {
    CJLanguage.CHINESE_SIMPLIFIED: SIMPLIFIED,
    CJLanguage.CHINESE_TRADITIONAL: TRADITIONAL,
    CJLanguage.JAPANESE: "ja",
}


@cache
def _latin_detector(codes: tuple[str, ...]) -> LanguageDetector:
    languages = [_lingua_language(code) for code in codes]
    return LanguageDetectorBuilder.from_languages(*languages).build()


def _lingua_language(code: str) -> Language:
    try:
        return Language.from_iso_code_639_1(getattr(IsoCode639_1, code.upper()))
    except AttributeError:
        raise UnknownLanguage(code) from None
