import pytest
from hypothesis import given
from hypothesis import strategies as st

from dukou.language.scripts import folded, to_script


def test_taipei_reads_the_words_that_are_used_there():
    assert to_script("软件里的视频", "zh-Hant") == "軟體裡的影片"
    assert to_script("软件", "zh-TW") == "軟體"
    assert to_script("软件", "zh-HK") == "軟件"


def test_chengdu_reads_traditional_text_in_its_own_words():
    assert to_script("我喜歡這個軟體，滑鼠很好用", "zh-CN") == "我喜欢这个软件，鼠标很好用"


def test_text_in_the_script_already_is_not_touched():
    assert to_script("皇后的頭髮與乾坤", "zh-Hant") == "皇后的頭髮與乾坤"
    assert to_script("Hello, 你好", "zh-Hant") == "Hello, 你好"


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("北方干冬不卡粉", "北方乾冬不卡粉"),
        ("我是大干皮，面膜敷干了", "我是大乾皮，面膜敷乾了"),
        ("喉咙干，外油内干", "喉嚨乾，外油內乾"),
        ("他在偏干活，树干皮", "他在偏幹活，樹幹皮"),
        ("能干吃苦，若干发现", "能幹吃苦，若干發現"),
        ("肯干吃苦，实干吃香", "肯幹吃苦，實幹吃香"),
    ],
)
def test_what_is_dry_is_not_what_is_done(simplified, traditional):
    for target in ("zh-Hant", "zh-Hant-HK"):
        assert to_script(simplified, target) == traditional


def test_other_targets_change_nothing():
    assert to_script("软件", "en") == to_script("软件", "zh") == "软件"


def test_mentions_tags_links_and_code_stay_as_they_are():
    text = "@软件园 看看 #软件 和 https://a.cn/软件 里的 `软件`，软件不错"
    assert to_script(text, "zh-Hant") == (
        "@软件园 看看 #软件 和 https://a.cn/软件 裡的 `软件`，軟體不錯"
    )
    text = "@干发帽店 说 #干皮护肤 在 https://a.cn/干皮 里，`干皮` 是干皮"
    assert to_script(text, "zh-Hant") == (
        "@干发帽店 說 #干皮护肤 在 https://a.cn/干皮 裡，`干皮` 是乾皮"
    )


def test_both_scripts_and_japanese_forms_fold_together():
    assert folded("貓") == folded("猫")
    assert folded("天気") == folded("天氣") == folded("天气")
    assert folded("芸欠予") == "芸欠予"


@given(st.text(max_size=100), st.sampled_from(["zh-Hans", "zh-Hant", "zh-HK"]))
def test_any_text_can_be_converted(text, target):
    assert isinstance(to_script(text, target), str)
