"""DeepL's service, for operators who have a key."""

from collections.abc import Collection, Mapping, Sequence
from itertools import permutations

from dukou.language.engines.asking import Asker, is_this_machine
from dukou.language.engines.base import (
    BadAnswer,
    EngineError,
    Health,
    Output,
    Pair,
    Quality,
    Refusal,
)
from dukou.language.protect import Marker, lettered

_SOURCES = ("ar", "de", "en", "es", "fr", "id", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr")
_TARGETS = {"en": "EN-US", "pt": "PT-BR", "zh": "ZH-HANS"}
_MOST_TEXTS = 50


class DeepL:
    """Translates through `POST /v2/translate`."""

    name = "DeepL"
    version = "2"
    quality = Quality.GOOD
    is_exact = False
    marker: Marker = staticmethod(lettered)

    def __init__(self, api_key: str, *, url: str = "", timeout_seconds: float = 20.0) -> None:
        self._url = url or _address(api_key)
        self.is_local = is_this_machine(self._url)
        self._asker = Asker(
            self.name,
            self._url,
            timeout_seconds=timeout_seconds,
            headers={"Authorization": f"DeepL-Auth-Key {api_key}"},
            secrets=(api_key,),
            tries=3,
        )

    def pairs(self) -> Collection[Pair]:
        """The pairs of the service's older languages."""
        return set(permutations((*_SOURCES, "zh"), 2))

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Output | Refusal]:
        """Up to fifty texts in one question."""
        found: list[Output | Refusal] = []
        for start in range(0, len(texts), _MOST_TEXTS):
            found += self._asked(texts[start : start + _MOST_TEXTS], source, target)
        return found

    def health(self) -> Health:
        """Asks what is left of the service's own limit, which costs nothing."""
        try:
            usage = self._asker.ask("GET", "/v2/usage")
        except EngineError as error:
            return Health(False, error.detail)
        if not isinstance(usage, Mapping):
            return Health(False, "expected what was used")
        used, limit = usage.get("character_count"), usage.get("character_limit")
        return Health(used != limit, f"{used} of {limit} characters are used")

    def _asked(self, texts: Sequence[str], source: str, target: str) -> list[Output | Refusal]:
        payload = {
            "text": list(texts),
            "source_lang": source.upper(),
            "target_lang": _TARGETS.get(target, target.upper()),
            "preserve_formatting": True,
        }
        answer = self._asker.ask("POST", "/v2/translate", payload)
        found = answer.get("translations") if isinstance(answer, Mapping) else None
        if not isinstance(found, list) or len(found) != len(texts):
            raise BadAnswer(self.name, "expected one translation for each text")
        said = [one.get("text") if isinstance(one, Mapping) else None for one in found]
        return [Output(text) if isinstance(text, str) else Refusal("no-text") for text in said]


def _address(api_key: str) -> str:
    """Keys of the free plan end in `:fx`."""
    return "https://api-free.deepl.com" if api_key.endswith(":fx") else "https://api.deepl.com"
