"""Each run of a mixed text says its own language."""

import pytest
from django.test import Client

from dukou.site.members.models import Member
from dukou.site.notes.markup import to_html
from dukou.site.notes.runs import with_languages
from tests.cast import Write


def test_foreign_words_in_a_note_are_marked(lin: Member, write: Write, stranger: Client) -> None:
    body = "这个vibe真的绝了，totally my type #猫税 @lin"
    note = write(lin, "今天的穿搭", body=body)
    page = stranger.get(f"{note.get_absolute_url()}?show=original").content.decode()
    assert (
        '这个<span lang="en">vibe</span>真的绝了，<span lang="en">totally my type </span>' in page
    )
    assert '<a class="tag" href="/topics/%E7%8C%AB%E7%A8%8E">#猫税</a>' in page


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script> 你好", "a < b & c 猫", '"><b lang="x">猫', "&lt;b&gt; 你好 &amp;"],
)
def test_text_stays_text(text: str) -> None:
    html = with_languages(to_html(text), "zh-Hans")
    assert "<script" not in html
    assert "<b" not in html
    assert html.count("<span lang=") == html.count("</span>")


@pytest.mark.parametrize("text", ["你好，世界", "hello there", "https://example.org/猫", "🐱 42"])
def test_a_text_in_one_language_stays_as_it_is(text: str) -> None:
    html = to_html(text)
    assert with_languages(html, "zh-Hans" if "你" in text else "en") == html
