"""The door of the live server: nobody comes in any more once a test is over.

A page says what was seen, and saves what was written, when it closes. What it sends then arrives
whenever it likes, and must not meet tables that are being emptied.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Condition
from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer

from tests.place import PATIENCE_SECONDS

Application = Callable[..., Iterable[bytes]]


class Door:
    """Stands before an application: counts who is inside, and lets nobody in unless it is open."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._inside = 0
        self._is_open = False
        self._moved = Condition()

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """The application's answer, or 503."""
        if not self._enter():
            start_response("503 Service Unavailable", [("Content-Length", "0")])
            return []
        try:
            return _Answer(self._application(environ, start_response), self._leave)
        except BaseException:
            self._leave()
            raise

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Open for a while; waits in the end until everybody has left."""
        self._is_open = True
        try:
            yield
        finally:
            with self._moved:
                self._is_open = False
                has_left = self._moved.wait_for(lambda: self._inside == 0, PATIENCE_SECONDS)
            assert has_left, "a request did not end"

    def _enter(self) -> bool:
        with self._moved:
            self._inside += self._is_open
            return self._is_open

    def _leave(self) -> None:
        with self._moved:
            self._inside -= 1
            self._moved.notify_all()


class _Answer:
    """An answer that says when its last byte is sent."""

    def __init__(self, content: Iterable[bytes], then: Callable[[], None]) -> None:
        self._content, self._then = content, then

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._content)

    def close(self) -> None:
        """Called by the server, whether all was sent or not."""
        try:
            getattr(self._content, "close", lambda: None)()
        finally:
            self._then()


@pytest.fixture(scope="session")
def door(live_server: LiveServer) -> Door:
    """That of the one server of this run."""
    httpd = live_server.thread.httpd
    found = Door(httpd.get_app())
    httpd.set_app(found)
    return found


@pytest.fixture
def site(live_server: LiveServer, door: Door) -> Iterator[LiveServer]:
    """The server, with its door open as long as the test goes on."""
    with door.opened():
        yield live_server
