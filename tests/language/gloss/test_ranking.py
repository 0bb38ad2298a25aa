"""The order of meanings: what counts, and what the sentence changes."""

import numpy as np

from dukou.language.gloss.nearness import encoder_if_loaded
from dukou.language.gloss.options import DICTIONARY, OURS, SEEN
from dukou.language.gloss.ranking import meanings


def encoder_for(wanted):
    """Puts a text near the sentence if it is about what is wanted, and all others far from it."""

    def encode(texts):
        return np.array(
            [[1.0, 0.0] if i == 0 or wanted in t else [0.0, 1.0] for i, t in enumerate(texts)]
        )

    return encode


def test_the_sentence_decides_between_senses_of_a_rare_word():
    for wanted in ("ox", "scalper"):
        found = meanings("黄牛", sentence="…", encoder=encoder_for(wanted))
        assert wanted in " ".join(found[0].options[0].cores)


def test_a_reading_that_the_neighbours_give_leads_to_its_senses():
    assert meanings("长", reading="zhang3")[0].reading == "zhang3"
    assert meanings("长", reading="chang2")[0].reading == "chang2"


def test_synonyms_stand_together_and_nothing_is_told_twice():
    found = meanings("打")
    options = [option for meaning in found for option in meaning.options]
    assert len(options) == len(set(options))
    assert any({"to beat", "to hit"} & set(meaning.glosses) for meaning in found)


def test_each_meaning_says_where_it_is_from():
    assert meanings("了")[0].source == OURS
    assert meanings("银行")[0].source == DICTIONARY
    assert meanings("努力")[0].source == SEEN
    assert meanings("努力")[0].reading == "nu3 li4"


def test_references_are_told_only_where_there_is_nothing_else():
    assert not any("variant of" in meaning.text for meaning in meanings("花"))
    assert any("surname" in meaning.text for meaning in meanings("李"))


def test_the_encoder_is_not_loaded_for_a_word(monkeypatch):
    monkeypatch.setattr("dukou.language.vectors.is_loaded", lambda: False)
    assert encoder_if_loaded() is None
