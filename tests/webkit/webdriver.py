"""A browser told what to do by the WebDriver protocol (https://www.w3.org/TR/webdriver2/)."""

from __future__ import annotations

import os
import socket
import subprocess
from pathlib import Path
from typing import Any

import httpx

from tests.place import PATIENCE_SECONDS, eventually

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # by which the protocol tells elements from values
PROGRAMS = sorted(Path("/usr/lib").glob("*/webkit2gtk-*/MiniBrowser"))


class WebKit:
    """A window of WebKit, over a driver of its own."""

    def __init__(self, display: str) -> None:
        self._port = _unused_port()
        # Its own sandbox needs namespaces that a container may not make; pages here are our own.
        free = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "DISPLAY": display}
        command = ["WebKitWebDriver", f"--port={self._port}"]
        self._driver = subprocess.Popen(command, env=os.environ | free)
        eventually(self._answers, "the driver of WebKit did not start")
        options = {"binary": str(PROGRAMS[-1]), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self._session = ""
        begun = self._post("session", {"capabilities": wanted})
        self._session = f"session/{begun['sessionId']}/"

    def size(self, width: int, height: int) -> None:
        """Of the window; the toolkit lets none be narrower than some 450 points."""
        self._post("window/rect", {"width": width, "height": height})

    def sign_in(self, name: str, value: str) -> None:
        """A cookie for the site whose page is open."""
        self._post("cookie", {"cookie": {"name": name, "value": value, "path": "/"}})

    def open(self, address: str) -> None:
        """A page, once it is loaded."""
        self._post("url", {"url": address})

    def ask(self, script: str, *given: object) -> Any:
        """What an expression gives in the page; `given` are its `arguments`."""
        return self._post("execute/sync", {"script": f"return {script}", "args": list(given)})

    def shows(self, script: str, *given: object) -> None:
        """Return once the expression holds."""
        eventually(lambda: self.ask(script, *given), f"never so: {script}")

    def click(self, selector: str) -> None:
        """The first element of this kind, where it stands on the page."""
        self._post(f"element/{self._element(selector)}/click", {})

    def type(self, selector: str, text: str) -> None:
        """Into the first element of this kind, key by key."""
        self._post(f"element/{self._element(selector)}/value", {"text": text})

    def close(self) -> None:
        """The window and its driver."""
        try:
            if self._session:
                httpx.delete(f"http://127.0.0.1:{self._port}/{self._session}", timeout=30)
        finally:
            self._driver.terminate()
            self._driver.wait(PATIENCE_SECONDS)

    def _element(self, selector: str) -> str:
        found = self._post("element", {"using": "css selector", "value": selector})
        return str(found[ELEMENT])

    def _answers(self) -> bool:
        assert self._driver.poll() is None, "the driver of WebKit ended"
        try:
            return httpx.get(f"http://127.0.0.1:{self._port}/status").status_code == 200
        except httpx.TransportError:
            return False

    def _post(self, path: str, told: dict[str, Any]) -> Any:
        address = f"http://127.0.0.1:{self._port}/{self._session}{path}"
        answer = httpx.post(address, json=told, timeout=PATIENCE_SECONDS)
        value = answer.json()["value"]
        assert answer.status_code == 200, value
        return value


def _unused_port() -> int:
    """One that the system picks, so that parallel runs do not meet."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])
