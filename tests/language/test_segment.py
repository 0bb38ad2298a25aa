import pytest
from hypothesis import given
from hypothesis import strategies as st

from dukou.language.lexicon import lexicon
from dukou.language.segment import document_parts, query_parts, words


def finds(query, document):
    """True if every token asked for is among the tokens of the document."""
    asked, held = query_parts(query), document_parts(document)
    assert asked.cjk or asked.latin
    return set(asked.cjk) <= set(held.cjk) and set(asked.latin.split()) <= set(held.latin.split())


@pytest.mark.parametrize(
    ("query", "document"),
    [
        ("小红书", "我在小红书看到的"),
        ("小紅書", "我在小红书看到的"),
        ("拼豆", "昨天做了拼豆钥匙扣"),
        ("貓", "这只猫咪太可爱了"),
        ("猫", "這隻貓咪太可愛了"),
        ("大学", "我在北京大学读书"),
        ("北京大学", "我在北京大學讀書"),
        ("我的猫", "猫"),
        ("绝绝子", "真的绝绝子！"),
        ("早餐", "今天吃什么 #早餐"),
        ("図書館", "東京大学の図書館で"),
        ("コーヒー", "図書館でコーヒーを飲む"),
        ("공부", "한국어 공부를 해요"),
        ("ootd 穿搭", "今日穿搭 OOTD"),
        ("cafe", "a lovely café"),
        ("दुनिया", "नमस्ते दुनिया"),
    ],
)
def test_queries_find_what_they_mean(query, document):
    assert finds(query, document)


@pytest.mark.parametrize(
    ("query", "document"),
    [("拼豆", "豆腐拼盘"), ("猫", "狗"), ("大学", "强大的学问"), ("cat", "concatenate")],
)
def test_queries_do_not_find_other_words(query, document):
    assert not finds(query, document)


def test_the_place_has_words_of_its_own():
    assert len(lexicon()) > 800
    assert words("家人们这个拼豆绝绝子") == ["家人们", "这个", "拼豆", "绝绝子"]


def test_links_addresses_and_emoji_are_not_searched():
    assert document_parts("https://a.cn/猫 me@a.cn 😭") == ([], "")


def test_english_is_left_whole_for_the_database_to_stem():
    assert document_parts("I'm RUNNING, don't stop!") == ([], "i'm running don't stop")


def test_a_query_of_common_words_alone_still_asks_something():
    assert query_parts("的").cjk == ["的"]


@given(st.text(max_size=200))
def test_every_text_finds_itself(text):
    asked, held = query_parts(text), document_parts(text)
    assert set(asked.latin.split()) <= set(held.latin.split())
    assert set(asked.cjk) <= set(held.cjk)
