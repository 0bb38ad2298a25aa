"""The pieces of a text that are not language: mentions, tags, links, emoji, prices, times, code.

`find_pieces` is the one place that says what such a piece looks like. Detection ignores them,
script conversion leaves some alone, and translation engines never see them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_EMOJI_BASE = (
    "[\U0001f004\U0001f0cf\U0001f170-\U0001f251\U0001f300-\U0001f64f\U0001f680-\U0001f6ff"
    "\U0001f7e0-\U0001f7eb\U0001f900-\U0001f9ff\U0001fa70-\U0001faff\u2600-\u27bf"
    "\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u231a\u231b\u23e9-\u23f3\u203c\u2049]"
)
_EMOJI_ONE = f"{_EMOJI_BASE}[\ufe0f\U0001f3fb-\U0001f3ff]?[\U000e0020-\U000e007f]*"
_EMOJI = (
    "[\U0001f1e6-\U0001f1ff]{2}"
    f"|[0-9#*]\ufe0f?\u20e3|[\u00a9\u00ae\u2122\u2190-\u21ff\u2300-\u23ff\u25a0-\u25ff]\ufe0f"
    f"|{_EMOJI_ONE}(?:\u200d{_EMOJI_ONE})*"
)
# Faces: brackets around marks that no sentence uses, with raised arms beside them, or ASCII ones.
_FACE_MARKS = "｡•́ω•̀´∀｀ಥ╯°□≧▽≦˘◕ᴗ๑◡ﾟД╥﹏ಠ益¯ツ✧˃᷄˂᷅ꈍ‿ε≖•̥∇⊙♡≋◔ʕᴥʔง"
_KAOMOJI = (
    rf"[ヽヾヘΣ＼\\٩ლ╰╭╮o]?[(（][^()（）\w\n]{{0,6}}[{_FACE_MARKS}][^()（）\n]{{0,8}}[)）]"
    r"[ﾉノ／/و۶ლ╯╮╭o]?"
    r"|¯\\_[(（]ツ[)）]_/¯"
    r"|(?<![A-Za-z0-9_])(?:T_T|T\^T|QAQ|QwQ|TAT|O_O|o_o|orz|Orz|OTZ|XD+|xD+|>_<|-_-|\^_\^|\^\^|<3|:'\(|"
    r"[:;]-?[)(DPpO3/|])(?![A-Za-z0-9_])"
)
_NUMBER = r"\d{1,12}(?:[.,:]\d{1,6}){0,4}"
_MAGNITUDE = (
    r"\d|[.,]\d|[\s-]?(?:hundred|thousand|million|billion|trillion|mil\b|milh|bilh|mill|milliard|"
    r"bn\b|mn\b|[百千万萬亿億兆])"
)
_UNITS = (
    r"(?:kg|mg|g|km|cm|mm|m|ml|mL|l|L|oz|lb|lbs|ft|kcal|cal|kW|GB|MB|TB|GHz|Hz|mAh|fps|px|"
    r"°[CF]|℃|℉|%|％|‰)"
)
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("code", r"```[\s\S]{1,2000}?```|`[^`\n]{1,200}`"),
    ("link", r"(?:https?://|www\.)[^\s<>\"'，。！？；：、）】》」』]{1,2000}"),
    ("email", r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"),
    (
        "mention",
        r"(?<![A-Za-z0-9_@/])@(?:[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}(?:@[A-Za-z0-9.-]{1,80})?"
        r"|[\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af][\w·-]{0,39})",
    ),
    (
        "tag",
        r"(?<![\w&/])[#＃][^\s#＃@!-/:-@\[-^`{-~，。！？；：、（）【】《》「」『』…]{1,64}(?:#(?!\w))?",
    ),
    ("sticker", r"\[[\u4e00-\u9fffA-Za-z]{1,6}R?\]|(?<![\w:]):[a-z0-9_+-]{2,30}:(?![\w:])"),
    ("kaomoji", _KAOMOJI),
    ("emoji", _EMOJI),
    (
        "price",
        # Not "$2" of "$2 billion", nor of "$20 billion": what follows belongs to the number.
        rf"(?>(?:[¥￥$€£₩₹]|(?:US|NT|HK|R|A|C|S)\$|RMB\s?|CNY\s?|USD\s?)\s?{_NUMBER}"
        rf"(?:[kKwW](?![A-Za-z]))?)(?!{_MAGNITUDE})"
        rf"|{_NUMBER}\s?(?:元|块钱|塊錢|刀|美元|美金|人民币|人民幣|USD|RMB|CNY|EUR|JPY|KRW)(?![a-z])",
    ),
    (
        "time",
        r"(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?:\s?[aApP]\.?[mM](?![A-Za-z]))?(?![\d:])",
    ),
    ("measure", rf"(?<![A-Za-z0-9_.]){_NUMBER}\s?{_UNITS}(?![A-Za-z])"),
)
_FINDER = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PATTERNS))

#: Kinds that detection ignores; numbers do not say anything about a language anyway.
NOT_LANGUAGE = frozenset(
    {"code", "link", "email", "mention", "tag", "sticker", "kaomoji", "emoji", "name"}
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text that stands for itself: `text[start:end]`, of this kind."""

    start: int
    end: int
    kind: str
    text: str


def find_pieces(
    text: str, *, names: Iterable[str] = (), terms: Iterable[str] = ()
) -> Iterator[Piece]:
    """The pieces of a text from left to right, without overlap.

    `names` are fixed names too; `terms` are words with a fixed translation, found however they
    are capitalised.
    """
    for match in _finder(tuple(names), tuple(terms)).finditer(text):
        kind = match.lastgroup or "code"
        found = _trimmed(match.group(), kind)
        yield Piece(match.start(), match.start() + len(found), kind, found)


def without_pieces(text: str, kinds: Iterable[str] = NOT_LANGUAGE) -> str:
    """The text with a space for each piece of these kinds: what is left is language."""
    wanted, out, place = set(kinds), [], 0
    for piece in find_pieces(text):
        if piece.kind in wanted:
            out += [text[place : piece.start], " "]
            place = piece.end
    return "".join([*out, text[place:]])


@lru_cache(maxsize=64)
def _finder(names: tuple[str, ...], terms: tuple[str, ...]) -> re.Pattern[str]:
    patterns = [_FINDER.pattern]
    if any(names):
        patterns.append(f"(?P<name>{_names_pattern(names)})")
    if any(terms):
        patterns.append(f"(?P<term>(?i:{_names_pattern(terms)}))")
    return re.compile("|".join(patterns))


def _names_pattern(names: tuple[str, ...]) -> str:
    longest_first = sorted({name for name in names if name}, key=len, reverse=True)
    return "|".join(
        rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])" if name.isascii() else re.escape(name)
        for name in longest_first
    )


def _trimmed(found: str, kind: str) -> str:
    """The piece without the full stop that ends the sentence around it."""
    return found.rstrip(".,!?;:-)") if kind in {"link", "mention", "email"} else found
