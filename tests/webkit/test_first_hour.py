"""A newcomer's first hour in the engine of Safari: that each step of it works there, too."""

from pathlib import Path

import pytest
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from dukou.site.members.models import Member
from dukou.site.notes.interests import ensure_interests
from dukou.site.notes.models import Draft, Note
from dukou.site.notes.services import NoteText
from tests.cast import PASSWORD, Write
from tests.place import eventually
from tests.site.notes.files import of_a_phone
from tests.webkit.conftest import DESKTOP, PHONE
from tests.webkit.webdriver import WebKit

MORE_THAN_A_PAGE = 25


@pytest.fixture
def bank(transactional_db: None, maya: Member, write: Write) -> list[Note]:
    """A place with more than a page of notes in two languages, oldest first."""
    ensure_interests()
    return [
        write(
            maya,
            f"Cat tax {at}",
            body="#cats",
            others=[NoteText("zh-Hans", f"猫税来了 {at}", "#猫税")],
        )
        for at in range(MORE_THAN_A_PAGE)
    ]


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_newcomer_walks_through_the_place(
    webkit: WebKit, site: LiveServer, bank: list[Note], size: tuple[int, int],
    settings: Settings, tmp_path: Path,
) -> None:  # fmt: skip
    settings.MEDIA_ROOT = tmp_path / "media"
    webkit.size(*size)
    walk = Walk(webkit, site.url)
    walk.arrives()
    walk.writes_a_card()
    walk.shows_a_picture(tmp_path / "cat.jpg")
    walk.reads_on()
    walk.likes()
    walk.reads_in_both_languages()
    walk.asks_why()
    walk.says_something(bank[-1])
    walk.keeps()
    walk.turns_the_dial()
    walk.searches()
    walk.reports()
    walk.signs_out()


