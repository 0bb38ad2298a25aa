"""Pinyin: by word, by neighbours, with marks where they belong."""

import pytest

from dukou.language.gloss import pinyin
from dukou.language.gloss.cutting import chinese_words
from dukou.language.gloss.readings import marked


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("银行行长", "yínháng hángzhǎng"),
        ("行不行", "xíng bùxíng"),
        ("头发很长", "tóufa hěn cháng"),
        ("孩子长大了", "háizi zhǎngdà le"),
        ("他跑得很快", "tā pǎo de hěn kuài"),
        ("我得走了", "wǒ děi zǒu le"),
        ("觉得", "juéde"),
        ("慢慢地走", "mànmàn de zǒu"),
        ("扫地", "sǎodì"),
        ("还有", "háiyǒu"),
        ("还没还钱", "hái méi huán qián"),
        ("我们都去首都", "wǒmen dōu qù shǒudū"),
        ("重新做", "chóngxīn zuò"),
        ("箱子很重", "xiāngzi hěn zhòng"),
        ("快乐的音乐", "kuàilè de yīnyuè"),
        ("他了解我", "tā liǎojiě wǒ"),
        ("吃了", "chī le"),
        ("受不了", "shòubùliǎo"),
        ("看着他睡着了", "kàn zhe tā shuìzháo le"),
        ("別著急", "bié zháojí"),
        ("一只猫", "yī zhī māo"),
        ("只有", "zhǐyǒu"),
    ],
)
def test_signs_of_several_readings_are_read_by_their_neighbours(text, read):
    assert " ".join(pinyin(chinese_words(text))) == read


def test_names_slang_and_what_is_not_chinese():
    assert pinyin(["绝绝子", "ok", "小红书"]) == ["juéjuézi", "", "xiǎohóngshū"]


@pytest.mark.parametrize(
    ("numbered", "marks"),
    [
        ("nu:3 er2", "nǚ'ér"),
        ("Xi1 an1", "Xī'ān"),
        ("gui4", "guì"),
        ("liu2", "liú"),
        ("dou1", "dōu"),
        ("de5", "de"),
        ("san1 C", "sānc"),
    ],
)
def test_marks_stand_on_the_right_vowel(numbered, marks):
    assert marked(numbered) == marks
