"""The waterfall of cards, and what one does from a card."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from dukou.site.members.models import Member
from tests.browser.conftest import DESKTOP, PHONE, Open
from tests.browser.looking import two_frames
from tests.cast import Write

MORE_THAN_A_PAGE = 25


@pytest.fixture
def notes(lin: Member, write: Write) -> list[str]:
    """Titles of notes, newest first; their cards differ in height."""
    titles = [f"Note {number}" for number in range(MORE_THAN_A_PAGE, 0, -1)]
    for title in reversed(titles):
        write(lin, title, body="猫税来了。" * 12)
    return titles


def titles(page: Page) -> list[str]:
    return page.locator(".note-card .text-card__title").all_inner_texts()


@pytest.mark.parametrize(("viewport", "columns"), [(PHONE, 2), (DESKTOP, 4)])
def test_cards_stand_in_columns_in_the_order_of_the_page(
    open_page: Open, notes: list[str], viewport: dict[str, int], columns: int
) -> None:
    page = open_page("/latest", viewport=viewport)
    first = page.locator(".note-card").first
    expect(first).to_have_css("grid-column-start", "1")
    boxes = [card.bounding_box() for card in page.locator(".note-card").all()]
    assert len({round(box["x"]) for box in boxes if box}) == columns
    assert titles(page)[:columns] == notes[:columns]


def test_the_next_page_comes_by_itself_and_moves_nothing(open_page: Open, notes: list[str]) -> None:
    page = open_page("/latest")
    third = page.locator(".note-card").nth(2)
    expect(third).to_have_css("grid-column-start", "3")  # the cards stand where they will
    before = third.bounding_box()
    expect(page.locator(".note-card")).to_have_count(MORE_THAN_A_PAGE)
    assert third.bounding_box() == before
    assert titles(page) == notes


# Counts the presses of links to a next page.
PRESSES = """
window.presses = 0
document.addEventListener("click", ({ target }) => {
  if (target.matches("[data-endless]")) window.presses += 1
}, true)
"""


def test_the_next_page_is_asked_for_once_whatever_comes_meanwhile(
    open_page: Open, notes: list[str], maya: Member
) -> None:
    page = open_page("/rules", as_member=maya)
    held: list[Route] = []
    page.route(re.compile("max_id"), lambda route: held.append(route))
    page.add_init_script(PRESSES)
    page.goto("/latest")
    heart = page.locator(".note-card .like__button").first
    heart.click()
    expect(heart).to_have_attribute("aria-pressed", "true")
    two_frames(page)
    assert page.evaluate("presses") == 1
    held.pop().continue_()
    expect(page.locator(".note-card")).to_have_count(MORE_THAN_A_PAGE)


def test_the_next_page_comes_when_the_line_is_back(open_page: Open, notes: list[str]) -> None:
    page = open_page("/rules")
    with page.expect_event("requestfailed"):
        page.route(re.compile("max_id"), lambda route: route.abort(), times=1)
        page.goto("/latest")
    expect(page.locator(".toast")).to_be_visible()
    page.context.set_offline(True)
    page.context.set_offline(False)
    expect(page.locator(".note-card")).to_have_count(MORE_THAN_A_PAGE)


# Takes the link away at the very moment when it is found to be near, before it is pressed.
TAKES_AWAY = """
window.IntersectionObserver = class extends IntersectionObserver {
  constructor(tell, options) {
    super((entries, observer) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting && target.matches("[data-endless]")) target.remove()
      }
      tell(entries, observer)
    }, options)
  }
}
"""


def test_a_link_that_is_gone_when_its_turn_has_come_leads_nowhere(
    open_page: Open, notes: list[str]
) -> None:
    page = open_page("/rules")
    page.add_init_script(TAKES_AWAY)
    page.goto("/latest")
    expect(page.locator("[data-endless]")).to_have_count(0)
    two_frames(page)
    expect(page).to_have_url(re.compile("/latest$"))
    expect(page.locator(".note-card .text-card__title").first).to_have_text(notes[0])


@pytest.fixture
def without_htmx(open_page: Open, notes: list[str]) -> Page:
    """Latest on a bad line, which broke off while one of the scripts was on its way."""
    page = open_page("/rules")
    page.route("**/htmx.*.js", lambda route: route.abort())
    page.goto("/latest")
    return page


def test_the_next_page_does_not_take_the_place_of_this_one_where_htmx_is_missing(
    without_htmx: Page, notes: list[str]
) -> None:
    page = without_htmx
    page.locator("a[rel=next]").scroll_into_view_if_needed()
    two_frames(page)
    expect(page).to_have_url(re.compile("/latest$"))
    expect(page.locator(".note-card .text-card__title").first).to_have_text(notes[0])


@pytest.mark.parametrize(
    ("link", "leads_to"),
    [("[data-opens-note]", "/@lin/"), ("[data-card-menu]", "/account/login/.*/save")],
)
def test_the_links_of_a_card_lead_somewhere_where_htmx_is_missing(
    without_htmx: Page, link: str, leads_to: str
) -> None:
    without_htmx.locator(f".note-card {link}").first.click()
    without_htmx.wait_for_url(re.compile(leads_to))


def test_without_javascript_the_next_page_is_a_link(open_page: Open, notes: list[str]) -> None:
    page = open_page("/latest", java_script_enabled=False)
    page.locator("a[rel=next]").click()
    expect(page.locator(".note-card .text-card__title")).to_have_text(notes[20:])


def test_a_like_is_kept_and_taken_back(open_page: Open, notes: list[str], maya: Member) -> None:
    page = open_page("/latest", as_member=maya)
    heart = page.locator(".note-card .like__button").first
    heart.click()
    expect(heart).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(heart).to_have_attribute("aria-pressed", "true")
    heart.click()
    expect(heart).to_have_attribute("aria-pressed", "false")


def test_a_page_from_before_one_signed_in_again_says_so(
    open_page: Open, notes: list[str], maya: Member
) -> None:
    page = open_page("/latest", as_member=maya)
    page.context.clear_cookies(name="dukou_csrf")
    heart = page.locator(".note-card .like__button").first
    heart.click()
    with page.expect_navigation():
        page.locator("#toasts").get_by_role("link", name="Load it anew").click()
    heart.click()
    expect(heart).to_have_attribute("aria-pressed", "true")


def test_a_card_that_is_not_for_me_goes_and_can_come_back(
    open_page: Open, notes: list[str], maya: Member
) -> None:
    page = open_page("/latest", as_member=maya)
    card = page.locator(".note-card").nth(1)
    card.get_by_role("link", name="More").click()
    page.locator("#card-menu").get_by_text("Not for me").click()
    expect(card).to_be_hidden()
    page.locator(".toast").get_by_text("Undo").click()
    expect(card).to_be_visible()


def test_what_is_told_stays_while_one_is_at_it(
    open_page: Open, notes: list[str], maya: Member
) -> None:
    page = open_page("/latest", as_member=maya)
    page.clock.install(time=0)
    page.reload()
    page.locator(".note-card").nth(1).get_by_role("link", name="More").click()
    page.locator("#card-menu").get_by_text("Not for me").click()
    undo = page.locator(".toast").get_by_text("Undo")
    undo.focus()
    page.clock.run_for(60_000)
    expect(undo).to_be_focused()
    undo.blur()
    page.mouse.move(0, 0)
    page.clock.run_for(60_000)
    expect(page.locator(".toast")).to_have_count(0)


def test_what_the_keyboard_comes_to_is_not_below_the_bar_at_the_foot(
    open_page: Open, notes: list[str], maya: Member
) -> None:
    page = open_page("/latest", as_member=maya, viewport=PHONE)
    bar = page.locator(".bottom").bounding_box()
    assert bar is not None
    page.locator(".note-card a").first.focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        box = page.locator(":focus").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= bar["y"]


def test_a_stranger_who_likes_is_asked_to_sign_in(open_page: Open, notes: list[str]) -> None:
    page = open_page("/latest")
    page.locator(".note-card .like__button").first.click()
    page.wait_for_url("**/account/login/**")
