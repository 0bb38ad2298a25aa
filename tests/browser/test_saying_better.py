"""Between two languages: a better translation, and an expression explained, on both sides."""

import pytest
from playwright.sync_api import expect

from dukou.site.bridge.glossary.models import GlossaryVersion
from dukou.site.bridge.services import ask_for_translation
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.looking import nothing_grave_by_night
from tests.browser.signing import is_signed_out, signs_in_again, with_password


@pytest.fixture
def note(lin, maya, write, engine, run_jobs):
    """Lin's note, which a machine has translated for Maya."""
    written = write(lin, "猫税来了", body="我家的猫叫团子。")
    ask_for_translation("note", [written.pk], reads=("en",), by=maya)
    run_jobs()
    return written


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_reader_says_it_better_and_the_author_takes_it(open_page, note, maya, lin, size):
    theirs = open_page(note.get_absolute_url(), as_member=maya, viewport=size)
    theirs.get_by_role("link", name="Say it better").click()
    field = theirs.get_by_label("Your version")
    expect(field).to_have_value("My cat is called Dumpling.")
    nothing_grave_by_night(theirs)
    field.fill("This is Dumpling, our cat.")
    theirs.get_by_role("button", name="Suggest it").click()
    expect(theirs.get_by_text("The author, or two readers, decide.")).to_be_visible()

    author = open_page("/notifications", as_member=lin, locale="zh-CN", viewport=size)
    expect(author.locator(".notification")).to_contain_text("为你的文字提了更好的译文")
    author.locator(".notification").click()
    author.get_by_role("link", name="等你表态").click()
    author.get_by_role("button", name="更好", exact=True).click()
    expect(author.get_by_text("已换成更好的说法。")).to_be_visible()

    theirs.reload()
    expect(theirs.locator(".version").first).to_contain_text("This is Dumpling, our cat.")
    expect(theirs.locator(".version").first).to_contain_text("by @maya")


def test_whoever_was_signed_out_while_saying_it_better_finds_the_words_again(open_page, note, maya):
    page = open_page(note.get_absolute_url(), as_member=with_password(maya))
    page.get_by_role("link", name="Say it better").click()
    page.get_by_label("Your version").fill("This is Dumpling, our cat.")
    is_signed_out(page)
    page.get_by_role("button", name="Suggest it").click()
    signs_in_again(page, maya)
    if page.get_by_label("Your version").count() == 0:
        page.get_by_role("link", name="Say it better").click()
    expect(page.get_by_label("Your version")).to_have_value("This is Dumpling, our cat.")
    page.get_by_role("button", name="Suggest it").click()
    expect(page.get_by_text("The author, or two readers, decide.")).to_be_visible()
    page.wait_for_load_state()
    kept = page.evaluate("Object.entries(sessionStorage).join()")
    assert "Dumpling" not in kept


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_an_expression_is_explained_where_it_stands(open_page, lin, maya, write, size):
    note = write(lin, "楼下的豆浆", body="被同事种草了这家豆浆，yyds。")
    page = open_page(note.get_absolute_url(), as_member=maya, viewport=size)
    page.get_by_role("link", name="种草").click()
    expect(page.get_by_text("to plant grass")).to_be_visible()
    nothing_grave_by_night(page)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_an_expression_is_proposed_in_chinese_and_voted_on_in_english(open_page, lin, maya, size):
    page = open_page("/glossary", as_member=lin, locale="zh-CN", viewport=size)
    nothing_grave_by_night(page)
    page.get_by_role("link", name="提一个").click()
    for label, words in {
        "这个说法": "上头",
        "另一种语言里怎么说": "hooked",
        "英文解释": "So good that you cannot stop.",
        "中文解释": "喜欢到停不下来。",
        "英文例句": "This show has me hooked.",
        "同一句的中文": "这部剧太上头了。",
    }.items():
        page.get_by_label(label, exact=True).fill(words)
    nothing_grave_by_night(page)
    page.get_by_role("button", name="提交").click()
    expect(page.get_by_role("heading", name="上头").first).to_be_visible()

    other = open_page("/glossary", as_member=maya, viewport=size)
    other.get_by_role("link", name="上头").click()
    other.get_by_role("button", name="That's right").click()
    expect(other.get_by_role("button", name="Take my vote back")).to_be_visible()
    nothing_grave_by_night(other)
    assert GlossaryVersion.objects.get(term="上头").votes.count() == 2
