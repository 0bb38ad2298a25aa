"""Ask a server over HTTP and expect JSON, without trusting it with our time or memory."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx

from dukou.language.engines.base import BadAnswer, EngineUnavailable

_LARGEST_ANSWER_BYTES = 2_000_000
_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}
#: Answers after which the same question may be answered a moment later.
_PASSING = {408, 429, 500, 502, 503, 504}
_LONGEST_PAUSE_SECONDS = 5.0
#: Answers that find fault with what was asked.
BAD_REQUEST = {400, 413, 422}


class ServerRefused(EngineUnavailable):
    """The server answered with another status than 200."""

    def __init__(self, engine: str, status: int, said: str) -> None:
        self.status, self.may_lie_in_the_text = status, status in BAD_REQUEST
        super().__init__(engine, f"HTTP {status}{f': {said}' if said else ''}")


def is_this_machine(url: str) -> bool:
    """True if nothing that is sent to the address leaves the machine."""
    return urlsplit(url).hostname in _THIS_MACHINE


@dataclass(frozen=True)
class Asker:
    """Asks one server. `secrets` appear in no message, even if the server repeats them."""

    engine: str
    url: str
    timeout_seconds: float = 20.0
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)
    tries: int = 1

    def ask(self, method: str, path: str, payload: Mapping[str, Any] | None = None) -> Any:
        """The decoded answer. Whatever goes wrong on the way is an `EngineError`.

        A server that is busy or just failed is asked again, after the pause that it names or half
        a second, as long as all of it stays within the time.
        """
        deadline = time.monotonic() + self.timeout_seconds
        for left in reversed(range(self.tries)):
            status, body, pause = self._once(method, path, payload, deadline)
            if status == httpx.codes.OK:
                return self._decoded(body)
            may_wait = left and status in _PASSING and time.monotonic() + pause < deadline
            if not may_wait:
                raise ServerRefused(self.engine, status, self._hidden(_said(body)))
            time.sleep(pause)
        raise EngineUnavailable(self.engine, "nobody was asked")

    def _once(
        self, method: str, path: str, payload: Mapping[str, Any] | None, deadline: float
    ) -> tuple[int, bytes, float]:
        """Status, body, and the seconds to wait before asking again."""
        seconds = max(0.1, deadline - time.monotonic())
        timeout = httpx.Timeout(seconds, connect=min(5.0, seconds))
        try:
            with (
                httpx.Client(timeout=timeout, follow_redirects=False, trust_env=False) as client,
                client.stream(
                    method, f"{self.url}{path}", json=payload, headers=dict(self.headers)
                ) as response,
            ):
                body = self._body(response, deadline)
        except httpx.TimeoutException:
            raise EngineUnavailable(self.engine, "no answer in time") from None
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            problem = self._hidden(f"cannot be reached: {error}")
            raise EngineUnavailable(self.engine, problem) from None
        return response.status_code, body, _pause(response.headers.get("Retry-After", ""))

    def _body(self, response: httpx.Response, deadline: float) -> bytes:
        """The body, unless it is too long or comes too slowly."""
        body = b""
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > _LARGEST_ANSWER_BYTES:
                raise BadAnswer(self.engine, "the answer is too long")
            if time.monotonic() > deadline:
                raise EngineUnavailable(self.engine, "no answer in time")
        return body

    def _hidden(self, said: str) -> str:
        for secret in filter(None, self.secrets):
            said = said.replace(secret, "…")
        return said

    def _decoded(self, body: bytes) -> Any:
        try:
            return json.loads(body)
        except (ValueError, RecursionError):
            raise BadAnswer(self.engine, "the answer is not JSON") from None


def _pause(said: str) -> float:
    return min(float(said), _LONGEST_PAUSE_SECONDS) if said.isascii() and said.isdigit() else 0.5


def _said(body: bytes) -> str:
    """What the server says about its refusal, shortened."""
    try:
        found = json.loads(body)
        error = found.get("error") or found.get("message") or ""
        error = error.get("message", "") if isinstance(error, dict) else error
    except (ValueError, AttributeError, RecursionError):
        return ""
    return str(error)[:200]
