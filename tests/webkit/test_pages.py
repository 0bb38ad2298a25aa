"""What WebKit lays out, moves and snaps otherwise than the other engines."""

import re

from dukou.site.members.models import Member
from dukou.site.middleware.measure import figures
from dukou.site.notes.models import Media, MediaState
from tests.cast import Write
from tests.webkit.conftest import PHONE, Open

SHEET = "document.querySelector('.note-sheet')"
OPEN = """[...document.querySelectorAll('.note-card__open')]
  .find(card => card.textContent.includes(arguments[0])).click()"""
FRAMES = """new Promise(told => {
  let left = 30
  const next = () => left-- ? requestAnimationFrame(next) : told(true)
  next()
})"""


def pictures(owner: Member, title: str) -> list[Media]:
    """Three without files: what is asked is how they lie."""
    about = {"owner": owner, "state": MediaState.READY, "width": 300, "height": 400}
    stems = [f"pictures/{title.lower()}-{at}" for at in range(3)]
    return [Media.objects.create(stem=stem, **about) for stem in stems]


def test_the_menu_of_a_card_is_seen(
    open_in_webkit: Open, lin: Member, maya: Member, write: Write
) -> None:
    write(lin, "Cat tax")
    page = open_in_webkit("/latest", as_member=maya)
    page.click(".note-card__more")
    menu = "document.getElementById('card-menu')"
    page.shows(f"{menu}.matches(':popover-open')")
    page.shows(f"{menu}.getAnimations().length === 0")
    assert page.ask(f"getComputedStyle({menu}).opacity") == "1"
    button = "document.querySelector('.note-card__more').getBoundingClientRect()"
    assert page.ask(f"Math.abs({button}.bottom - {menu}.getBoundingClientRect().top) < 40")


def test_a_note_opens_at_its_first_picture(
    open_in_webkit: Open, lin: Member, maya: Member, write: Write
) -> None:
    for title in ("Alpha", "Beta", "Gamma", "Delta"):
        write(lin, title, body="Words of it. " * 9, design="", media=pictures(lin, title))
    page = open_in_webkit("/latest", as_member=maya, size=PHONE)
    for title in ("Delta", "Gamma", "Beta", "Alpha"):
        page.ask(OPEN, title)
        page.shows(f"{SHEET}?.querySelector('.note__title')?.textContent === arguments[0]", title)
        page.ask(FRAMES)  # what snaps has snapped by then
        assert page.ask(f"{SHEET}.querySelector('[data-here]').textContent") == "1"
        page.ask("history.back()")
        page.shows(f"!{SHEET}.open")


def test_the_field_for_pictures_is_whole(open_in_webkit: Open, lin: Member) -> None:
    page = open_in_webkit("/compose", as_member=lin)
    tray = "document.querySelector('.tray')"
    assert page.ask(f"{tray}.scrollWidth <= {tray}.clientWidth")


def test_a_comment_written_in_the_sheet_stands_there(
    open_in_webkit: Open, lin: Member, maya: Member, write: Write
) -> None:
    write(lin, "Cat tax", body="Words of it.")
    page = open_in_webkit("/latest", as_member=maya)
    page.click(".note-card__open")
    page.shows(f"{SHEET}?.querySelector('.comment-form textarea')")
    page.click(".note-sheet .comment-form textarea")
    page.type(".note-sheet .comment-form textarea", "What a lovely cat")
    page.click(".note-sheet .comment-form button")
    page.shows(
        f"{SHEET}.querySelector('.comment__text')?.textContent.trim() === 'What a lovely cat'"
    )


def test_packs_that_have_come_do_not_come_again_when_cookies_change(
    open_in_webkit: Open, lin: Member, maya: Member
) -> None:
    open_in_webkit("/rules", as_member=lin)
    came = packs_sent()
    open_in_webkit("/rules", as_member=maya)
    assert packs_sent() == came > 0


def packs_sent() -> int:
    """How many packs this process has sent so far."""
    found = re.search(rb'^dukou_answers_total{page="pack",status="200"} ([0-9]+)', figures(), re.M)
    assert found
    return int(found[1])
