"""What money, weights and distances a text speaks of, so that no engine makes dollars of yuan.

Told by words that leave little doubt. A jin (斤) and a pound weigh nearly the same and count as
one; every dollar counts as one, whoever issues it.
"""

import re

_COUNT = r"[\d零一二两兩三四五六七八九十百千万萬亿億几幾半](?:\s?[多来來余餘])?\s?"
#: 块 also counts pieces: it is money where no noun follows.
_AS_MONEY = r"(?=$|[^\w]|[钱錢多起一半的吧啊呢]|左右)"
_KINDS: tuple[dict[str, re.Pattern[str]], ...] = tuple(
    {unit: re.compile(pattern, re.I | re.M) for unit, pattern in units.items()}
    for units in (
        {
            "yuan": rf"{_COUNT}[块塊]{_AS_MONEY}|{_COUNT}元(?![美港素气氣旦件])|人民[币幣]"
            r"|\brmb\b|\bcny\b|\byuan\b|\brenminbi\b",
            "dollar": r"\$|[美港澳]元|(?:(?<![增添更])加|(?<![创創更全])新)元(?![素件])"
            r"|美金|美刀|\d\s?刀|港[币幣]|[台臺][币幣]|ドル|달러"
            r"|\busd\b|\bdollars?\b|\bbucks?\b|\bd[oó]lar(?:es)?\b",
            "euro": r"€|[欧歐]元|\beuros?\b|\beur\b",
            "pound": r"£|英[镑鎊]|\bgbp\b|\bpounds? sterling\b|\bquid\b",
            "yen": r"日[元圆圓]|\byen\b|\bjpy\b",
            "won": r"₩|[韩韓][元币幣]|\bkrw\b|\d\s?won\b|\bkorean won\b",
        },
        {
            "jin": r"(?<![公斤])斤(?![斤斧])|(?<!重)磅(?![礴因])"
            r"|\bpounds?\b|\blbs?\b|\bjin\b|\bcatt(?:y|ies)\b",
            "kilogram": r"公斤|千克|\bkgs?\b|\d\s?kgs?\b|\bkilos?\b|\bkilogram(?:me)?s?\b",
        },
        {
            "mile": r"英里|\bmiles?\b|\bmph\b|\d\s?mi\b",
            "kilometre": r"公里|千米|\bkms?\b|\d\s?kms?\b|\bkph\b|\bkilomet(?:er|re)s?\b",
        },
    )
)
#: In Traditional Chinese 元 is the dollar of Taiwan or Hong Kong as well.
_OF_MANY = frozenset({"yuan", "dollar"})
_SIGN = re.compile("[¥￥]")
_OF_THE_SIGN = frozenset({"yuan", "yen"})
#: English has one word for the weight and the money.
_POUNDS = re.compile(r"\bpounds?\b|英[镑鎊]|£", re.I)
_OF_POUNDS = frozenset({"pound", "jin"})


def changes_units(text: str, output: str, *, source: str, target: str) -> bool:
    """Whether the output speaks of another money, weight or distance than the text does: of one
    that the text has not, where the text has others of that kind.

    `source` and `target` are the language tags of the text as it was written and of the output.
    """
    for units in _KINDS:
        had = _found(text, units)
        if "yuan" in units and _SIGN.search(text):
            had |= _OF_THE_SIGN
        if not had:
            continue
        if had & _OF_MANY and ("Hant" in source or "Hant" in target):
            had |= _OF_MANY
        if _POUNDS.search(text):
            had |= _OF_POUNDS
        if _found(output, units) - had:
            return True
    return False


def _found(text: str, units: dict[str, re.Pattern[str]]) -> frozenset[str]:
    return frozenset(unit for unit, pattern in units.items() if pattern.search(text))
