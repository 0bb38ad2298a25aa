import pytest

from dukou.language.terms import built_in_terms


@pytest.mark.parametrize(
    ("text", "source", "target", "terms"),
    [
        (
            "我在小红书看《三体》",
            "zh-Hans",
            "en",
            {"小红书": "RedNote", "三体": "The Three-Body Problem"},
        ),
        ("小紅書的貓稅", "zh-Hant", "en", {"小红书": "RedNote", "猫税": "cat tax"}),
        ("Paid my Cat Tax on rednote!", "en", "zh", {"Cat Tax": "猫税", "rednote": "小红书"}),
        ("Xiaohongshu", "en", "zh-Hant", {"Xiaohongshu": "小红书"}),
        ("catatax", "en", "zh", {}),
        ("小红书", "zh", "ja", {}),
        ("小红书", "zh-Hans", "zh-Hant", {}),
    ],
)
def test_terms_in_a_text_have_the_form_of_the_target(text, source, target, terms):
    assert built_in_terms([text], source, target) == terms
