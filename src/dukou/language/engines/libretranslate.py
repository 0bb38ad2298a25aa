"""Any server that speaks LibreTranslate's protocol, on this machine or another."""

import json
import time
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import httpx

from dukou.language.engines.base import (
    BadAnswer,
    EngineError,
    EngineUnavailable,
    Health,
    Output,
    Pair,
    Quality,
    Refusal,
)
from dukou.language.protect import Marker

# What servers of different age call Chinese.
_CHINESE_CODES = ("zh-Hans", "zh", "zh-CN")
_LARGEST_ANSWER_BYTES = 2_000_000
_PATIENCE_SECONDS = 60.0
_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


def lettered(number: int) -> str:
    """A mark that the vocabularies of such servers know: they drop brackets they never saw."""
    return f"QZ{number}Q"


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
        self.is_local = urlsplit(url).hostname in _THIS_MACHINE
        self._api_key = api_key
        self._timeout_seconds = timeout_seconds
        self._url = url.rstrip("/")
        self._not_before = 0.0
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

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Output | Refusal]:
        """One request for all texts."""
        codes = self._known_codes().get((source, target))
        if codes is None:
            return [Refusal("no-pair") for _ in texts]
        payload = {"q": list(texts), "source": codes[0], "target": codes[1], "format": "text"}
        if self._api_key:
            payload["api_key"] = self._api_key
        answer = self._ask("POST", "/translate", payload)
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
        answer = self._ask("GET", "/languages", None)
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

    def _ask(self, method: str, path: str, payload: Mapping[str, Any] | None) -> Any:
        """The decoded answer. Whatever goes wrong on the way is an `EngineError`."""
        deadline = time.monotonic() + self._timeout_seconds
        timeout = httpx.Timeout(self._timeout_seconds, connect=min(5.0, self._timeout_seconds))
        try:
            with (
                httpx.Client(timeout=timeout, follow_redirects=False, trust_env=False) as client,
                client.stream(method, f"{self._url}{path}", json=payload) as response,
            ):
                body = self._body(response, deadline)
        except httpx.TimeoutException:
            raise EngineUnavailable(self.name, "no answer in time") from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise EngineUnavailable(self.name, f"cannot be reached: {error}") from error
        if response.status_code != httpx.codes.OK:
            raise EngineUnavailable(self.name, f"HTTP {response.status_code}{_said(body)}")
        try:
            return json.loads(body)
        except ValueError:
            raise BadAnswer(self.name, "the answer is not JSON") from None

    def _body(self, response: httpx.Response, deadline: float) -> bytes:
        """The body, unless it is too long or comes too slowly."""
        body = b""
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > _LARGEST_ANSWER_BYTES:
                raise BadAnswer(self.name, "the answer is too long")
            if time.monotonic() > deadline:
                raise EngineUnavailable(self.name, "no answer in time")
        return body


def _base(code: str) -> str:
    """Servers say zh, zh-Hans or zh-CN; Traditional (zt, zh-Hant) is left to our conversion."""
    if code in _CHINESE_CODES:
        return "zh"
    return code.lower()


def _said(body: bytes) -> str:
    """What the server says about its refusal, shortened."""
    try:
        error = json.loads(body).get("error", "")
    except (ValueError, AttributeError):
        return ""
    return f": {str(error)[:200]}" if error else ""