class Walk:
    """One newcomer, Noa, who reads Chinese, and her window."""

    def __init__(self, window: WebKit, site: str) -> None:
        self.window, self.site = window, site

    def goes_to(self, path: str) -> None:
        self.window.open(self.site + path)

    def sees(self, selector: str, words: str = "") -> None:
        """The first of the kind stands on the page, with these words in it."""
        self.window.shows(
            "document.querySelector(arguments[0])?.textContent.includes(arguments[1])",
            selector,
            words,
        )

    def is_at(self, path: str) -> None:
        """The address is one of this kind, and its page is there."""
        self.window.shows(
            "new RegExp(arguments[0]).test(location.pathname)"
            " && document.readyState === 'complete'",
            path,
        )

    def arrives(self) -> None:
        """One page, three short steps, and the first note is out."""
        self.goes_to("/account/signup/")
        given = (("username", "noa"), ("email", "noa@example.org"), ("password1", PASSWORD))
        for name, words in given:
            self.window.type(f"[name={name}]", words)
        self.window.click("main form button")
        self.is_at("/welcome/languages$")
        self.goes_on()
        self.is_at("/welcome/interests$")
        self.window.click(".tile:has([value=cats])")
        self.goes_on()
        self.is_at("/welcome/introduction$")
        self.window.ask("(document.querySelector('#doing').value = 'nurse')")
        self.goes_on()
        self.is_at(r"/@noa/\d+$")
        self.sees("main .note")

    def goes_on(self) -> None:
        self.window.click(".welcome__go .button--action")

    def writes_a_card(self) -> None:
        """Words alone become a card; they save themselves."""
        self.goes_to("/compose")
        self.window.type("#title", "First day")
        self.window.type("#body", "A long ride on the bus, and the river all the way.")
        self.window.shows("document.querySelector('.composer__saved').dataset.state === 'saved'")
        assert Draft.objects.get().fields["title"] == "First day"
        self.publishes()
        self.sees("main .note__title", "First day")

    def publishes(self) -> None:
        self.window.click("button[value=publish]")
        self.is_at(r"/@noa/\d+$")

    def shows_a_picture(self, photo: Path) -> None:
        """A picture and what it shows."""
        photo.write_bytes(of_a_phone())
        self.goes_to("/compose")
        self.window.type(".tray input[type=file]", str(photo))
        self.window.shows("document.querySelector('.tray__alt')")
        self.window.type(".tray__alt", "A cat on a chair")
        self.window.type("#title", "Dumpling")
        self.publishes()
        self.window.shows("document.querySelector('main .gallery img').naturalWidth > 0")

    def reads_on(self) -> None:
        """The next page comes by itself, and nothing takes the place of this one."""
        self.goes_to("/latest")
        self.window.ask("document.querySelector('#feed-more').scrollIntoView()")
        count = "document.querySelectorAll('.note-card').length"
        self.window.shows(f"{count} >= arguments[0]", MORE_THAN_A_PAGE)
        self.is_at("/latest$")

    def likes(self) -> None:
        """A heart on a neighbour's card, and it is there the next time."""
        self.goes_to("/latest")
        self.window.click(".note-card:has([href='/@maya']) .like__button")
        heart = "document.querySelector(\".note-card:has([href='/@maya']) .like__button\")"
        self.window.shows(f"{heart}.ariaPressed === 'true'")
        self.goes_to("/latest")
        assert self.window.ask(f"{heart}.ariaPressed") == "true"

    def reads_in_both_languages(self) -> None:
        """In one's own, in theirs, and side by side."""
        self.window.click(".note-card:has([href='/@maya']) .note-card__open")
        self.sees(".note-sheet .note__title", "猫税来了")
        self.window.click(".note-sheet .version__switch :nth-child(1 of a)")
        self.sees(".note-sheet .note__title", "Cat tax")
        self.window.click(".note-sheet .version__switch :nth-child(3 of a)")
        self.window.shows("document.querySelectorAll('.note-sheet .note__title').length === 2")
        self.window.ask("history.back()")
        self.window.shows("!document.querySelector('.note-sheet').open")

    def asks_why(self) -> None:
        """From the menu of a card on Explore."""
        self.goes_to("/")
        self.window.click(".note-card__more")
        self.window.click("#card-menu [data-why]")
        self.sees("#small-sheet .why__words")
        self.window.shows("document.querySelector('#small-sheet').open")

    def says_something(self, note: Note) -> None:
        """A comment stands where it was written."""
        self.goes_to(note.get_absolute_url())
        self.window.type(".comment-form textarea", "I would like to try this too")
        self.window.click(".comment-form button")
        self.sees(".comment__text", "I would like to try this too")

    def keeps(self) -> None:
        """The note goes into a collection that is made for it."""
        self.window.click("main [data-saves]")
        self.sees("#small-sheet #new-shelf")
        self.window.type("#small-sheet #new-shelf", "Rivers")
        self.window.click("#small-sheet .button--action")
        self.window.shows("document.querySelector('main [data-saves]').ariaPressed === 'true'")
        self.goes_to("/saved")
        self.sees(".note-card", "猫税来了")

    def turns_the_dial(self) -> None:
        """A step across the river, by keys; the dial stays there."""
        self.goes_to("/")
        self.window.type(".dial__range", "\ue014")  # the right arrow key
        self.window.shows("document.querySelector('.dial__range').value === '3'")
        eventually(Member.objects.filter(name="noa", dial=1).exists, "the dial was not kept")

    def searches(self) -> None:
        """By a word of the note just written."""
        self.goes_to("/search")
        of_page = "main .search-box input"
        is_shown = self.window.ask(
            "document.querySelector(arguments[0])?.checkVisibility()", of_page
        )
        box = of_page if is_shown else ".top .search-box input"
        self.window.type(box, "ride\ue007")  # and the key that sends it
        self.window.shows("location.search.includes('q=ride')")
        self.sees(".note-card", "First day")

    def reports(self) -> None:
        """From the card's menu to the moderators."""
        self.goes_to("/latest")
        self.window.click(".note-card:has([href='/@maya']) .note-card__more")
        self.window.click("#card-menu [href^='/report']")
        self.sees("#small-sheet [name=ground]")
        self.window.click("#small-sheet [name=ground]")
        self.window.click("#small-sheet .button--action")
        self.sees("#small-sheet .button--danger")

    def signs_out(self) -> None:
        """What is for members asks to sign in again."""
        self.goes_to("/account/logout/")
        self.window.click("main form button")
        self.is_at("^/$")
        self.goes_to("/notifications")
        self.is_at("/account/login/$")
