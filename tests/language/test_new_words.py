"""Expressions that several people use and no dictionary has are found, and little else."""

import pytest

from dukou.language.new_words import new_words

#: A made-up community: who wrote it, and what.
NOTES = [
    ("lin", "今天偷感很重，躲在角落吃完了蛋糕。"),
    ("wen", "第一次去健身房，偷感拉满，谁也不敢看"),
    ("ama", "你们上班有偷感吗？我每天都有"),
    ("rui", "朋友说我拍照偷感十足"),
    ("cai", "这种偷感真的很可爱"),
    ("lin", "算了算了，蒜鸟蒜鸟，不吵了"),
    ("bo", "蒜鸟，大家都不容易"),
    ("wen", "老板又改方案，蒜鸟吧"),
    ("zoe", "我妈也会说蒜鸟了，笑死"),
    ("rui", "跟室友吵架？蒜鸟！"),
    ("ama", "今天天气很好，我们去公园散步"),
    ("bo", "今天天气很好，適合洗被子"),
    ("cai", "我们去公园看花，人很多"),
    ("lin", "我们去吃火锅吧，天气很好"),
    ("zoe", "晚上一起去公园跑步吗"),
    ("wen", "公园里的猫很胖"),
]


def found(notes, **limits):
    return {one.word: one for one in new_words(notes, **limits)}


def test_what_several_people_say_is_found_with_how_many_they_are():
    words = found(NOTES)
    assert set(words) == {"偷感", "蒜鸟"}
    assert (words["偷感"].texts, words["偷感"].authors) == (5, 5)


def test_one_persons_habit_is_no_word():
    assert found([("lin", text) for _, text in NOTES]) == {}
    assert found(NOTES[:2]) == {}


def test_both_scripts_are_one_word():
    notes = [(author, text.replace("蒜鸟", "蒜鳥")) for author, text in NOTES]
    assert set(found(notes)) == {"偷感", "蒜鸟"}


def test_part_of_a_longer_word_is_not_found_by_itself():
    notes = [(author, text.replace("蒜鸟", "蒜鸟嘎哒")) for author, text in NOTES]
    assert set(found(notes)) == {"偷感", "蒜鸟嘎哒"}


def test_names_links_and_tags_are_no_language():
    notes = [
        (author, f"@偷感 https://a.cn/偷感 #偷感# {at}") for at, (author, _) in enumerate(NOTES)
    ]
    assert found(notes) == {}


@pytest.mark.parametrize("text", ["", "hello there", "😭😭", "\x00\ud800", "猫" * 20_000])
def test_whatever_is_written_is_survived(text):
    assert found([(number, text) for number in range(6)]) == {}


def test_most_used_first_and_no_more_than_asked():
    more = [*NOTES, ("kai", "她的偷感"), ("yu", "偷感上头")]
    assert [one.word for one in new_words(more)] == ["偷感", "蒜鸟"]
    assert [one.word for one in new_words(more, most=1)] == ["偷感"]
