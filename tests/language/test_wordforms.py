import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dukou.language.detect import detect
from dukou.language.letters import LATIN_LANGUAGES
from dukou.language.wordforms import evidence
from dukou.language.wordforms.making import is_listed
from dukou.language.wordforms.table import RAREST, keys_of, shares_in, table_of


@pytest.mark.parametrize(
    ("word", "lang"),
    [
        ("encanta", "es"),
        ("tarta", "es"),
        ("enamorada", "es"),
        ("bolo", "pt"),
        ("geladeira", "pt"),
        ("kitten", "en"),
        ("mine", "en"),
        ("superbe", "fr"),
        ("Wunderschön", "de"),
        ("kucing", "id"),
        ("lucu", "id"),
        ("đẹp", "vi"),
    ],
)
def test_a_word_is_in_the_language_that_says_it(word, lang):
    assert detect(word).lang == lang


def test_how_common_a_word_is_decides_between_languages_that_share_its_letters():
    words = evidence("aunque", among=("es", "pt"))
    assert words["es"] > words["pt"] + 5
    words = evidence("embora", among=("es", "pt"))
    assert words["pt"] > words["es"] + 5


def test_words_count_whatever_their_apostrophes_and_capitals():
    languages = ("fr", "de")
    assert evidence("L’amour", among=languages)["fr"] > evidence("L’amour", among=languages)["de"]
    assert evidence("Straße", among=languages) == evidence("STRASSE", among=languages)
    assert evidence("voce\u0302", among=languages) == evidence("você", among=languages)


@pytest.mark.parametrize("text", ["", "😭 88", "你好"])
def test_a_text_without_listed_words_speaks_for_no_language(text):
    assert len(set(evidence(text, among=LATIN_LANGUAGES).values())) == 1


def test_a_language_without_a_list_is_told_by_its_letters():
    found = evidence("aunque", among=("es", "pt", "it"))
    assert found["pt"] < found["it"] == found["es"]
    assert evidence("aunque", among=("it", "nl")) == {"it": 0.0, "nl": 0.0}
    assert detect("ragazza bellissima", latin=("en", "it")).lang == "it"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Ieri sera siamo andati al ristorante con tutta la famiglia.", "it"),
        ("Gisteren zijn we met de hele familie naar het restaurant geweest.", "nl"),
        ("Igår gick vi till restaurangen med hela familjen.", "sv"),
        ("Kahapon pumunta kami sa restawran kasama ang buong pamilya.", "tl"),
        ("Ayer fuimos al restaurante con toda la familia.", "es"),
        ("Yesterday we went to the restaurant with the whole family.", "en"),
    ],
)
def test_beside_a_language_without_a_list_sentences_are_told_as_before(text, lang):
    unlisted = "it" if lang in LATIN_LANGUAGES else lang
    assert detect(text, latin=(*LATIN_LANGUAGES, unlisted)).lang == lang


WORDS = st.text(st.characters(codec="utf-8", categories=["L"]), min_size=1, max_size=12)


@given(st.dictionaries(WORDS, st.floats(0, 0.1), max_size=40), st.lists(WORDS, max_size=5))
def test_a_table_gives_back_about_what_went_in(shares, others):
    table = table_of({**shares, "ferry": 0.01})
    found = shares_in(table, keys_of(shares))
    for share, back in zip(shares.values(), found, strict=True):
        assert back == 0 if share < RAREST else share / 1.7 < back < share * 1.7
    strangers = [word for word in others if word not in shares and word != "ferry"]
    assert not np.any(shares_in(table, keys_of(strangers)))


def test_of_two_words_under_one_key_the_common_one_counts():
    one, other = "plumless", "buckeroo"  # the same CRC-32
    assert keys_of([one]) == keys_of([other])
    table = table_of({one: 1e-6, other: 1e-3})
    assert len(table) == 1
    assert shares_in(table, keys_of([one]))[0] == pytest.approx(1e-3, rel=0.7)


def test_lists_hold_words_in_latin_letters_only():
    words = ("não", "don't", "đẹp", "2020", "мир", "猫", "covid-19")
    assert [word for word in words if is_listed(word)] == ["não", "don't", "đẹp"]
