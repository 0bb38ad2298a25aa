"""A real Chromium before a real server, for what only a browser can tell."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from dukou.site.members.models import Member
from tests.browser.looking import at_rest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 800}
PATIENCE_MS = 20_000

Open = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser; without Chromium it is left out (`tests.leaving_out`)."""
    for item in items:
        if "open_page" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the whole run."""
    # Playwright keeps an event loop in this thread; Django would refuse to query beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def open_page(chromium: Browser, site: LiveServer) -> Iterator[Open]:
    """Opens an address: `open_page("/latest", as_member=lin)`, on the desktop, in English.

    Whatever the browser complains about, a refused inline style for one, fails the test; not so
    an answer of 404 or 429 or a broken line, which tests may want.
    """
    complaints: list[str] = []
    contexts = []

    def opened(path: str, *, as_member: Member | None = None, **options: object) -> Page:
        given = {"viewport": DESKTOP, "locale": "en", "reduced_motion": "reduce", **options}
        context = chromium.new_context(base_url=site.url, **given)  # type: ignore[arg-type]
        contexts.append(context)
        if as_member is not None:
            client = Client()
            client.force_login(as_member)
            key = client.cookies[settings.SESSION_COOKIE_NAME].value
            cookie = {"name": settings.SESSION_COOKIE_NAME, "value": key, "url": site.url}
            context.add_cookies([cookie])  # type: ignore[list-item]
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.extend(_complaint(said)))
        page.goto(path)
        if given.get("java_script_enabled", True):
            at_rest(page)  # a press must not miss what moves just then
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def _complaint(said: ConsoleMessage) -> list[str]:
    of_line = ("Failed to load resource", "Response Status Error", "htmx:sendError")
    # A press that takes the place of a request on its way (hx-sync) gives that one up.
    given_up = ("htmx:afterRequest", "htmx:sendAbort")
    is_complaint = said.type == "error" and not said.text.startswith((*of_line, *given_up))
    return [said.text] if is_complaint else []
