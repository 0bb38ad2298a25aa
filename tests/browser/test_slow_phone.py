"""What is done in the first moments, when a slow phone shows a page whose scripts are to come."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, Route, expect
from pytest_django import Settings

from dukou.site.members.models import Member
from dukou.site.notes.models import Draft
from tests.browser.conftest import PHONE, Open
from tests.cast import Write
from tests.site.notes.files import scene, written

BeforeScripts = Callable[[str], AbstractContextManager[Page]]


@pytest.fixture
def before_scripts(open_page: Open, lin: Member) -> BeforeScripts:
    """Lin's page before its scripts; they come when the block ends."""

    @contextmanager
    def opened(path: str) -> Iterator[Page]:
        page = open_page("/drafts", as_member=lin, viewport=PHONE)
        with scripts_held(page, path):
            yield page

    return opened


@contextmanager
def scripts_held(page: Page, path: str) -> Iterator[None]:
    """The page goes to an address, whose scripts come when the block ends."""
    held: list[Route] = []
    page.route("**/behaviour.*.js", lambda route: held.append(route), times=1)
    with page.expect_request("**/behaviour.*.js"):
        page.goto(path, wait_until="commit")
    yield
    held.pop().continue_()
    page.wait_for_load_state()


def picture() -> FilePayload:
    return FilePayload(name="me.png", mimeType="image/png", buffer=written(scene(), "PNG"))


def test_words_save_themselves(before_scripts: BeforeScripts) -> None:
    with before_scripts("/compose") as page:
        page.fill("#body", "还没加载完就写")
    line = page.locator(".composer__saved")
    expect(line).to_have_attribute("data-state", "saved")
    expect(page.locator("#lang option:checked")).to_have_text("Recognised: Simplified Chinese")
    assert Draft.objects.get().fields["body"] == "还没加载完就写"


def test_a_picture_is_in_the_tray(
    before_scripts: BeforeScripts, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    with before_scripts("/compose") as page:
        page.set_input_files("input[type=file]", picture())
    expect(page.locator("[data-picture]")).to_have_count(1)


def test_a_picture_of_oneself_goes_up(
    before_scripts: BeforeScripts, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    with before_scripts("/settings") as page:
        page.get_by_label("Choose a picture").set_input_files(picture())
    expect(page.get_by_text("Choose another picture")).to_be_visible()


def test_the_dial_is_where_it_was_turned_to(
    before_scripts: BeforeScripts, lin: Member, maya: Member, write: Write
) -> None:
    write(maya, "Cat tax")
    with before_scripts("/") as page:
        page.get_by_role("slider").press("ArrowRight")
        first = page.locator(".note-card").get_attribute("data-page")
    expect(page.locator("#dial-line")).to_contain_text("More from across the river.")
    expect(page.locator(".note-card")).not_to_have_attribute("data-page", first or "")
    lin.refresh_from_db()
    assert lin.dial == 1


def test_a_hello_is_shown_in_both_languages(before_scripts: BeforeScripts, lin: Member) -> None:
    lin.welcomed_at = None
    lin.save()
    with before_scripts("/welcome/introduction") as page:
        page.locator("#doing").select_option("nurse")
    expect(page.locator("#versions")).to_contain_text("I work in a hospital.")


def test_words_that_were_not_sent_wait_in_the_box(
    before_scripts: BeforeScripts, maya: Member, write: Write
) -> None:
    note = write(maya, "Cat tax").get_absolute_url()
    with before_scripts(note) as page:
        page.locator(".comment-form textarea").fill("这家我")
    page.goto("/latest")
    page.goto(note)
    expect(page.locator(".comment-form textarea")).to_have_value("这家我")


def test_words_stand_below_those_that_were_kept(
    before_scripts: BeforeScripts, maya: Member, write: Write
) -> None:
    note = write(maya, "Cat tax").get_absolute_url()
    with before_scripts(note) as page:
        page.locator(".comment-form textarea").fill("这家我去过")
    expect(page.locator(".comment-form textarea")).to_have_value("这家我去过")
    with scripts_held(page, note):
        page.locator(".comment-form textarea").fill("豆花很香")
    expect(page.locator(".comment-form textarea")).to_have_value("这家我去过\n豆花很香")
