"""Writing a note in a real browser, with and without JavaScript."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from dukou.site.members.models import Member
from dukou.site.notes.composing.fields import Fields
from dukou.site.notes.interests import ensure_interests
from dukou.site.notes.models import Draft, Note
from dukou.site.notes.services.drafts import publish_draft, save_draft
from tests.browser.conftest import DESKTOP, PHONE, Open
from tests.browser.signing import is_signed_out, signs_in_again, with_password
from tests.cast import Write
from tests.place import eventually
from tests.site.notes.files import of_a_phone, scene, written


@pytest.fixture
def album(tmp_path: Path) -> list[Path]:
    """Three pictures on the member's device; a browser cannot show the second, we can."""
    files = {
        "one.jpg": of_a_phone(),
        "two.heic": written(scene(), "HEIF"),
        "three.png": written(scene((300, 300)), "PNG"),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    return [tmp_path / name for name in files]


def serious(page: Page) -> list[str]:
    """What axe-core finds that would keep someone from using the page."""
    found = Axe().run(page).response["violations"]
    return [each["id"] for each in found if each["impact"] in {"serious", "critical"}]


def order_of(page: Page) -> list[str]:
    """The pictures of the tray by id."""
    return [each.input_value() for each in page.locator("[name=picture]").all()]


def saved(page: Page) -> None:
    line = page.locator(".composer__saved")
    expect(line).to_have_attribute("data-state", "saved", timeout=20_000)


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_pictures_and_three_words(
    open_page: Open, lin: Member, album: list[Path], viewport: dict[str, int], locale: str
) -> None:
    page = open_page("/compose", as_member=lin, viewport=viewport, locale=locale)
    assert serious(page) == []
    page.set_input_files("input[type=file]", album)
    page.fill("#title", "我家的猫")
    page.click("button[value=publish]")  # waits for the pictures
    page.wait_for_url("**/@lin/*")
    note = Note.objects.get()
    assert [media.state for media in note.media.all()] == ["ready"] * 3


def test_the_tray_is_put_in_order(open_page: Open, lin: Member, album: list[Path]) -> None:
    page = open_page("/compose", as_member=lin)
    page.set_input_files("input[type=file]", album)
    pictures = page.locator("[data-picture]")
    expect(pictures).to_have_count(3)
    assert serious(page) == []
    first, second, third = (
        each.get_attribute("value") for each in page.locator("[name=picture]").all()
    )
    pictures.nth(0).locator("[data-step='1']").click()
    pictures.nth(2).drag_to(pictures.nth(0), target_position={"x": 5, "y": 60})
    page.fill(f"[name=alt-{second}]", "A cat")
    pictures.nth(2).locator(".tray__remove").click()
    expect(pictures).to_have_count(2)
    page.fill("#title", "Order")
    saved(page)
    page.reload()
    assert order_of(page) == [third, second]
    expect(page.locator(f"[name=alt-{second}]")).to_have_value("A cat")
    assert first not in order_of(page)


def test_a_bad_picture_says_why_where_it_stands(
    open_page: Open, lin: Member, tmp_path: Path
) -> None:
    bad = tmp_path / "cat.jpg"
    bad.write_bytes(b"no cat at all")
    page = open_page("/compose", as_member=lin)
    page.set_input_files("input[type=file]", bad)
    expect(page.get_by_role("alert")).to_contain_text("no picture that we can read")
    page.locator("[data-dismiss]").click()
    expect(page.locator(".tray__picture")).to_have_count(0)


def test_it_saves_itself_and_knows_the_language(open_page: Open, lin: Member) -> None:
    page = open_page("/compose", as_member=lin)
    page.locator("#body").press_sequentially("今天的猫在阳台上晒太阳")
    expect(page.locator("#lang option:checked")).to_have_text("Recognised: Simplified Chinese")
    expect(page.locator("#other-words")).to_have_text("Add your own version in English")
    expect(page.locator(".designs .text-card__words").first).to_have_text("今天的猫在阳台上晒太阳")
    saved(page)
    page.select_option("#lang", "ja")
    page.locator(".composer__add").click()
    page.fill("#other_title", "Sunlit cat")
    saved(page)
    page.reload()
    expect(page.locator("#lang")).to_have_value("ja")
    expect(page.locator("#other_title")).to_be_visible()
    expect(page.locator("#other_title")).to_have_value("Sunlit cat")
    assert serious(page) == []


def test_a_language_that_was_chosen_stays_while_one_is_being_recognised(
    open_page: Open, lin: Member
) -> None:
    page = open_page("/compose", as_member=lin)
    held: list[Route] = []
    page.route("**/detect?*", lambda route: held.append(route), times=1)
    with page.expect_request("**/detect?*"):
        page.fill("#body", "駅前の猫はいつもベンチの上で寝ています。")
    page.select_option("#lang", "zh-Hant")
    expect(page.locator(".language-pill__doubt")).to_have_text("It reads like Japanese")
    held.pop().continue_()
    saved(page)
    expect(page.locator("#lang")).to_have_value("zh-Hant")
    assert Draft.objects.get().fields["lang"] == "zh-Hant"


def test_a_press_counts_though_what_is_pressed_comes_anew(open_page: Open, lin: Member) -> None:
    page = open_page("/compose", as_member=lin)
    page.fill("#body", "駅前の猫はいつもベンチの上で寝ています。")
    expect(page.locator("#lang option:checked")).to_have_text("Recognised: Japanese")
    words = page.locator("#other-words").bounding_box()
    assert words is not None
    page.mouse.move(words["x"] + words["width"] / 2, words["y"] + words["height"] / 2)
    page.mouse.down()
    page.select_option("#lang", "zh-Hant")
    expect(page.locator(".language-pill__doubt")).to_be_visible()  # the answer, and its words
    page.mouse.up()
    expect(page.locator("#other_title")).to_be_visible()


def test_whoever_was_signed_out_while_writing_finds_the_words_again(
    open_page: Open, lin: Member
) -> None:
    page = open_page("/compose", as_member=with_password(lin))
    here = page.url
    page.fill("#title", "半句话")
    saved(page)
    is_signed_out(page)
    page.locator("#body").press_sequentially("写到一半，被登出了")
    signs_in_again(page, lin)
    page.wait_for_url(here)
    expect(page.locator("#body")).to_have_value("写到一半，被登出了")
    saved(page)
    page.evaluate("sessionStorage.clear()")
    page.reload()
    expect(page.locator("#body")).to_have_value("写到一半，被登出了")


def test_whoever_signs_out_leaves_no_words_in_the_tab(
    open_page: Open, lin: Member, write: Write
) -> None:
    page = open_page(write(lin, "火锅").get_absolute_url(), as_member=lin)
    page.locator("form[data-keeps] [name=body]").first.fill("没说完的话")
    assert page.evaluate("JSON.stringify(sessionStorage)").count("没说完的话") == 1
    page.goto("/account/logout/")
    page.locator("main form button").click()
    page.wait_for_url(lambda address: "logout" not in address)
    assert "没说完的话" not in page.evaluate("JSON.stringify(sessionStorage)")


def test_older_words_of_a_tab_do_not_replace_what_was_written_elsewhere(
    open_page: Open, lin: Member
) -> None:
    page = open_page("/compose", as_member=lin)
    here = page.url
    page.fill("#body", "手机上写的")
    page.goto("/latest")  # at once: the words arrive, and the page that sent them is gone
    eventually(lambda: Draft.objects.get().fields != {}, "the words did not arrive")
    save_draft(Draft.objects.get(), Fields(body="电脑上接着写的"))
    page.goto(here)
    expect(page.locator("#body")).to_have_value("电脑上接着写的")
    expect(page.locator(".composer__saved")).to_have_attribute("data-state", "")


def answers_once(page: Page, status: int) -> None:
    """The next time that the form saves itself it gets this answer."""
    page.route(page.url, lambda route: route.fulfill(status=status), times=1)


def test_what_came_too_fast_is_saved_again(open_page: Open, lin: Member) -> None:
    page = open_page("/compose", as_member=lin)
    answers_once(page, 429)
    page.fill("#body", "写得太快")
    line = page.locator(".composer__saved")
    expect(line).to_have_text("Not saved yet. Trying again")
    page.evaluate("dispatchEvent(new Event('online'))")
    saved(page)
    assert Draft.objects.get().fields["body"] == "写得太快"


@pytest.mark.parametrize("status", [404, 413, 422])
def test_what_will_not_be_saved_is_not_promised(open_page: Open, lin: Member, status: int) -> None:
    page = open_page("/compose", as_member=lin)
    answers_once(page, status)
    page.fill("#body", "存不上")
    line = page.locator(".composer__saved")
    expect(line).to_have_text("Not saved. Copy your words before you leave")
    assert serious(page) == []


def test_whoever_published_elsewhere_is_led_there(open_page: Open, lin: Member) -> None:
    page = open_page("/compose", as_member=lin)
    page.fill("#title", "两个标签页")
    saved(page)
    note = publish_draft(Draft.objects.get(), by=lin)
    page.fill("#body", "还在写")
    expect(page.locator(".composer__saved")).to_have_text("Not saved: it is published already")
    page.get_by_role("link", name="Read the note").click()
    page.wait_for_url(f"**{note.get_absolute_url()}")


def test_a_tab_left_open_does_not_overwrite_what_was_written_elsewhere(
    open_page: Open, lin: Member
) -> None:
    page = open_page("/compose", as_member=lin)
    page.fill("#body", "电脑上写的")
    saved(page)
    page.fill("#body", "电脑上写的，写了又写")  # saves of its own are no hindrance
    saved(page)
    save_draft(Draft.objects.get(), Fields(body="手机上接着写的"))
    page.fill("#title", "回到电脑前")
    expect(page.locator(".composer__saved")).to_have_text(
        "Not saved: you went on writing elsewhere"
    )
    assert Draft.objects.get().fields == Fields(body="手机上接着写的").stored()
    page.get_by_role("link", name="Load it anew").click()
    expect(page.locator("#body")).to_have_value("手机上接着写的")
    page.fill("#title", "回到电脑前")
    saved(page)


def test_a_save_of_its_own_whose_answer_was_lost_is_no_hindrance(
    open_page: Open, lin: Member
) -> None:
    page = open_page("/compose", as_member=lin)

    def lose_the_answer(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route(page.url, lose_the_answer, times=1)
    page.fill("#body", "写了一半")
    expect(page.locator(".composer__saved")).to_have_attribute("data-state", "failed")
    page.fill("#body", "写了一半，又写")
    saved(page)
    page.fill("#body", "写了一半，又写完了")
    eventually(lambda: Draft.objects.get().fields["body"] == "写了一半，又写完了", "not saved")


def test_a_save_that_gets_no_answer_is_given_up_and_sent_again(
    open_page: Open, lin: Member
) -> None:
    page = open_page("/compose", as_member=lin)
    page.evaluate("window.lost = new AbortController()")
    page.evaluate("AbortSignal.timeout = () => window.lost.signal")  # half a minute, at a word
    page.route(page.url, lambda route: None, times=1)  # it never comes to an end
    with page.expect_request(page.url):
        page.fill("#body", "没有回音")
    page.evaluate("window.lost.abort(); window.lost = new AbortController()")
    line = page.locator(".composer__saved")
    expect(line).to_have_text("Not saved yet. Trying again")
    page.evaluate("dispatchEvent(new Event('online'))")
    saved(page)
    assert Draft.objects.get().fields["body"] == "没有回音"


def test_one_save_goes_after_the_other(open_page: Open, lin: Member) -> None:
    page = open_page("/compose", as_member=lin)
    page.evaluate(
        "addEventListener('dukou:saved', ({ detail }) => (window.all ??= []).push(detail.all))"
    )
    page.clock.install()
    page.clock.pause_at(datetime.now(UTC) + timedelta(hours=1))
    held: list[Route] = []
    page.route(page.url, lambda route: held.append(route), times=1)
    page.fill("#body", "写了一半")
    with page.expect_request(page.url):
        page.clock.run_for(2_000)
    page.fill("#body", "写了一半，又写")
    page.clock.run_for(20_000)
    assert len(held) == 1
    with page.expect_response(page.url):
        held[0].continue_()
    eventually(lambda: page.evaluate("window.all"), "nothing was saved")
    expect(page.locator(".composer__saved")).to_have_attribute("data-state", "saving")
    page.clock.run_for(2_000)
    saved(page)
    assert page.evaluate("window.all") == [False, True]
    assert Draft.objects.get().fields["body"] == "写了一半，又写"


def test_words_are_saved_while_pictures_keep_arriving(open_page: Open, lin: Member) -> None:
    page = open_page("/compose", as_member=lin)
    page.clock.install()
    page.clock.pause_at(datetime.now(UTC) + timedelta(hours=1))
    page.fill("#body", "边传边写")
    with page.expect_request(lambda sent: (sent.method, sent.url) == ("POST", page.url)):
        for _ in range(8):
            page.dispatch_event("picture-tray", "dukou:changed", {"bubbles": True})
            page.clock.run_for(900)
    page.clock.resume()
    saved(page)


def test_topics_and_people_are_offered(open_page: Open, lin: Member, ama: Member) -> None:
    ensure_interests()
    page = open_page("/compose", as_member=lin)
    body = page.locator("#body")
    body.press_sequentially("和 @am")
    offered = page.locator(".suggestions__item")
    expect(offered).to_have_text("@ama Ama 阿麻")
    body.press("Enter")
    expect(body).to_have_value("和 @ama ")
    body.press_sequentially("去吃 #美")
    expect(offered.first).to_have_text("#美食")
    assert serious(page) == []
    body.press("ArrowDown")
    body.press("Enter")
    expect(body).to_have_value("和 @ama 去吃 #美食 ")
    body.press_sequentially("#美")
    expect(offered.first).to_be_visible()
    body.press("Enter")  # nothing was chosen: the line ends
    expect(body).to_have_value("和 @ama 去吃 #美食 #美\n")


def test_what_is_offered_too_late_is_not_shown(open_page: Open, lin: Member, ama: Member) -> None:
    page = open_page("/compose", as_member=lin)
    held: list[Route] = []
    page.route(re.compile("q="), lambda route: held.append(route))
    with page.expect_request(re.compile("q=")):
        page.locator("#body").press_sequentially("和 @am")
    page.locator("#title").focus()
    with page.expect_event("requestfinished", lambda request: request == held[0].request):
        held[0].continue_()
    page.evaluate("new Promise((done) => setTimeout(done))")
    expect(page.locator("[role=listbox]").first).to_be_hidden()


def test_a_note_is_edited_and_taken_away(open_page: Open, lin: Member, write: Write) -> None:
    note = write(lin, "今天的猫", body="她不动。")
    page = open_page(note.get_absolute_url(), as_member=lin)
    page.get_by_role("link", name="Edit").click()
    page.fill("#body", "她动了。")
    page.click("button[value=publish]")
    page.wait_for_url(f"**{note.get_absolute_url()}")
    page.get_by_role("link", name="edited").click()
    expect(page.locator("#small-sheet ins")).to_have_text(["了"])
    assert serious(page) == []
    page.goto(f"{note.get_absolute_url()}/edit")
    page.get_by_role("link", name="Delete the note").click()
    expect(page.locator("#small-sheet")).to_contain_text("Delete this note?")
    assert serious(page) == []
    page.get_by_role("button", name="Delete for good").click()
    page.wait_for_url("**/@lin")
    assert not Note.objects.exists()


def test_without_javascript_all_of_it_works(
    open_page: Open, lin: Member, album: list[Path]
) -> None:
    page = open_page("/compose", as_member=lin, java_script_enabled=False)
    page.fill("#title", "没有脚本")
    page.set_input_files("input[type=file]", album[:2])
    page.get_by_role("button", name="Save draft").click()
    expect(page.locator("[data-picture]")).to_have_count(2)
    expect(page.locator("#title")).to_have_value("没有脚本")
    page.get_by_role("button", name="Later").click()
    page.get_by_role("button", name="Take out").first.click()
    expect(page.locator("[data-picture]")).to_have_count(1)
    page.click("button[value=publish]")
    page.wait_for_url("**/@lin/*")
    assert Note.objects.get().media.count() == 1
