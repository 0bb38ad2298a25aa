"""Talking under a note in a real browser."""

from playwright.sync_api import Page, expect

from dukou.site.members.models import Member
from dukou.site.notes.models import Note, ReplyPolicy
from dukou.site.talk import services
from tests.browser.conftest import PHONE, Open
from tests.cast import Write


def says(page: Page, words: str) -> None:
    form = page.locator(".comment-form")
    form.locator("textarea").fill(words)
    form.locator("button").click()


def test_one_says_one_thing_after_the_other(
    open_page: Open, lin: Member, ama: Member, write: Write
) -> None:
    note = write(lin, "火锅")
    page = open_page(note.get_absolute_url(), as_member=ama, viewport=PHONE)
    said = page.locator(".comment__text")
    says(page, "好香")
    expect(said).to_have_text(["好香"])
    expect(said.first).to_be_in_viewport()
    expect(page.locator(".thread__silence")).to_be_hidden()
    says(page, "哪家店")
    expect(said).to_have_text(["哪家店", "好香"])
    expect(page.locator("#talk-title")).to_have_text("2 comments")
    page.reload()
    expect(said).to_have_text(["哪家店", "好香"])


def test_what_was_deleted_is_counted_no_more(
    open_page: Open, lin: Member, ama: Member, write: Write
) -> None:
    note = write(lin, "火锅")
    for words in ("好香", "哪家店"):
        comment = services.write_comment(note, by=ama, body=words, lang="zh-Hans")
    page = open_page(note.get_absolute_url(), as_member=ama)
    page.locator(f"#comment-{comment.pk}").get_by_role("button", name="Delete").click()
    expect(page.locator(".comment__text")).to_have_text(["好香"])
    expect(page.locator("#talk-title")).to_have_text("1 comment")


def test_an_answer_stands_under_what_it_answers(
    open_page: Open, lin: Member, ama: Member, write: Write
) -> None:
    note = write(lin, "火锅")
    asked = services.write_comment(note, by=lin, body="谁去？", lang="zh-Hans")
    services.write_comment(note, by=lin, body="周六", lang="zh-Hans")
    page = open_page(note.get_absolute_url(), as_member=ama, viewport=PHONE)
    page.locator(f"[data-replies-to='{asked.pk}']").click()
    says(page, "我去")
    expect(page.locator(f"#comment-{asked.pk} .comment__replies .comment__text")).to_have_text(
        "我去"
    )
    expect(page.locator(f"#comment-{asked.pk} .comment__replies .comment")).to_be_in_viewport()


def test_what_was_not_sent_waits_in_the_box(
    open_page: Open, lin: Member, ama: Member, write: Write
) -> None:
    note = write(lin, "火锅")
    page = open_page(note.get_absolute_url(), as_member=ama)
    box = page.locator(".comment-form textarea")
    box.fill("这家我")
    page.goto("/latest")
    page.go_back()
    expect(box).to_have_value("这家我")
    says(page, "这家我去过")
    expect(page.locator(".comment__text")).to_have_text(["这家我去过"])
    page.reload()
    expect(box).to_have_value("")


def test_an_answer_that_was_not_sent_is_an_answer_still(
    open_page: Open, lin: Member, ama: Member, write: Write
) -> None:
    note = write(lin, "火锅")
    asked = services.write_comment(note, by=lin, body="谁去？", lang="zh-Hans")
    page = open_page(note.get_absolute_url(), as_member=ama)
    page.locator(f"[data-replies-to='{asked.pk}']").click()
    box = page.locator(".comment-form textarea")
    box.fill("我")
    page.goto("/latest")
    page.goto(note.get_absolute_url())
    expect(box).to_have_value("我")
    expect(box).to_have_attribute("placeholder", f"Reply to {lin.display_name}")
    says(page, "我去")
    expect(page.locator(f"#comment-{asked.pk} .comment__replies .comment__text")).to_have_text(
        "我去"
    )


def test_a_refused_comment_says_why_and_keeps_its_words(
    open_page: Open, lin: Member, ama: Member, write: Write
) -> None:
    note = write(lin, "火锅")
    page = open_page(note.get_absolute_url(), as_member=ama)
    Note.objects.update(reply_policy=ReplyPolicy.NOBODY)
    says(page, "一段很长的话")
    expect(page.locator("#toasts")).to_contain_text("The author does not take comments")
    expect(page.locator(".comment-form textarea")).to_have_value("一段很长的话")
    expect(page.locator(".comment")).to_have_count(0)


def test_a_comment_says_its_language_when_it_is_asked_and_put_right(
    open_page: Open, lin: Member, ama: Member, write: Write
) -> None:
    note = write(lin, "火锅")
    comment = services.write_comment(note, by=ama, body="駅前の猫", lang="zh-Hans")
    page = open_page(note.get_absolute_url(), as_member=ama, viewport=PHONE)
    sheet = page.locator("#small-sheet")
    asks = page.locator(f"#comment-{comment.pk}").get_by_role("link", name="Wrong language?")
    expect(asks).to_be_hidden()
    more = page.locator(".comment__more")
    more.click()
    asks.click()
    sheet.get_by_role("link", name="It is right").click()
    expect(sheet).to_be_hidden()
    more.click()
    asks.click()
    sheet.locator("select").select_option("ja")
    sheet.get_by_role("button", name="Say so").click()
    expect(page.locator("#toasts")).to_contain_text("This comment is in Japanese from now on")
    expect(page.locator(".comment__text")).to_have_attribute("lang", "ja")


def test_a_comment_s_menu_closes_by_a_press_outside_and_by_escape(
    open_page: Open, lin: Member, ama: Member, write: Write
) -> None:
    note = write(lin, "火锅")
    services.write_comment(note, by=ama, body="好香", lang="zh-Hans")
    page = open_page(note.get_absolute_url(), as_member=ama)
    more = page.locator(".comment__more")
    asks = page.locator(".comment").get_by_role("link", name="Wrong language?")
    more.click()
    expect(asks).to_be_focused()
    page.locator(".comment__text").click()
    expect(asks).to_be_hidden()
    more.press("Enter")
    expect(asks).to_be_focused()
    page.keyboard.press("Escape")
    expect(asks).to_be_hidden()
    expect(more).to_be_focused()
