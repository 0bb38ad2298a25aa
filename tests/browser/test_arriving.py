"""From sign-up to the first note, on the phone and the desktop, in both languages."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from dukou.site.members.models import Member
from dukou.site.notes.interests import ensure_interests
from dukou.site.notes.models import Note
from tests.browser.conftest import DESKTOP, PHONE, Open
from tests.browser.looking import nothing_grave
from tests.cast import PASSWORD, Write


@pytest.fixture
def interests(transactional_db: None) -> None:
    """The subjects to choose from: tests with a real server begin with empty tables."""
    ensure_interests()
    cache.clear()  # one letter to an address in three minutes: who signed up a test ago had it


def sign_up(page: Page) -> None:
    """Fill in the one page that there is to fill in."""
    for field, words in (
        ("username", "noa"),
        ("email", "noa@example.org"),
        ("password1", PASSWORD),
    ):
        page.locator(f"[name={field}]").fill(words)
    page.locator("main form button").click()


def go_on(page: Page) -> None:
    page.locator(".welcome__go .button--action").click()


def test_what_is_told_covers_nothing_to_press(open_page: Open, interests: None) -> None:
    page = open_page("/account/signup/", viewport=PHONE)
    # What is told leaves after some seconds: on a busy machine before it was looked for.
    page.clock.install()
    page.clock.pause_at(datetime.now(UTC) + timedelta(hours=1))
    sign_up(page)
    page.wait_for_url("**/welcome/languages")
    told = page.locator(".toast").bounding_box()
    button = page.locator(".welcome__go .button--action").bounding_box()
    assert told is not None
    assert button is not None
    assert told["y"] + told["height"] < button["y"]


@pytest.mark.parametrize(
    ("viewport", "locale", "own", "other"),
    [
        (PHONE, "zh-CN", "我在医院上班。", "I work in a hospital."),
        (DESKTOP, "en", "I work in a hospital.", "我在医院上班。"),
    ],
)
def test_a_newcomer_arrives_and_says_hello_in_two_languages(
    open_page: Open, interests: None, viewport: dict[str, int], locale: str, own: str, other: str
) -> None:
    page = open_page("/account/signup/", viewport=viewport, locale=locale)
    nothing_grave(page)
    sign_up(page)
    expect(page).to_have_url("/welcome/languages")
    nothing_grave(page)
    go_on(page)
    page.locator(".tile", has=page.locator("[value=cats]")).click()
    nothing_grave(page)
    go_on(page)
    page.locator("#doing").select_option("nurse")
    versions = page.locator("#versions .text-card__words")
    expect(versions.first).to_contain_text(own)
    expect(versions.last).to_contain_text(other)
    nothing_grave(page)
    go_on(page)
    expect(page.locator(".note")).to_contain_text(own)
    assert Note.objects.get().author == Member.objects.get(name="noa")


def test_without_javascript_both_versions_are_shown_on_demand(
    open_page: Open, interests: None
) -> None:
    page = open_page("/account/signup/", java_script_enabled=False)
    sign_up(page)
    for _ in range(2):
        go_on(page)
    page.locator("#doing").select_option("nurse")
    page.locator("noscript button").click()
    expect(page.locator("#versions")).to_contain_text("我在医院上班。")
    go_on(page)
    expect(page.locator(".note")).to_contain_text("I work in a hospital.")


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
def test_a_profile_is_followed_and_its_member_blocked_from_the_menu(
    open_page: Open, lin: Member, maya: Member, write: Write, viewport: dict[str, int]
) -> None:
    write(lin, "猫税来了", en="Cat tax")
    page = open_page("/@lin", as_member=maya, viewport=viewport)
    nothing_grave(page)
    follow = page.locator(".profile__acts form button").first
    follow.click()
    expect(follow).to_have_text("Following")
    page.locator("[popovertarget=profile-menu]").click()
    page.locator("#profile-menu").get_by_role("button", name="Block").click()
    expect(page).to_have_url("/settings/safety")
    nothing_grave(page)
    page.get_by_role("button", name="Unblock").click()
    expect(page.locator(".toast")).to_contain_text("@lin is not blocked any more.")


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
def test_the_counts_of_a_profile_stand_in_one_row(
    open_page: Open, lin: Member, viewport: dict[str, int]
) -> None:
    page = open_page("/@lin", viewport=viewport)
    counts = page.locator(".profile__counts > *")
    expect(counts).to_have_count(4)
    tops = counts.evaluate_all("counts => counts.map(count => count.getBoundingClientRect().top)")
    assert len(set(tops)) == 1


@pytest.mark.parametrize("page_of", ["settings", "settings/languages", "settings/data"])
def test_settings_have_nothing_grave(open_page: Open, lin: Member, page_of: str) -> None:
    nothing_grave(open_page(f"/{page_of}", as_member=lin, viewport=PHONE))
