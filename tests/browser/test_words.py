"""A word is looked up where it stands, in Chinese and in English, and kept."""

import pytest
from playwright.sync_api import expect

from dukou.site.talk.services import write_comment
from tests.browser.conftest import PHONE
from tests.browser.looking import nothing_grave_by_night


@pytest.fixture
def note(lin, write):
    return write(lin, "猫税来了", body="我在银行工作，行长是我妈妈。")


def test_a_chinese_word_is_tapped_and_kept(open_page, note, maya):
    page = open_page(note.get_absolute_url(), as_member=maya)
    version = page.locator(".version").first
    version.get_by_role("link", name="Look up words").click()
    version.get_by_role("link", name="银行", exact=True).click()
    card = version.locator(".word-card")
    expect(card).to_contain_text("yínháng")
    expect(card).to_contain_text("bank")
    version.get_by_role("link", name="行长", exact=True).click()
    expect(card).to_contain_text("hángzhǎng")
    card.get_by_role("button", name="Keep").click()
    expect(card.get_by_role("button", name="In my words")).to_be_visible()
    nothing_grave_by_night(page)
    version.get_by_role("link", name="Word for word").click()
    expect(version.locator(".words__short").first).to_be_visible()
    expect(version).to_contain_text("A gloss: each word by itself, not a translation.")
    version.get_by_role("link", name="Close").click()
    expect(version).to_contain_text("我在银行工作")
    expect(version.locator(".words__word")).to_have_count(0)
    page.goto(page.url.split("/@")[0] + "/words")
    expect(page.get_by_role("main")).to_contain_text("行长")
    nothing_grave_by_night(page)
    page.get_by_role("button", name="Take 行长 off the list").click()
    expect(page.get_by_role("main")).not_to_contain_text("行长")


def test_an_english_word_in_a_comment_is_tapped(open_page, note, lin, maya, write):
    english = write(maya, "Cat tax", body="My cat is called Dumpling. She pays in purrs.")
    write_comment(note, by=maya, body="I gave up on the bank", lang="en")
    page = open_page(note.get_absolute_url(), as_member=lin, locale="zh-CN", viewport=PHONE)
    comment = page.locator(".comment")
    comment.get_by_role("link", name="查词").click()
    comment.get_by_role("link", name="gave up").click()
    expect(comment.locator(".word-card")).to_contain_text("放弃")
    page.goto(f"/notes/{english.pk}/words")
    expect(page.locator(".words__short").first).to_be_visible()
    nothing_grave_by_night(page)


def test_without_javascript_each_word_has_its_gloss_and_its_card(open_page, note, maya):
    page = open_page(note.get_absolute_url(), as_member=maya, java_script_enabled=False)
    page.get_by_role("link", name="Read it word for word").click()
    expect(page.locator(".words__short").first).to_be_visible()
    page.locator(".words__word", has_text="银行").click()
    expect(page.locator(".word-card")).to_contain_text("yínháng")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("button", name="In my words")).to_be_visible()
