"""Two texts that differ a little: which differences change nothing, and what is carried over."""

from pathlib import Path

import pytest

from dukou.language.near import Known, are_alike, carried

CONTRASTS = Path(__file__).parents[3] / "bench" / "texts" / "near_contrasts.tsv"


def contrasts():
    rows = (line.split("\t") for line in CONTRASTS.read_text("utf-8").splitlines())
    return [row for row in rows if not row[0].startswith("#")]


@pytest.mark.parametrize(("lang", "kind", "text", "other"), contrasts())
def test_what_says_something_else_is_never_near(lang, kind, text, other):
    assert not are_alike(text, other, lang)
    assert not are_alike(other, text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "other"),
    [
        ("zh-Hans", "您的狗非常胖。", "你的狗很胖"),
        ("zh-Hant", "他寫了一封信。", "他写了一封信"),
        ("zh-Hans", "请关门", "关门啊！"),
        ("zh-Hans", "警察抓了小偷。", "警察抓了窃贼。"),
        ("en", "I'm really tired!", "I am so tired."),
        ("en", "Oh, they don’t know.", "They do not know"),
        ("ja", "おはよう！", "おはよう。"),
    ],
)
def test_what_says_the_same_is_near(lang, text, other):
    assert are_alike(text, other, lang)


def test_other_pieces_take_the_places_of_the_old_ones():
    known = Known(
        "@maya 这件外套199元，真好看 #穿搭", "@maya This jacket is 199元, really pretty #穿搭"
    )
    got = carried("@tom 这件外套89元，很好看 #春天", known, source="zh-Hans", target="en")
    assert got == "@tom This jacket is 89元, really pretty #春天"


@pytest.mark.parametrize(
    "translation",
    [
        "This jacket is about twenty-five dollars, really pretty",
        "This jacket is 199元 199元, really pretty",
    ],
)
def test_a_piece_that_the_translation_said_in_other_words_cannot_be_replaced(translation):
    known = Known("这件外套199元，真好看", translation)
    assert carried("这件外套89元，真好看", known, source="zh-Hans", target="en") is None


def test_a_term_must_stand_in_its_form():
    known = Known("我在小红书很开心", "I am happy on the red app")
    text, pair = "我在小红书非常开心", {"source": "zh-Hans", "target": "en"}
    assert carried(text, known, **pair) == "I am happy on the red app"
    assert carried(text, known, terms={"小红书": "RedNote"}, **pair) is None


def test_a_translation_that_says_something_else_is_not_carried_over():
    known = Known(
        "我们今天去山上摘了很多草莓，孩子们高兴极了。",
        "The new phone has a better camera, but the battery is worse than before.",
    )
    text = "我们今天去山上摘了很多草莓，孩子们高兴极了！"
    assert carried(text, known, source="zh-Hans", target="en") is None
