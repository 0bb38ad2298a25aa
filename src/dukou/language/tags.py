"""Language tags: what they are called, and which of them a reader can read.

A tag is what BCP 47 says it is: `en`, `en-GB`, `zh-Hans`, `zh-Hant-HK`. Two more values are in
use here: `zh` for Chinese that reads the same in both scripts, and `und` for text whose language
nobody knows.
"""

from collections.abc import Iterable
from functools import lru_cache

from babel import Locale, UnknownLocaleError

UNKNOWN = "und"
SIMPLIFIED = "zh-Hans"
TRADITIONAL = "zh-Hant"

_TRADITIONAL_REGIONS = {"TW", "HK", "MO"}
_SIMPLIFIED_REGIONS = {"CN", "SG", "MY"}
_OLD_CODES = {"cmn": "zh", "yue": "zh", "in": "id", "iw": "he", "jp": "ja", "kr": "ko"}
_DEFAULT_SCRIPTS = {
    "ja": "Jpan",
    "ko": "Kore",
    "ar": "Arab",
    "fa": "Arab",
    "ur": "Arab",
    "he": "Hebr",
    "hi": "Deva",
    "ru": "Cyrl",
    "uk": "Cyrl",
    "th": "Thai",
    "el": "Grek",
    "zh": "Hani",
    UNKNOWN: "Zyyy",
}
_RIGHT_TO_LEFT = {"Arab", "Hebr"}


@lru_cache(maxsize=1024)
def normal(tag: str) -> str:
    """The tag as this project writes it: `zh_cn` becomes `zh-Hans`, `EN-gb` becomes `en-GB`.

    The region of Chinese is kept where it changes the words (`zh-Hant-HK`). Anything that is not a
    tag becomes `und`.
    """
    parts = [part for part in tag.strip().replace("_", "-").split("-") if part]
    if not parts or not all(part.isascii() and part.isalnum() for part in parts):
        return UNKNOWN
    language = _OLD_CODES.get(parts[0].lower(), parts[0].lower())
    if not 2 <= len(language) <= 3 or not language.isalpha():
        return UNKNOWN
    written = next((p.title() for p in parts[1:] if len(p) == 4 and p.isalpha()), "")
    region = next((p.upper() for p in parts[1:] if len(p) == 2 and p.isalpha()), "")
    if language == "zh":
        return _normal_chinese(written, region)
    return "-".join(part for part in (language, written, region) if part)


@lru_cache(maxsize=1024)
def base(tag: str) -> str:
    """The language without script and region: `en` of `en-GB`."""
    return normal(tag).split("-")[0]


@lru_cache(maxsize=1024)
def script(tag: str) -> str:
    """The ISO 15924 script that text under the tag is written in: `Hans`, `Latn`, `Jpan`."""
    parts = normal(tag).split("-")
    written = next((part for part in parts[1:] if len(part) == 4), None)
    return written or _DEFAULT_SCRIPTS.get(parts[0], "Latn")


def direction(tag: str) -> str:
    """The value of HTML's `dir` for text under the tag: `ltr`, `rtl`, or `auto` if unknown."""
    if base(tag) == UNKNOWN:
        return "auto"
    return "rtl" if script(tag) in _RIGHT_TO_LEFT else "ltr"


def same_language(one: str, other: str) -> bool:
    """True if both tags name one language, whatever the script or region. `und` equals nothing."""
    return base(one) == base(other) != UNKNOWN


def can_read(reads: Iterable[str], tag: str) -> bool:
    """True if somebody who reads these languages can read text under the tag.

    Readers of either Chinese script read the other by conversion, and `en-GB` is `en`. Text of
    unknown language counts as readable: a doubtful tag must never hide a text.
    """
    return base(tag) == UNKNOWN or any(same_language(known, tag) for known in reads)


def needs_conversion(reader: str, tag: str) -> bool:
    """True if the reader knows the language, but in the other Chinese script."""
    scripts = {script(reader), script(tag)}
    return same_language(reader, tag) and scripts == {"Hans", "Hant"}


def best_for(reads: Iterable[str], offered: Iterable[str]) -> str | None:
    """The offered tag that suits these readings best, or None: order of `reads`, script first."""
    choices = list(offered)
    for known in reads:
        exact = [tag for tag in choices if normal(tag) == normal(known)]
        scripted = [tag for tag in choices if same_language(tag, known) and _shares(tag, known)]
        near = [tag for tag in choices if same_language(tag, known)]
        for found in (exact, scripted, near):
            if found:
                return found[0]
    return None


def name(tag: str, *, shown_in: str) -> str:
    """What the language is called in another: `name("ja", shown_in="zh-Hant")` is 日文."""
    tag, shown_in = normal(tag), normal(shown_in)
    own = _OWN_NAMES.get(shown_in if base(shown_in) == "zh" else base(shown_in), {})
    if tag in own:
        return own[tag]
    if base(tag) in own and base(tag) != "zh":
        return own[base(tag)]
    try:
        return Locale.parse(base(tag)).get_display_name(_babel_code(shown_in)) or tag
    except (UnknownLocaleError, ValueError):
        return tag


def _normal_chinese(written: str, region: str) -> str:
    if not written and region in _TRADITIONAL_REGIONS:
        written = "Hant"
    elif not written and region in _SIMPLIFIED_REGIONS:
        written = "Hans"
    if written not in {"Hans", "Hant"}:
        return "zh"
    return f"zh-{written}-HK" if written == "Hant" and region in {"HK", "MO"} else f"zh-{written}"


def _shares(one: str, other: str) -> bool:
    return script(one) == script(other) or "Hani" in {script(one), script(other)}


def _babel_code(tag: str) -> str:
    return "_".join(tag.split("-")[:2]) if base(tag) != UNKNOWN else "en"


# Where people say it otherwise than the locale data does.
_OWN_NAMES: dict[str, dict[str, str]] = {
    "zh-Hans": {
        "zh": "中文",
        "zh-Hans": "简体中文",
        "zh-Hant": "繁体中文",
        "zh-Hant-HK": "繁体中文（香港）",
        "en": "英文",
        "ja": "日文",
        "ko": "韩文",
        "es": "西班牙文",
        "pt": "葡萄牙文",
        "fr": "法文",
        "de": "德文",
        "und": "未知语言",
    },
    "zh-Hant": {
        "zh": "中文",
        "zh-Hans": "簡體中文",
        "zh-Hant": "繁體中文",
        "zh-Hant-HK": "繁體中文（香港）",
        "en": "英文",
        "ja": "日文",
        "ko": "韓文",
        "es": "西班牙文",
        "pt": "葡萄牙文",
        "fr": "法文",
        "de": "德文",
        "und": "未知語言",
    },
    "en": {
        "zh": "Chinese",
        "zh-Hans": "Simplified Chinese",
        "zh-Hant": "Traditional Chinese",
        "zh-Hant-HK": "Traditional Chinese (Hong Kong)",
        "und": "Unknown language",
    },
}
_OWN_NAMES["zh-Hant-HK"] = _OWN_NAMES["zh-Hant"]
_OWN_NAMES["zh"] = _OWN_NAMES["zh-Hans"]
