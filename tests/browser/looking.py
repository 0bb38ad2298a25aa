"""What a page must be like wherever a walk passes."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = {"serious", "critical"}
WHAT_IS_WRONG = {"resultTypes": ["violations"]}


def nothing_grave(page: Page) -> None:
    """axe-core finds nothing serious, the page has a title, and nothing sticks out of it."""
    found = Axe().run(page, options=WHAT_IS_WRONG).response["violations"]
    grave = [
        f"{page.url} {flaw['id']}: {node['html'][:200]}"
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
