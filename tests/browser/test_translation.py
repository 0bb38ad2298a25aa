"""A text in another language, from the first meeting to both versions side by side."""

import pytest
from playwright.sync_api import expect

from dukou.site.talk.services import write_comment


@pytest.fixture
def note(lin, write):
    return write(lin, "猫税来了", body="我家的猫叫团子。")


def test_a_note_is_translated_when_its_first_reader_meets_it(
    open_page, note, maya, engine, run_jobs
):
    page = open_page(note.get_absolute_url(), as_member=maya)
    version = page.locator(".version").first
    expect(version).to_contain_text("Being translated from Simplified Chinese")
    expect(version).to_contain_text("我家的猫叫团子。")
    assert run_jobs()
    expect(version).to_contain_text("My cat is called Dumpling.")
    expect(version).to_contain_text("by machine: scripted")
    page.get_by_role("link", name="Both").click()
    expect(version.locator("[lang=en]")).to_contain_text("Dumpling")
    expect(version.locator("[lang=zh-Hans]")).to_contain_text("团子")
    page.get_by_role("link", name="Original").click()
    expect(version).not_to_contain_text("Dumpling")


def test_a_comment_is_translated_where_it_stands(open_page, note, lin, maya, engine, run_jobs):
    write_comment(note, by=lin, body="你好，欢迎！", lang="zh-Hans")
    page = open_page(note.get_absolute_url(), as_member=maya)
    comment = page.locator(".comment")
    comment.scroll_into_view_if_needed()
    expect(comment).to_contain_text("Being translated")
    run_jobs()
    expect(comment).to_contain_text("Hello and welcome!")


def test_without_javascript_a_button_asks_and_links_switch(open_page, note, maya, engine, run_jobs):
    page = open_page(note.get_absolute_url(), as_member=maya, java_script_enabled=False)
    page.get_by_role("button", name="Translate").click()
    expect(page.locator(".version").first).to_contain_text("Being translated")
    run_jobs()
    page.reload()
    expect(page.locator(".version").first).to_contain_text("My cat is called Dumpling.")
    page.get_by_role("link", name="Original").click()
    expect(page.locator(".version").first).to_contain_text("我家的猫叫团子。")
