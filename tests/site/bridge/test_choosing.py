"""Which version a reader gets."""

from dataclasses import dataclass

import pytest

from dukou.site.bridge.choosing import best_version, target_of


@dataclass
class Text:
    lang: str
    provenance: str = "author"
    quality: str = ""
    is_source: bool = False
    stale: bool = False
    engine: str = ""
    body: str = "软件"
    title: str = ""


SOURCE = Text("zh-Hans", is_source=True)
AUTHOR = Text("en", body="author")
COMMUNITY = Text("en", "community", body="community")
GOOD = Text("en", "machine", "good", body="good")
ROUGH = Text("en", "machine", "rough", body="rough")


@pytest.mark.parametrize(
    ("versions", "body"),
    [
        ([ROUGH, GOOD, COMMUNITY, AUTHOR], "author"),
        ([ROUGH, GOOD, COMMUNITY], "community"),
        ([ROUGH, GOOD], "good"),
        ([ROUGH], "rough"),
        ([], "软件"),
        ([Text("en", "community", body="old", stale=True), ROUGH], "rough"),
    ],
)
def test_the_order_is_author_community_good_rough_original(versions, body):
    best = best_version([SOURCE, *versions], ["en"])
    assert best.body == body
    assert best.is_readable == (body != "软件")


def test_who_reads_the_original_gets_the_original():
    assert best_version([SOURCE, AUTHOR], ["en", "zh-Hans"]).is_original


def test_the_other_script_is_converted():
    best = best_version([SOURCE, AUTHOR], ["zh-Hant"])
    assert (best.body, best.lang, best.is_converted) == ("軟體", "zh-Hant", True)


def test_a_text_of_unknown_language_is_never_called_unreadable():
    assert best_version([Text("und", is_source=True)], ["en"]).is_readable


def test_translations_are_made_for_base_languages():
    assert [target_of(tag) for tag in ("zh-Hant-HK", "zh", "en-GB", "ja")] == [
        "zh-Hans",
        "zh-Hans",
        "en",
        "ja",
    ]
