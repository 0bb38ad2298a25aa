"""The numbers that a text mentions, in digits or words, so that two languages can be compared."""

import re
from itertools import pairwise

_DIGITS = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)*")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})[.:hH点點时時]([0-5]\d)(?!\d)")
_AFTERNOON = re.compile(r"\d\s?p\.?\s?m|下午|晚上|傍晚|afternoon|evening|tonight")
_CENTURY = re.compile(r"(\d{1,2})\s?世[纪紀]\s?(\d0)\s?年代|(\d{2})(\d0)s")
_CHINESE = re.compile(r"[零〇一二两兩三四五六七八九十百千万萬亿億半]+")
_CHINESE_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_CHINESE_STEPS = {"十": 10, "百": 100, "千": 1000}
_CHINESE_SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_WORD = re.compile(r"[a-z]+")
_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth"),
)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_ENGLISH: dict[str, int] = (
    {word: number for number, word in enumerate(_ONES)}
    | {word: 10 * number for number, word in enumerate(_TENS, 2)}
    | {word: number for number, word in enumerate(_ORDINALS, 1)}
    | {"once": 1, "twice": 2, "both": 2, "pair": 2, "couple": 2, "half": 5, "dozen": 12, "a": 1}
    | {month: number for number, month in enumerate(_MONTHS, 1)}
    | {month[:3]: number for number, month in enumerate(_MONTHS, 1)}
    | {"quarter": 25, "double": 2, "triple": 3, "hundred": 1, "thousand": 1, "million": 1}
)


def number_keys(text: str) -> frozenset[str]:
    """The significant digits of each number: 3.5万, 35,000 and thirty-five thousand are all 35."""
    lowered = text.lower()
    keys = {"0"} | digit_keys(lowered) | _clock_keys(lowered) | _decade_keys(lowered)
    keys |= {_key(str(_chinese_value(match))) for match in _CHINESE.findall(lowered)}
    keys |= {_key(str(value)) for value in _english_values(lowered)}
    return frozenset(keys | _other_hours(keys, lowered))


def digit_keys(text: str) -> frozenset[str]:
    """As `number_keys`, for numbers in digits only."""
    return frozenset(_key(match) for match in _DIGITS.findall(text))


def _clock_keys(lowered: str) -> set[str]:
    """Hours and minutes of 7.55am and 9h30, apart and together, and half past."""
    found = _CLOCK.findall(lowered)
    keys = {_key(part) for hour, minute in found for part in (hour, minute, f"{hour}{minute}")}
    if "半" in lowered or "half" in lowered:
        keys.add("3")
    return keys


def _other_hours(keys: set[str], lowered: str) -> set[str]:
    """The same hours on a clock of 24 or 12: 下午三点 is 15:00."""
    hours = {int(key) for key in keys if len(key) < 3}
    found = {hour - 12 for hour in hours if 12 < hour < 24}
    if _AFTERNOON.search(lowered):
        found |= {hour + 12 for hour in hours if hour < 12}
    return {_key(str(hour)) for hour in found}


def _decade_keys(lowered: str) -> set[str]:
    """20 世纪 30 年代 is 1930s, and the other way round."""
    keys = set()
    for century, decade, hundreds, years in _CENTURY.findall(lowered):
        if century:
            keys.add(_key(f"{int(century) - 1}{decade}"))
        else:
            keys |= {_key(str(int(hundreds) + 1)), _key(years)}
    return keys


def _key(digits: str) -> str:
    return re.sub(r"\D", "", digits).strip("0") or "0"


def _chinese_value(words: str) -> int:
    if all(char in _CHINESE_DIGITS for char in words):
        return int("".join(str(_CHINESE_DIGITS[char]) for char in words))
    total = section = digit = 0
    for char in words:
        if char in _CHINESE_DIGITS:
            digit = _CHINESE_DIGITS[char]
        elif char in _CHINESE_STEPS:
            section += (digit or 1) * _CHINESE_STEPS[char]
            digit = 0
        elif char in _CHINESE_SCALES:
            total, section, digit = (total + section + digit or 1) * _CHINESE_SCALES[char], 0, 0
        else:
            digit = digit * 10 + 5
    return total + section + digit


def _english_values(lowered: str) -> set[int]:
    """Values of number words, and of tens with the ones that follow them (twenty-five)."""
    words = _WORD.findall(lowered)
    values = {_ENGLISH[word] for word in words if word in _ENGLISH}
    for tens, ones in pairwise(words):
        if tens in _TENS and ones in _ENGLISH and _ENGLISH[ones] < 10:
            values.add(_ENGLISH[tens] + _ENGLISH[ones])
    return values
