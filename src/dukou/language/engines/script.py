"""Simplified and Traditional Chinese: no engine is needed, only conversion."""

from collections.abc import Collection, Sequence

import opencc

from dukou.language import tags
from dukou.language.engines.base import Health, Output, Pair, Quality, Refusal
from dukou.language.scripts import to_script


class ScriptConversion:
    """Writes Chinese in the other script, with the words used there."""

    name = "OpenCC"
    version = str(opencc.__version__)
    quality = Quality.GOOD
    is_local = True
    is_exact = True

    def pairs(self) -> Collection[Pair]:
        """Chinese to Chinese."""
        return [("zh", "zh")]

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Output | Refusal]:
        """The texts in the script of the target."""
        if tags.script(target) not in {"Hans", "Hant"}:
            return [Refusal("no-script") for _ in texts]
        return [Output(to_script(text, target)) for text in texts]

    def health(self) -> Health:
        """Always well: the tables are part of the package."""
        return Health(True, f"OpenCC {self.version}")
