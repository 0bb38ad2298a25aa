"""A note that its author marked as sensitive stays covered until a reader asks for it."""

import re

from playwright.sync_api import expect

from dukou.site.members.models import Member
from tests.browser.conftest import Open
from tests.cast import Write


def test_a_sensitive_note_is_covered_in_the_feed_and_on_its_page(
    open_page: Open, lin: Member, write: Write
) -> None:
    note = write(lin, "A hard night", body="What happened on the ward.", sensitive=True)
    page = open_page("/latest")
    card = page.locator(".note-card")
    expect(card).to_contain_text("Sensitive")
    expect(card).not_to_contain_text("What happened")
    card.locator(".note-card__open").click()
    sheet = page.locator(".note-sheet")
    words = sheet.locator(".note__text")
    expect(sheet.get_by_text("The author marked this as sensitive")).to_be_visible()
    expect(words).to_be_hidden()
    sheet.get_by_text("Show the words").click()
    expect(words).to_be_visible()
    expect(page).to_have_url(re.compile(f"{note.get_absolute_url()}$"))
