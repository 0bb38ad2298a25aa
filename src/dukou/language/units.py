"""What money, weights and distances a text speaks of, so that no engine makes dollars of yuan.

Told by words that leave little doubt. A jin (斤) and a pound weigh nearly the same and count as
one; every dollar counts as one, whoever issues it.
"""

import re

_COUNT = r"[\d零一二两兩三四五六七八九十百千万萬亿億几幾多半]\s?"
_KINDS: tuple[dict[str, re.Pattern[str]], ...] = tuple(
    {unit: re.compile(pattern, re.I) for unit, pattern in units.items()}
    for units in (
        {
            "yuan": rf"{_COUNT}(?:块|塊|元)(?![美港])|人民[币幣]"
            r"|\brmb\b|\bcny\b|\byuan\b|\brenminbi\b",
            "dollar": r"\$|[美港澳加新]元|美金|美刀|港[币幣]|[台臺][币幣]|ドル|달러"
            r"|\busd\b|\bdollars?\b|\bbucks?\b|\bd[oó]lar(?:es)?\b",
            "euro": r"€|[欧歐]元|\beuros?\b|\beur\b",
            "pound": r"£|英[镑鎊]|\bgbp\b|\bpounds? sterling\b|\bquid\b",
            "yen": r"日[元圆圓]|\byen\b|\bjpy\b",
            "won": r"₩|[韩韓][元币幣]|\bkrw\b|\d\s?won\b|\bkorean won\b",
        },
        {
            "jin": r"(?<!公)斤|磅|\bpounds?\b|\blbs?\b|\bjin\b|\bcatt(?:y|ies)\b",
            "kilogram": r"公斤|千克|\bkgs?\b|\d\s?kgs?\b|\bkilos?\b|\bkilogram(?:me)?s?\b",
        },
        {
            "mile": r"英里|\bmiles?\b|\bmph\b|\bmi\b",
            "kilometre": r"公里|千米|\bkms?\b|\d\s?kms?\b|\bkph\b|\bkilomet(?:er|re)s?\b",
        },
    )
)
#: In Traditional Chinese 元 is the dollar of Taiwan or Hong Kong as well.
_OF_MANY = frozenset({"yuan", "dollar"})
_SIGN = re.compile("[¥￥]")
_OF_THE_SIGN = frozenset({"yuan", "yen"})


def changes_units(text: str, output: str, *, source: str) -> bool:
    """Whether the output speaks of another money, weight or distance than the text does: of one
    that the text has not, where the text has others of that kind.

    `source` is the language tag of the text as it was written.
    """
    for units in _KINDS:
        had = _found(text, units)
        if "yuan" in had and "Hant" in source:
            had |= _OF_MANY
        if "yuan" in units and _SIGN.search(text):
            had |= _OF_THE_SIGN
        if had and _found(output, units) - had:
            return True
    return False


def _found(text: str, units: dict[str, re.Pattern[str]]) -> frozenset[str]:
    return frozenset(unit for unit, pattern in units.items() if pattern.search(text))
