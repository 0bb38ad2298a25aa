"""The engine of Safari before a real server, for what it does in its own way."""

import os
import subprocess
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from dukou.site.members.models import Member
from tests.webkit.webdriver import WebKit

PHONE = (450, 844)
DESKTOP = (1280, 800)

Open = Callable[..., WebKit]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives WebKit."""
    for item in items:
        if "webkit" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.webkit)


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """A screen that nobody looks at."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1000x24"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        yield f":{told.readline().strip()}"
    server.terminate()
    server.wait()


@pytest.fixture
def webkit(display: str, site: LiveServer) -> Iterator[WebKit]:
    """A window with the site's first page."""
    window = WebKit(display)
    try:
        window.size(*DESKTOP)
        window.open(f"{site.url}/healthz")
        yield window
    finally:
        window.close()


@pytest.fixture
def open_in_webkit(webkit: WebKit, site: LiveServer) -> Open:
    """Opens an address: `open_in_webkit("/latest", as_member=lin)`; on the desktop by default."""

    def opened(path: str, *, as_member: Member, size: tuple[int, int] = DESKTOP) -> WebKit:
        client = Client()
        client.force_login(as_member)
        name = settings.SESSION_COOKIE_NAME
        webkit.sign_in(name, client.cookies[name].value)
        webkit.size(*size)
        webkit.open(f"{site.url}{path}")
        return webkit

    return opened
