"""A newcomer's first hour, from sign-up to signing out: every page passed, in two languages."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from dukou.site.members.models import Member
from dukou.site.notes.interests import ensure_interests
from dukou.site.notes.models import Note
from dukou.site.notes.services import NoteText
from dukou.site.talk import services as talk
from tests.browser.conftest import DESKTOP, PHONE, Open
from tests.browser.looking import nothing_grave, nothing_grave_by_night
from tests.cast import PASSWORD, Write, make_member
from tests.site.notes.files import of_a_phone

A_PAGE = 20


@dataclass(frozen=True)
class Bank:
    """One side of the river: what its newcomers say, and what the other side has written."""

    locale: str
    hello: str
    title: str
    words: str
    comment: str
    sought: str
    original: str
    yours: str


CHINESE = Bank(
    locale="zh-CN",
    hello="我在医院上班。",
    title="第一天",
    words="今天坐了很久的公交车，车窗外面都是江。",
    comment="这个我也想试试",
    sought="公交车",
    original="The river at six",
    yours="早上六点的江",
)
ENGLISH = Bank(
    locale="en",
    hello="I work in a hospital.",
    title="First day",
    words="A long ride on the bus, and the river all the way.",
    comment="I would like to try this too",
    sought="ride",
    original="早上六点的江",
    yours="The river at six",
)
ACROSS = {"zh-CN": "en", "en": "zh-Hans"}


@pytest.fixture(params=[CHINESE, ENGLISH], ids=["zh", "en"])
def bank(request: pytest.FixtureRequest, transactional_db: None, write: Write) -> Bank:
    """A place with two full pages of notes; the newest was written on the other bank."""
    ensure_interests()
    bank: Bank = request.param
    for at in range(A_PAGE):
        home = "zh-Hans" if at % 2 else "en"
        author = make_member(f"neighbour{at}", home_language=home, reads=[home])
        for again in range(2):
            write(author, f"猫税来了 {at} {again}", en=f"Cat tax {at} {again}")
    other = ACROSS[bank.locale]
    across = make_member("across", home_language=other, reads=[other])
    texts = {"zh-Hans": "早上六点的江", "en": "The river at six"}
    write(
        across,
        texts.pop(other),
        body="#猫税",
        others=[NoteText(lang, title, "") for lang, title in texts.items()],
    )
    return bank


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_newcomer_walks_through_the_place(
    open_page: Open, bank: Bank, viewport: dict[str, int]
) -> None:
    page = open_page("/account/signup/", viewport=viewport, locale=bank.locale)
    arrives(page, bank)
    writes_a_card(page, bank)
    shows_a_picture(page, bank)
    reads_on(page)
    likes(page)
    reads_what_was_written_across(page, bank)
    asks_why(page)
    says_something(page, bank)
    keeps(page)
    turns_the_dial(page)
    searches(page, bank)
    hears_of_it(page)
    reports_and_blocks(page)
    signs_out(page)


def arrives(page: Page, bank: Bank) -> None:
    """One page, three short steps, and the first note is out."""
    nothing_grave(page)
    given = (("username", "noa"), ("email", "noa@example.org"), ("password1", PASSWORD))
    for name, words in given:
        page.locator(f"[name={name}]").fill(words)
    page.locator("main form button").click()
    page.wait_for_url("**/welcome/languages")
    nothing_grave(page)
    goes_on(page)
    page.wait_for_url("**/welcome/interests")
    page.locator(".tile", has=page.locator("[value=cats]")).click()
    nothing_grave(page)
    goes_on(page)
    page.locator("#doing").select_option("nurse")
    expect(page.locator("#versions .text-card__words").first).to_contain_text(bank.hello)
    nothing_grave(page)
    goes_on(page)
    expect(page.locator("main .note")).to_contain_text(bank.hello)
    nothing_grave_by_night(page)


def goes_on(page: Page) -> None:
    page.locator(".welcome__go .button--action").click()


def writes_a_card(page: Page, bank: Bank) -> None:
    """Words alone become a card; they save themselves."""
    page.goto("/compose")
    page.locator("#title").fill(bank.title)
    page.locator("#body").fill(bank.words)
    expect(page.locator(".composer__saved")).to_have_attribute("data-state", "saved")
    nothing_grave_by_night(page)
    publishes(page)
    expect(page.locator("main .note__title").first).to_have_text(bank.title)


def publishes(page: Page) -> None:
    page.locator("button[value=publish]").click()
    page.wait_for_url(re.compile(r"/@noa/\d+$"))


def shows_a_picture(page: Page, bank: Bank) -> None:
    """A picture, what it shows, and three words."""
    page.goto("/compose")
    photo = FilePayload(name="cat.jpg", mimeType="image/jpeg", buffer=of_a_phone())
    page.set_input_files("input[type=file]", photo)
    page.locator(".tray__alt").fill(bank.words)
    page.locator("#title").fill(bank.title)
    nothing_grave(page)
    publishes(page)
    expect(page.locator("main .gallery img").first).to_have_attribute("alt", bank.words)
    nothing_grave(page)


def reads_on(page: Page) -> None:
    """Explore, and its next page as one comes near the end."""
    page.goto("/")
    cards = page.locator(".note-card")
    nothing_grave_by_night(page)
    before = cards.count()
    page.locator("#feed-more").scroll_into_view_if_needed()
    expect(cards.nth(before)).to_be_attached()


def likes(page: Page) -> None:
    """A heart on a neighbour's card, and it is there the next time."""
    page.goto("/latest")
    heart = of_across(page).locator(".like__button")
    heart.click()
    expect(heart).to_have_attribute("aria-pressed", "true")
    nothing_grave(page)


