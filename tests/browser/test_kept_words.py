"""Whoever is signed out while writing finds the words again, and none stay once they arrived."""

from playwright.sync_api import Page, expect

from dukou.site.commons.models import Ground
from dukou.site.commons.services import report
from dukou.site.commons.subjects import Subject
from dukou.site.members.models import Member
from tests.browser.conftest import Open
from tests.browser.signing import is_signed_out, signs_in_again, with_password
from tests.cast import Write


def kept(page: Page) -> str:
    """All words that the tab keeps, once the page's scripts have looked at what arrived."""
    page.wait_for_load_state()
    return str(page.evaluate("Object.values(sessionStorage).join()"))


def test_what_one_says_of_oneself(open_page: Open, lin: Member) -> None:
    page = open_page("/settings", as_member=with_password(lin))
    bio, keep = page.locator("[name=bio]"), page.get_by_role("button", name="Keep changes")
    bio.fill("住在江边")
    is_signed_out(page)
    keep.click()
    signs_in_again(page, lin)
    expect(bio).to_have_value("住在江边")
    keep.click()
    expect(page.locator("#toasts")).to_contain_text("Your profile is kept.")
    lin.refresh_from_db()
    assert lin.bio == "住在江边"
    assert "住在江边" not in kept(page)


def test_what_is_wrong_with_a_note(
    open_page: Open, lin: Member, maya: Member, write: Write
) -> None:
    address = f"/report?note={write(lin, '猫税来了').pk}"
    page = open_page(address, as_member=with_password(maya))
    words, send = page.locator("[name=words]"), page.get_by_role("button", name="Send")
    page.locator("[name=ground]").first.check()
    words.fill("Not a cat at all.")
    is_signed_out(page)
    send.click()
    signs_in_again(page, maya)
    page.goto(address)
    expect(words).to_have_value("Not a cat at all.")
    page.locator("[name=ground]").first.check()
    send.click()
    expect(page.get_by_text("Thank you, we will look at it")).to_be_visible()
    assert "Not a cat" not in kept(page)


def test_why_a_moderator_decides_and_takes_it_back(
    open_page: Open, lin: Member, maya: Member, bo: Member, write: Write
) -> None:
    report(Subject(note=write(lin, "猫税来了")), by=maya, ground=Ground.values[0])
    page = open_page("/moderation", as_member=with_password(bo))
    reason = page.locator("[name=reason]")
    for step, address in (("Hide it", "/moderation"), ("Undo the decision", "/moderation/log")):
        page.goto(address)
        if address.endswith("log"):
            page.locator("summary", has_text="Undo").click()
        reason.fill("It is a cat.")
        is_signed_out(page)
        page.get_by_role("button", name=step).click()
        signs_in_again(page, bo)
        page.wait_for_url(f"**{address}")
        expect(reason).to_be_visible()
        expect(reason).to_have_value("It is a cat.")
        page.get_by_role("button", name=step).click()
        expect(reason).to_have_count(0)
        assert "It is a cat." not in kept(page)
