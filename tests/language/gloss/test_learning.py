"""Counts learnt from pairs of sentences, and what is held out from them."""

from dukou.language.gloss.learning import Pair, counted, learn, shuffled

PAIRS = [
    Pair("I study hard.", "我努力学习。"),
    Pair("She works hard.", "她努力工作。"),
    Pair("Work hard!", "努力工作！"),
    Pair("I study Chinese.", "我学习汉语。"),
    Pair("She works.", "她工作。"),
]


def test_a_translation_that_the_dictionary_lacks_is_learnt():
    rows = dict(row.split("\t", 1) for row in learn(map(counted, PAIRS * 3)))
    sentences, _, pairings = rows["努力"].split("\t")
    assert sentences == "9"
    assert pairings.startswith("hard:")


def test_pairs_that_share_a_side_stay_together_in_an_order_that_never_changes():
    pairs = [
        Pair("Hi.", "嗨。"),
        Pair("Hi!", "你好。"),
        Pair("Hello.", "你好！"),
        Pair("Run.", "跑。"),
    ]
    groups = shuffled(pairs)
    assert sorted(map(len, groups)) == [1, 3]
    assert shuffled(reversed(pairs))[0][0] in groups[0]
