"""A wrong translation: a reader reports it, a moderator takes it out, the page says so."""

import pytest
from playwright.sync_api import expect

from dukou.site.bridge.services import ask_for_translation
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.looking import nothing_grave_by_night


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_translation_is_reported_taken_out_and_put_back(
    open_page, lin, maya, bo, write, engine, run_jobs, size
):
    note = write(lin, "猫税来了", body="我家的猫叫团子。")
    ask_for_translation("note", [note.pk], reads=("en",), by=maya)
    run_jobs()
    reader = open_page(note.get_absolute_url(), as_member=maya, viewport=size)
    reader.get_by_role("link", name="Report this version").click()
    reader.get_by_text("A version says something else than the original").click()
    nothing_grave_by_night(reader)
    reader.get_by_role("button", name="Send to the moderators").click()
    expect(reader.get_by_text("Thank you, we will look at it")).to_be_visible()

    moderator = open_page("/moderation", as_member=bo, locale="zh-CN", viewport=size)
    expect(moderator.locator(".case")).to_contain_text("机器译文")
    nothing_grave_by_night(moderator)
    moderator.get_by_role("textbox").last.fill("和原文不符。")
    moderator.get_by_role("button", name="撤下译文").click()
    expect(moderator.locator(".case")).to_have_count(0)

    reader.goto(note.get_absolute_url())
    expect(reader.locator("#version")).to_contain_text("Moderators took the translation out")
    nothing_grave_by_night(reader)

    moderator.goto("/moderation/log")
    moderator.locator("summary", has_text="撤销").click()
    moderator.get_by_role("textbox").last.fill("看错了。")
    moderator.locator(".case button").click()
    expect(moderator.get_by_text("看错了。")).to_be_visible()
    reader.goto(note.get_absolute_url())
    expect(reader.locator("#version")).to_contain_text("My cat is called Dumpling.")
