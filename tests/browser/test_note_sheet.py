"""A note over the feed."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from dukou.site.members.models import Member
from dukou.site.notes.services import delete_note
from tests.browser.conftest import Open
from tests.cast import Write


@pytest.fixture
def feed(open_page: Open, lin: Member, maya: Member, write: Write) -> Page:
    """Maya's Latest with three notes, newest first: Gamma, Beta, Alpha."""
    for title in ("Alpha", "Beta", "Gamma"):
        write(lin, title, body="Words of it.")
    return open_page("/latest", as_member=maya)


def test_a_note_opens_over_the_feed_at_its_own_address(feed: Page) -> None:
    card = feed.locator(".note-card__open").nth(1)
    card.click()
    expect(feed.locator(".note-sheet .note__title")).to_have_text("Beta")
    expect(feed).to_have_url(re.compile(f"{card.get_attribute('href')}$"))
    expect(feed).to_have_title(re.compile("^Beta"))


def test_what_has_come_onto_the_page_can_be_pressed_at_once(feed: Page) -> None:
    heart = feed.locator("[data-note-body] .like__button")
    feed.evaluate(
        """async () => {
          const { pathname } = document.querySelector(".note-card__open")
          await htmx.ajax("GET", pathname, "[data-note-body]")
          document.querySelector("[data-note-body] .like__button").click()
        }"""
    )
    expect(heart).to_have_attribute("aria-pressed", "true")
    expect(feed).to_have_url(re.compile("/latest$"))


def test_arrow_keys_go_on_and_escape_returns(feed: Page) -> None:
    feed.locator(".note-card__open").first.click()
    expect(feed.locator(".note-sheet .note__title")).to_have_text("Gamma")
    feed.keyboard.press("ArrowRight")
    expect(feed.locator(".note-sheet .note__title")).to_have_text("Beta")
    feed.keyboard.press("Escape")
    expect(feed.locator(".note-sheet")).to_be_hidden()
    expect(feed).to_have_url(re.compile("/latest$"))
    expect(feed.locator(".note-card__open").nth(1)).to_be_focused()


@pytest.fixture
def late(feed: Page) -> list[Route]:
    """What of Gamma does not come until it is let go; the feed shows Gamma, on its way."""
    held: list[Route] = []
    feed.route(re.compile("page="), lambda route: held.append(route), times=1)
    with feed.expect_request(re.compile("page=")):
        feed.locator(".note-card__open").first.click()
    return held


def test_one_goes_on_from_a_note_that_does_not_come(feed: Page, late: list[Route]) -> None:
    feed.keyboard.press("ArrowRight")
    expect(feed.locator(".note-sheet .note__title")).to_have_text("Beta")
    expect(feed).to_have_title(re.compile("^Beta"))


def test_a_note_that_was_left_does_not_come_late(feed: Page, late: list[Route]) -> None:
    with feed.expect_event("requestfailed", lambda request: request == late[0].request):
        feed.keyboard.press("Escape")
    expect(feed.locator(".note-sheet")).to_be_hidden()
    expect(feed).to_have_url(re.compile("/latest$"))


def test_back_closes_the_note_and_forward_opens_it_again(feed: Page) -> None:
    feed.locator(".note-card__open").first.click()
    expect(feed.locator(".note-sheet .note__title")).to_be_visible()
    feed.go_back()
    expect(feed.locator(".note-sheet")).to_be_hidden()
    feed.go_forward()
    expect(feed.locator(".note-sheet .note__title")).to_have_text("Gamma")


def test_the_feed_comes_back_from_a_member_visited_out_of_a_note(feed: Page) -> None:
    feed.locator(".note-card__open").first.click()
    feed.locator(".note-sheet .note__head a").first.click()
    expect(feed.locator(".profile__name")).to_be_visible()
    feed.go_back()
    expect(feed.locator("main .note__title")).to_have_text("Gamma")
    feed.go_back()
    expect(feed).to_have_url(re.compile("/latest$"))
    expect(feed.locator(".note-card__open")).to_have_count(3)


def test_the_address_alone_shows_the_whole_page(feed: Page) -> None:
    feed.locator(".note-card__open").first.click()
    expect(feed.locator(".note-sheet .note__title")).to_be_visible()
    feed.reload()
    expect(feed.locator("main .note__title")).to_have_text("Gamma")
    expect(feed.locator(".note-sheet")).to_be_hidden()


def test_a_comment_written_in_the_sheet_stands_there(feed: Page) -> None:
    feed.locator(".note-card__open").first.click()
    box = feed.locator(".note-sheet .comment-form textarea")
    box.fill("What a lovely cat")
    feed.locator(".note-sheet .comment-form button").click()
    expect(feed.locator(".note-sheet .comment__text").first).to_have_text("What a lovely cat")
    expect(box).to_have_value("")


def test_a_saved_note_shows_its_star_and_the_sheet_closes(feed: Page) -> None:
    feed.locator(".note-card__open").first.click()
    feed.locator(".note-sheet [data-saves]").click()
    feed.locator("#small-sheet").get_by_role("button", name="Save").click()
    expect(feed.locator("#small-sheet")).to_be_hidden()
    expect(feed.locator(".note-sheet [data-saves]").first).to_have_attribute("aria-pressed", "true")


def test_a_note_that_has_gone_meanwhile_says_so(feed: Page, lin: Member) -> None:
    delete_note(lin.notes.get(versions__title="Gamma"), by=lin)
    with feed.expect_navigation():
        feed.locator(".note-card__open").first.click()
    expect(feed.get_by_role("heading", name="Nothing at this landing")).to_be_visible()
