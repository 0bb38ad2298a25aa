import pytest
from hypothesis import given
from hypothesis import strategies as st

from dukou.language.detect import detect, warm_up
from dukou.language.letters import UnknownLanguage
from dukou.language.spans import spans


@pytest.mark.parametrize(
    ("text", "lang", "script"),
    [
        ("今天在小红书种草了一个拼豆，绝绝子", "zh-Hans", "Hans"),
        ("這隻貓咪太可愛了，我喜歡", "zh-Hant", "Hant"),
        ("你好", "zh", "Hani"),
        ("皇后", "zh", "Hani"),
        ("以后", "zh-Hans", "Hans"),
        ("今日はいい天気ですね", "ja", "Jpan"),
        ("カフェ", "ja", "Jpan"),
        ("東京大学図書館", "ja", "Jpan"),
        ("오늘 날씨가 좋네요", "ko", "Kore"),
        ("Does anyone know a good hiking trail near Chengdu?", "en", "Latn"),
        ("¿Alguien conoce un buen restaurante por aquí?", "es", "Latn"),
        ("Não sei onde fica a estação de trem", "pt", "Latn"),
        ("Je ne sais pas où se trouve la gare", "fr", "Latn"),
        ("Ich weiß nicht, wo der Bahnhof ist", "de", "Latn"),
        ("Привет, как дела", "ru", "Cyrl"),
        ("Привіт, як справи у тебе її", "uk", "Cyrl"),
        ("สวัสดีครับ", "th", "Thai"),
        ("كيف حالك اليوم", "ar", "Arab"),
    ],
)
def test_languages_are_told_apart(text, lang, script):
    found = detect(text)
    assert (found.lang, found.script) == (lang, script)
    assert 0.3 < found.confidence <= 1.0


@pytest.mark.parametrize(
    "text", ["", "   ", "😭😭", "@lin @maya", "#早餐 #拼豆", "https://a.cn/早", "10:30 ¥35"]
)
def test_text_without_language_is_undetermined(text):
    found = detect(text)
    assert (found.lang, found.confidence) == ("und", 0.0)


def test_mentions_tags_links_and_emoji_say_nothing_about_the_language():
    assert detect("good morning everyone @小红书薯队长 #早安打卡 https://a.cn/早安 😭").lang == "en"
    assert (
        detect("早上好呀朋友们 @breakfast_club #goodmorning www.goodmorning.com").lang == "zh-Hans"
    )


@pytest.mark.parametrize(
    ("word", "lang"), [("yyds", "zh"), ("LOL omg", "en"), ("kkkk", "pt"), ("jajaja", "es")]
)
def test_slang_names_its_language(word, lang):
    assert detect(word).lang == lang


def test_slang_of_another_language_does_not_mislead():
    assert detect("this cat is yyds").lang == "en"


def test_chinese_may_borrow_a_japanese_character_for_charm():
    assert detect("鲜の每日好喝").lang == "zh-Hans"


def test_only_expected_languages_are_guessed():
    assert detect("Does anyone know this place?", latin=("es", "pt")).lang in {"es", "pt"}
    assert detect("Does anyone know this place?", latin=("en",)).lang == "en"
    with pytest.raises(UnknownLanguage):
        warm_up(latin=("en", "qq"))


def test_mixed_text_is_mostly_in_one_language_and_less_surely_so():
    mixed = detect("这个vibe真的绝了, totally my type")
    assert mixed.lang == "zh-Hans"
    assert mixed.confidence < detect("这个真的绝了").confidence


def cut(text):
    return [(text[span.start : span.end].strip(), span.lang) for span in spans(text)]


def test_mixed_text_is_cut_into_runs_of_one_language():
    assert cut("这个vibe真的绝了, totally my type") == [
        ("这个", "zh-Hans"),
        ("vibe", "en"),
        ("真的绝了,", "zh-Hans"),
        ("totally my type", "en"),
    ]


def test_sentences_of_two_languages_in_one_script_are_told_apart():
    assert cut("今日はいい天気ですね。今天天气真好 @lin 😭") == [
        ("今日はいい天気ですね。", "ja"),
        ("今天天气真好", "zh-Hans"),
        ("@lin 😭", "und"),
    ]


def test_the_web_is_not_japanese_laughter() -> None:
    text = "I first met him on the www back then"
    assert [span.lang for span in spans(text)] == ["en"]


@given(st.text(max_size=200))
def test_any_text_has_a_language_and_spans_without_gaps(text):
    found = detect(text)
    assert 0.0 <= found.confidence <= 1.0
    ends = [0, *(span.end for span in spans(text))]
    assert [span.start for span in spans(text)] == ends[:-1]
    assert ends[-1] == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "\u0301" * 10_000,
        "\ud800\0我在",
        "a" * 50_000,
        "(°" * 10_000,
        "\u202e" * 5_000,
        "猫" * 50_000,
    ],
)
def test_hostile_text_is_answered(text):
    assert detect(text).lang
