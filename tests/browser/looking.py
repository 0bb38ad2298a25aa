"""What a page must be like wherever a walk passes."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

GRAVE = {"serious", "critical"}
WHAT_IS_WRONG = {"resultTypes": ["violations"]}


def two_frames(page: Page) -> None:
    """Wait for what a page does by itself once something on it is seen."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def at_rest(page: Page) -> None:
    """Wait for what a page asks for once it is seen: it moves what stands there, and is dimmed."""
    two_frames(page)
    expect(page.locator(".htmx-request")).to_have_count(0)


def nothing_grave(page: Page) -> None:
    """axe-core finds nothing serious, the page has a title, and nothing sticks out of it."""
    at_rest(page)
    found = Axe().run(page, options=WHAT_IS_WRONG).response["violations"]
    grave = [
        f"{page.url} {flaw['id']}: {node['html'][:200]} {node['failureSummary']}"
        for flaw in found
        if flaw["impact"] in GRAVE
        for node in flaw["nodes"]
    ]
    assert not grave, "\n".join(grave)
    assert page.title()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


def nothing_grave_by_night(page: Page) -> None:
    """The same, light and dark."""
    nothing_grave(page)
    page.emulate_media(color_scheme="dark")
    nothing_grave(page)
    page.emulate_media(color_scheme="light")
