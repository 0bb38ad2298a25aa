"""Mixed texts of our own (`mixed/`), each character with the language that it is in."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

MIXED = Path(__file__).parent / "mixed"
_RUN = re.compile(r"\{(\w+)\}([^{]*)")

#: A language code for each character of a text.
Labeller = Callable[[str], list[str]]


def labelled(name: str) -> Iterator[tuple[str, list[str]]]:
    """The texts of `before` or `after` the detector was frozen, with a label for each character."""
    for line in (MIXED / f"{name}.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            runs = _RUN.findall(line)
            text = "".join(said for _, said in runs)
            yield text, [lang for lang, said in runs for _ in said]


def share_right(label: Labeller, name: str) -> float:
    """Share of letters, signs and digits that get their language, in percent."""
    right = total = 0
    for text, wanted in labelled(name):
        for char, want, got in zip(text, wanted, label(text), strict=True):
            if char.isalnum():
                total += 1
                right += got == want
    return round(100 * right / total, 2)
