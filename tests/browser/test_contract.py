"""What a reader does about the contract: ask why, turn the dial, be seen, weigh the balance."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import Request, Route, expect

from dukou.site.members.models import Member
from dukou.site.notes.models import Note
from dukou.site.reading.models import Impression, ServedPage
from tests.browser.conftest import DESKTOP, PHONE, Open
from tests.cast import Write, make_member


@pytest.fixture
def notes(db: None, write: Write) -> list[Note]:
    """Notes of several residents."""
    writers = [make_member(f"river{at}", home_language="zh-Hans") for at in range(8)]
    return [
        write(writer, f"邻居的第{at}篇", en=f"Note {at}") for writer in writers for at in (1, 2)
    ]


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
@pytest.mark.usefixtures("notes")
def test_why_opens_over_the_feed_and_the_dial_turns_from_there(
    open_page: Open, lin: Member, viewport: dict[str, int]
) -> None:
    page = open_page("/", as_member=lin, viewport=viewport)
    page.locator(".note-card [data-card-menu]").first.click()
    page.get_by_text("Why this note").last.click()
    sheet = page.locator("#small-sheet")
    expect(sheet.locator(".why__words p").nth(1)).to_be_visible()
    sheet.get_by_role("button", name="More from across the river").click()
    expect(sheet.get_by_role("status")).to_contain_text("More from across the river.")
    sheet.get_by_role("button", name="Close").click()
    expect(page.get_by_role("slider")).to_have_value("3")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.usefixtures("notes")
def test_where_the_browser_sets_all_colours_dial_and_cards_have_an_outline(
    open_page: Open, lin: Member, scheme: str
) -> None:
    page = open_page("/", as_member=lin, forced_colors="active", color_scheme=scheme)
    drawn = Image.open(io.BytesIO(page.get_by_role("slider").screenshot())).convert("L")
    left, middle = drawn.width // 10, drawn.height // 2
    track, paper = (drawn.getpixel((left, at)) for at in (middle, 1))
    assert abs(track - paper) > 100  # type: ignore[operator]
    card = page.locator(".text-card").first
    assert card.evaluate("card => getComputedStyle(card).borderTopWidth") == "1px"


@pytest.mark.usefixtures("notes")
def test_a_dial_turned_quickly_stays_where_it_was_turned_to(open_page: Open, lin: Member) -> None:
    page = open_page("/", as_member=lin)
    held: list[Route] = []
    page.route("**/dial", lambda route: held.append(route), times=1)
    slider = page.get_by_role("slider")
    slider.focus()
    with page.expect_request("**/dial"):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    with page.expect_response("**/dial"), page.expect_request(lambda sent: "step=4" in said(sent)):
        held.pop().continue_()
    expect(slider).to_have_value("4")


def said(request: Request) -> str:
    return request.post_data or ""


@pytest.mark.usefixtures("notes")
def test_turning_the_dial_by_key_says_what_it_does_and_loads_the_feed_anew(
    open_page: Open, lin: Member
) -> None:
    page = open_page("/", as_member=lin)
    first = page.locator(".note-card").first.get_attribute("data-page")
    slider = page.get_by_role("slider")
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#dial-line")).to_contain_text("More from across the river.")
    expect(page.locator(".note-card").first).not_to_have_attribute("data-page", first or "")
    expect(slider).to_be_focused()
    lin.refresh_from_db()
    assert lin.dial == 1


@pytest.mark.usefixtures("notes")
def test_cards_that_are_in_view_for_a_second_are_told(open_page: Open, lin: Member) -> None:
    page = open_page("/drafts", as_member=lin, viewport=PHONE)
    with page.expect_request(re.compile("/seen$")) as told:
        page.goto("/")
    answer = told.value.response()
    assert answer is not None
    assert answer.status == 204
    served = ServedPage.objects.latest("pk")
    seen = set(Impression.objects.filter(page_id=served.pk).values_list("slot", flat=True))
    assert 0 in seen
    assert len(served.note_ids) - 1 not in seen


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
@pytest.mark.usefixtures("notes")
def test_the_balance_page_fits_the_screen_and_keeps_open_what_was_opened(
    open_page: Open, lin: Member, viewport: dict[str, int]
) -> None:
    open_page("/", as_member=lin, viewport=viewport)
    page = open_page("/balance", viewport=viewport)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= viewport["width"]
    page.get_by_text("The numbers, hour by hour").first.click()
    page.evaluate(
        "htmx.ajax('GET', '/balance', {source: '#balance-now', target: '#balance-now',"
        " select: '#balance-now', swap: 'outerHTML'})"
    )
    expect(page.locator("#balance-now table").first).to_be_visible()
