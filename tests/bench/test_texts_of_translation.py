"""The texts that the benches of translation are run on say what they should."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from dukou.language.pieces import find_pieces

TEXTS = Path(__file__).parents[2] / "bench" / "texts"
SOCIAL = [row for row in (TEXTS / "social.txt").read_text("utf-8").splitlines() if row[:1] != "#"]
ATTACKS = tomllib.loads((TEXTS / "hostile.toml").read_text("utf-8"))["attack"]


def test_there_are_as_many_as_we_say() -> None:
    assert len(SOCIAL) == 150
    assert len(ATTACKS) == 60


@pytest.mark.parametrize("row", SOCIAL)
def test_every_piece_marked_by_hand_is_found(row: str) -> None:
    text = row[3:].replace("⟪", "").replace("⟫", "")
    marked = Counter(re.findall("⟪(.*?)⟫", row))
    assert Counter(piece.text for piece in find_pieces(text)) == marked


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack["text"][:20])
def test_every_attack_is_told_from_a_translation(attack: dict[str, str]) -> None:
    kinds = {"instruction", "addition", "direction", "markup", "exhaustion"}
    assert attack["class"] in kinds
    assert attack["lang"] in {"zh", "en", "pt"}
    if "got" in attack:
        assert re.search(attack["got"], attack["obeyed"])
        assert not re.search(attack["got"].replace("|\\n", ""), attack["text"])
