"""A bilingual note: its author is told what one version lacks, and readers see it."""

import pytest
from playwright.sync_api import expect

from dukou.site.bridge.sides import services as sides
from dukou.site.notes.models import Draft
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.looking import nothing_grave_by_night

CHINESE = "今天去山上摘了很多草莓。回来的路上下起了大雨，大家都淋湿了。"
ENGLISH = "Today we went up the mountain and picked a lot of strawberries."


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_what_one_side_lacks_is_told_to_the_author_and_shown_to_readers(open_page, lin, maya, size):
    author = open_page("/compose", as_member=lin, locale="zh-CN", viewport=size)
    author.locator("#body").fill(CHINESE)
    author.locator("summary.composer__add").click()
    author.locator("#other_body").fill(ENGLISH)
    told = author.locator(".sides")
    expect(told).to_contain_text("正在对照两个版本。")
    sides.compare_draft(Draft.objects.get().pk)
    expect(told).to_contain_text("另一边没有对应的句子")
    expect(told).to_contain_text("回来的路上下起了大雨")
    nothing_grave_by_night(author)
    author.get_by_role("button", name="发布").click()
    author.wait_for_url("**/@lin/*")
    sides.compare_waiting()

    theirs = open_page(author.url.split("?")[0], as_member=maya, viewport=size)
    theirs.get_by_role("link", name="Both", exact=True).click()
    expect(theirs.locator(".apart")).to_contain_text("回来的路上下起了大雨")
    expect(theirs.locator(".apart__words")).to_have_text("no counterpart on the other side")
    nothing_grave_by_night(theirs)
