"""Statistics that tell languages of one writing system apart, loaded when first needed.

Two models do the work: lingua for languages in Latin letters, restricted to the few that a place
expects, and cjclassifier for Han characters without any other sign. The first takes a second and
some 180 MB to load for seven languages, the second three seconds and 35 MB: `warm_up` does it
ahead of the first reader.
"""

from functools import cache
from threading import Lock

from cjclassifier import CJClassifier, CJLanguage
from lingua import IsoCode639_1, Language, LanguageDetector, LanguageDetectorBuilder

from dukou.language.tags import SIMPLIFIED, TRADITIONAL

#: Languages in Latin letters that a place expects unless its operator says otherwise.
LATIN_LANGUAGES = ("en", "es", "pt", "fr", "de", "id", "vi")

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
    with _loading:
        detector = _latin_detector(among)
    values = detector.compute_language_confidence_values(text)
    best = values[0]
    if best.value <= 0.0 or (len(values) > 1 and best.value - values[1].value < 1e-6):
        return None
    return best.language.iso_code_639_1.name.lower(), best.value


def han_language(text: str) -> tuple[str, float] | None:
    """`zh-Hans`, `zh-Hant` or `ja` for text of Han characters, with how sure the model is."""
    with _loading:
        classifier = CJClassifier.load()
    found = _HAN_LANGUAGES.get(classifier.detect(text))
    return (found, 0.8 if len(text) >= 4 else 0.6) if found else None


def warm_up(*, latin: tuple[str, ...] = LATIN_LANGUAGES) -> None:
    """Load every model, so that nobody's first text waits some seconds."""
    latin_language("Hello and welcome to the ferry", among=latin)
    han_language("渡口")


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
