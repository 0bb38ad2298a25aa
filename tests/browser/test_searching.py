"""A search finds what the other side wrote, says what it is called there, what it leaves out."""

from dataclasses import dataclass, replace

import pytest
from playwright.sync_api import expect

from dukou.site.notes.services import place_waiting
from dukou.site.reading.search.near import load_near_notes
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.looking import nothing_grave_by_night


@dataclass(frozen=True)
class Side:
    """What a reader of one side asks for, finds and reads."""

    locale: str
    asked: str
    found: str
    own: str
    called: str
    narrow: str
    show: str
    only: str
    everything: str
    language: str


ENGLISH = Side(
    locale="en",
    asked="perler beads",
    found="拼豆第三天，桌子没了",
    own="My perler beads melted",
    called="拼豆",
    narrow="Narrow down",
    show="Show",
    only="Only what was written in Chinese is shown.",
    everything="All languages",
    language="zh",
)
CHINESE = Side(
    locale="zh-CN",
    asked="拼豆",
    found="My fuse beads melted",
    own="拼豆第三天，桌子没了",
    called="fuse beads",
    narrow="筛选",
    show="查看",
    only="只显示用英文写的笔记。",
    everything="看所有语言",
    language="en",
)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("side", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_a_search_crosses_the_river(open_page, lin, maya, write, side, size):
    chinese, english = (side.found, side.own) if side is ENGLISH else (side.own, side.found)
    write(lin, chinese)
    write(maya, english)
    place_waiting()
    load_near_notes()
    reader = maya if side is ENGLISH else lin
    page = open_page("/search", as_member=reader, locale=side.locale, viewport=size)
    box = page.locator(".search-box input:visible").first
    box.fill(side.asked)
    box.press("Enter")
    cards = page.locator(".note-card")
    expect(cards.filter(has_text=side.found)).to_be_visible()
    expect(page.locator(".found-in")).to_contain_text(side.called)
    nothing_grave_by_night(page)
    page.get_by_text(side.narrow).click()
    page.locator("[name=lang]").select_option(side.language)
    page.get_by_role("button", name=side.show, exact=True).click()
    expect(page.get_by_text(side.only)).to_be_visible()
    expect(cards).to_have_count(1)
    nothing_grave_by_night(page)
    page.get_by_role("link", name=side.everything).click()
    expect(cards).to_have_count(2)
    page.locator(".found-in").get_by_role("link", name=side.called).click()
    expect(cards.filter(has_text=side.found)).to_be_visible()


def test_what_meaning_finds_comes_by_itself_once_it_is_there(
    open_page, lin, maya, write, settings, monkeypatch
):
    settings.CONFIGURATION = replace(settings.CONFIGURATION, search_by_meaning=True)
    monkeypatch.setattr("dukou.site.reading.search.near._started", True)
    # Looking the page over may take longer than a page goes on asking.
    monkeypatch.setattr("dukou.site.reading.search.views.MOST_LOOKS", 1_000)
    write(lin, "拼豆第三天，桌子没了")
    write(maya, "My perler beads melted")
    place_waiting()
    page = open_page("/search?q=perler+beads", as_member=maya, viewport=PHONE)
    cards = page.locator(".note-card")
    expect(page.get_by_text("Looking in other languages too")).to_be_visible()
    expect(cards).to_have_count(1)
    box = page.locator(".search-box input:visible").first
    box.fill("perler beads and")
    nothing_grave_by_night(page)
    load_near_notes()
    expect(cards).to_have_count(2)
    expect(page.locator(".found-in")).to_contain_text("拼豆")
    expect(page.get_by_text("Looking in other languages too")).to_have_count(0)
    expect(box).to_have_value("perler beads and")
    nothing_grave_by_night(page)