def of_across(page: Page) -> Locator:
    """The card of the note that was written on the other bank."""
    author = page.locator("[href='/@across']")
    return page.locator(".note-card", has=author).first


def reads_what_was_written_across(page: Page, bank: Bank) -> None:
    """In one's own language, in theirs, and in both."""
    of_across(page).locator(".note-card__open").click()
    sheet = page.locator(".note-sheet")
    titles, ways = sheet.locator(".note__title"), sheet.locator(".version__switch a")
    expect(titles).to_have_text([bank.yours])
    expect(ways).to_have_count(3)
    nothing_grave_by_night(page)
    ways.nth(0).click()
    expect(titles).to_have_text([bank.original])
    ways.nth(2).click()
    expect(titles).to_have_count(2)
    nothing_grave(page)
    ways.nth(1).click()
    expect(titles).to_have_text([bank.yours])


def asks_why(page: Page) -> None:
    """From the menu of a card on Explore."""
    page.goto("/")
    page.locator(".note-card__more").first.click()
    page.locator("#card-menu [data-why]").click()
    expect(page.locator("#small-sheet .why__words p").nth(1)).to_be_visible()
    nothing_grave(page)
    page.keyboard.press("Escape")
    expect(page.locator("#small-sheet")).to_be_hidden()


def says_something(page: Page, bank: Bank) -> None:
    """A comment stands where it was written."""
    page.goto(Note.objects.get(author__name="across").get_absolute_url())
    page.locator(".comment-form textarea").fill(bank.comment)
    page.locator(".comment-form button").click()
    expect(page.locator(".comment__text")).to_have_text(bank.comment)
    nothing_grave(page)


def keeps(page: Page) -> None:
    """The note goes into a collection that is made for it."""
    page.locator("main [data-saves]").click()
    sheet = page.locator("#small-sheet")
    sheet.locator("#new-shelf").fill("Rivers")
    nothing_grave(page)
    sheet.locator(".button--action").click()
    expect(page.locator("main [data-saves]")).to_have_attribute("aria-pressed", "true")
    page.goto("/saved")
    expect(of_across(page)).to_be_visible()
    nothing_grave(page)


def turns_the_dial(page: Page) -> None:
    """A step across the river, by keys: the page comes anew, and the dial stays there."""
    page.goto("/")
    dial = page.locator(".dial__range")
    dial.focus()
    with page.expect_response(lambda answer: answer.url.endswith("/")) as anew:
        dial.press("ArrowRight")
    assert anew.value.ok
    page.reload()
    expect(dial).to_have_value("3")


def searches(page: Page, bank: Bank) -> None:
    """By a word of the note just written."""
    page.goto("/search")
    nothing_grave(page)
    box = page.locator(".search-box input:visible").first
    box.fill(bank.sought)
    box.press("Enter")
    page.wait_for_url("**/search?q=*")
    expect(page.locator(".note-card").first).to_contain_text(bank.title)
    nothing_grave(page)


def hears_of_it(page: Page) -> None:
    """Somebody likes the first note, and its author reads so."""
    fan = Member.objects.get(name="neighbour1")
    talk.like_note(Note.objects.filter(author__name="noa").earliest("pk"), by=fan)
    page.goto("/notifications")
    expect(page.locator(".notification--unread")).to_contain_text(fan.display_name)
    nothing_grave(page)
    page.goto("/@noa")
    nothing_grave_by_night(page)


def reports_and_blocks(page: Page) -> None:
    """From the card's menu to the moderators, then out of one's sight."""
    page.goto("/latest")
    card = page.locator(".note-card", has=page.locator("[href='/@neighbour18']")).first
    card.locator(".note-card__more").click()
    page.locator("#card-menu [href^='/report']").click()
    sheet = page.locator("#small-sheet")
    sheet.locator("[name=ground]").first.check()
    nothing_grave(page)
    sheet.locator(".button--action").click()
    sheet.locator(".button--danger").click()
    page.wait_for_url("**/settings/safety")
    expect(page.locator("main")).to_contain_text("@neighbour18")
    nothing_grave(page)
    page.goto("/@neighbour18")
    expect(page.locator(".profile")).to_have_count(0)
    nothing_grave(page)


def signs_out(page: Page) -> None:
    """What is for members asks to sign in again."""
    page.goto("/account/logout/")
    nothing_grave(page)
    page.locator("main form button").click()
    page.wait_for_url(re.compile(r"/$"))
    page.goto("/notifications")
    page.wait_for_url("**/account/login/**")
    nothing_grave(page)


def test_without_javascript_one_reads_signs_in_and_likes(open_page: Open, bank: Bank) -> None:
    make_member("noa", home_language="en", reads=["en"])
    page = open_page("/", java_script_enabled=False)
    page.locator("a[rel=next]").click()
    page.locator(".note-card__open").first.click()
    expect(page.locator("main .note__title").first).to_be_visible()
    expect(page.locator("#talk")).to_be_visible()
    page.locator("main .note .like__button").first.click()
    page.locator("[name=login]").fill("noa")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button").click()
    page.wait_for_url(re.compile(r"/@\w+/\d+"))
    heart = page.locator("main .note .like__button").first
    heart.click()
    expect(heart).to_have_attribute("aria-pressed", "true")
