"""Any server that speaks LibreTranslate's protocol, on this machine or another."""

import time
from collections.abc import Collection, Mapping, Sequence
from threading import Lock, Thread

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

# What servers of different age call Chinese.
_CHINESE_CODES = ("zh-Hans", "zh", "zh-CN")
_PATIENCE_SECONDS = 60.0


class LibreTranslate:
    """Translates through `POST /translate`; the languages are asked for once."""

    name = "LibreTranslate"
    is_exact = False
    marker: Marker = staticmethod(lettered)

    def __init__(
        self,
        url: str,
        *,
        api_key: str = "",
        timeout_seconds: float = 20.0,
        quality: Quality = Quality.GOOD,
        version: str = "1",
    ) -> None:
        self.quality, self.version = quality, version
        self.is_local = is_this_machine(url)
        self._api_key = api_key
        self._url = url.rstrip("/")
        self._asker = Asker(
            self.name, self._url, timeout_seconds=timeout_seconds, secrets=(api_key,)
        )
        self._not_before = 0.0
        self._asking = Lock()
        self._codes: dict[Pair, tuple[str, str]] | None = None

    def pairs(self) -> Collection[Pair]:
        """The pairs that the server offers; none until it has been reached.

        After a failure nobody waits for the server again for a minute.
        """
        if self._codes is None and time.monotonic() < self._not_before:
            return []
        try:
            return self._known_codes().keys()
        except EngineError:
            self._not_before = time.monotonic() + _PATIENCE_SECONDS
            return []

    def known_pairs(self) -> Collection[Pair]:
        """As `pairs`, without waiting: none at first, while a thread asks the server."""
        codes = self._codes
        if codes is None and time.monotonic() >= self._not_before and self._asking.acquire(False):
            Thread(target=self._learn, name="languages of a server", daemon=True).start()
        return [] if codes is None else codes.keys()

    def _learn(self) -> None:
        try:
            self.pairs()
        finally:
            self._asking.release()

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Output | Refusal]:
        """One request for all texts."""
        codes = self._known_codes().get((source, target))
        if codes is None:
            return [Refusal("no-pair") for _ in texts]
        payload = {"q": list(texts), "source": codes[0], "target": codes[1], "format": "text"}
        if self._api_key:
            payload["api_key"] = self._api_key
        answer = self._asker.ask("POST", "/translate", payload)
        found = answer.get("translatedText") if isinstance(answer, Mapping) else None
        if not isinstance(found, list) or len(found) != len(texts):
            raise BadAnswer(self.name, "expected a list with one translation for each text")
        return [Output(text) if isinstance(text, str) else Refusal("no-text") for text in found]

    def health(self) -> Health:
        """Asks the server for its languages."""
        try:
            pairs = self._fetched_codes()
        except EngineError as error:
            return Health(False, error.detail)
        return Health(bool(pairs), f"{len(pairs)} pairs at {self._url}")

    def _known_codes(self) -> dict[Pair, tuple[str, str]]:
        if self._codes is None:
            self._codes = self._fetched_codes()
        return self._codes

    def _fetched_codes(self) -> dict[Pair, tuple[str, str]]:
        """The server's own codes for each pair of base languages."""
        answer = self._asker.ask("GET", "/languages")
        if not isinstance(answer, list):
            raise BadAnswer(self.name, "expected a list of languages")
        codes: dict[Pair, tuple[str, str]] = {}
        for language in answer:
            if not isinstance(language, Mapping) or not isinstance(language.get("code"), str):
                raise BadAnswer(self.name, "expected languages with a code")
            for target in language.get("targets") or []:
                pair = (_base(language["code"]), _base(str(target)))
                if pair[0] != pair[1]:
                    codes.setdefault(pair, (language["code"], str(target)))
        return codes


def _base(code: str) -> str:
    """Servers say zh, zh-Hans or zh-CN; Traditional (zt, zh-Hant) is left to our conversion."""
    if code in _CHINESE_CODES:
        return "zh"
    return code.lower()
