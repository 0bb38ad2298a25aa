"""The language that a text is written in, as far as one can tell, and how sure that is.

Writing systems decide first, since they cost nothing and do not err: kana is Japanese, hangul is
Korean. Chinese is told apart by what script conversion would change. Only Latin letters and bare
Han characters need statistics. Mentions, tags, links and emoji say nothing about a language and
are left out; a text without anything else is `und`, which is an answer and not an error.
"""

from collections import Counter
from dataclasses import dataclass

from dukou.language import letters, scripts, slang, tags
from dukou.language.pieces import without_pieces
from dukou.language.tags import SIMPLIFIED, TRADITIONAL, UNKNOWN
from dukou.language.writing import census, without_broken, writing

#: More than this says nothing new about the language.
_ENOUGH_CHARS = 2000
#: A Han character carries about as much as three letters.
_WEIGHTS = {"han": 3.0, "kana": 2.0, "hangul": 2.0, "thai": 1.2}
_ONE_LANGUAGE = {
    "hangul": "ko",
    "thai": "th",
    "devanagari": "hi",
    "greek": "el",
    "hebrew": "he",
    "bengali": "bn",
    "tamil": "ta",
}
_SHORT_HAN = 8


@dataclass(frozen=True, slots=True)
class Detection:
    """A language tag, how sure it is (0 to 1), and the ISO 15924 script most of the text is in."""

    lang: str
    confidence: float
    script: str


NOTHING = Detection(UNKNOWN, 0.0, "Zyyy")


def detect(text: str, *, latin: tuple[str, ...] = letters.LATIN_LANGUAGES) -> Detection:
    """The language of most of the text: `zh-Hans`, `zh-Hant`, `zh` (either), `en`, `ja`, `und` ...

    Args:
        text: anything a person typed, of any length; only its beginning is looked at.
        latin: the languages in Latin letters that this place expects.
    """
    plain = without_pieces(without_broken(text[: 2 * _ENOUGH_CHARS]))[:_ENOUGH_CHARS]
    return detect_plain(plain, latin=latin)


def warm_up(*, latin: tuple[str, ...] = letters.LATIN_LANGUAGES) -> None:
    """Load what nearly every text needs, so that nobody's first text waits for a second."""
    for greeting in ("Hello and welcome to the ferry", "欢迎来到渡口"):
        detect(greeting, latin=latin)


def detect_plain(plain: str, *, latin: tuple[str, ...]) -> Detection:
    """As `detect`, for text that has no mentions, tags, links or emoji in it any more."""
    counts = census(plain)
    if not counts:
        known = slang.slang_only(plain)
        return NOTHING if known in {None, UNKNOWN} else Detection(known, 0.5, tags.script(known))
    weights = _group_weights(counts)
    group, weight = max(weights.items(), key=lambda item: item[1])
    share = weight / sum(weights.values())
    found = _of_group(group, plain, counts, latin)
    return Detection(found.lang, round(found.confidence * min(1.0, share + 0.2), 3), found.script)


def _group_weights(counts: Counter[str]) -> dict[str, float]:
    """Weight of each writing system; Han and kana are one, for Japanese uses both."""
    weights: dict[str, float] = {}
    for system, count in counts.items():
        group = "han" if system == "kana" else system
        weights[group] = weights.get(group, 0.0) + count * _WEIGHTS.get(system, 1.0)
    return weights


def _of_group(group: str, plain: str, counts: Counter[str], latin: tuple[str, ...]) -> Detection:
    if group == "han":
        return _east_asian(plain, counts)
    if group == "latin":
        return _latin(plain, latin)
    lang = _ONE_LANGUAGE.get(group) or _by_letters(group, plain)
    return Detection(lang, 0.99, tags.script(lang))


def _latin(plain: str, latin: tuple[str, ...]) -> Detection:
    words = "".join(char if writing(char) in {"latin", None} else " " for char in plain)
    known = slang.slang_only(words)
    if known:
        return NOTHING if known == UNKNOWN else Detection(known, 0.8, tags.script(known))
    guess = letters.latin_language(words, among=latin)
    if guess is None:
        return Detection(UNKNOWN, 0.0, "Latn")
    cleaned = slang.without_slang_of_others(words, guess[0])
    if cleaned != words:
        guess = letters.latin_language(cleaned, among=latin) or guess
    return Detection(guess[0], guess[1], "Latn")


def _east_asian(plain: str, counts: Counter[str]) -> Detection:
    if _is_written_with_kana(plain, counts):
        return Detection("ja", 0.99, "Jpan")
    han = "".join(char for char in plain if writing(char) == "han")
    if not han:
        return Detection("ja", 0.9, "Jpan")
    if len(han) <= _SHORT_HAN and slang.slang_only(plain) == "ja":
        return Detection("ja", 0.8, "Jpan")
    simplified, traditional = scripts.simplified_signs(plain), scripts.traditional_signs(plain)
    japanese = scripts.japanese_signs(han)
    doubtful = (simplified and traditional and min(simplified, traditional) * 4 >= len(han)) or (
        not simplified and not traditional and len(han) >= _SHORT_HAN
    )
    if japanese or doubtful:
        return _by_statistics(han, sure=0.95 if japanese else 0.8)
    if simplified == traditional:
        return Detection("zh", 0.7 if len(han) >= 2 else 0.5, "Hani")
    lang = SIMPLIFIED if simplified > traditional else TRADITIONAL
    lead = abs(simplified - traditional) / (simplified + traditional)
    return Detection(lang, round(0.75 + 0.24 * lead, 3), tags.script(lang))


def _by_statistics(han: str, *, sure: float) -> Detection:
    lang, confidence = letters.han_language(han) or ("zh", 0.5)
    return Detection(lang, min(sure, confidence), tags.script(lang))


def _is_written_with_kana(plain: str, counts: Counter[str]) -> bool:
    """True for Japanese. Chinese borrows の for charm (鲜の每日), a kana alone is no proof."""
    kana, han = counts["kana"], counts["han"]
    borrowed = plain.count("の")
    if kana == borrowed and han >= 2 * kana:
        return False
    return kana * 10 >= han or kana >= 12


def _by_letters(group: str, plain: str) -> str:
    if group == "cyrillic":
        return "uk" if any(char in "іїєґІЇЄҐ" for char in plain) else "ru"
    if group == "arabic":
        if any(char in "ٹڈڑںے" for char in plain):
            return "ur"
        persian = sum(char in "پچژگی" for char in plain)
        return "fa" if persian * 12 > len(plain) else "ar"
    return UNKNOWN
