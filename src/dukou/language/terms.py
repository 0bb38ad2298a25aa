"""Names and terms that have a form of their own in another language, and no other.

小红书 is RedNote and never "little red book"; a cat tax is 猫税 and never 猫的税收. Engines do not
see them: they are hidden and come back in the form of the target (`protect`).
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from dukou.language.pieces import find_pieces
from dukou.language.scripts import to_script
from dukou.language.tags import base

_LANGUAGES = ("zh", "en")


def built_in_terms(texts: Iterable[str], source: str, target: str) -> dict[str, str]:
    """Those of our terms that are in the texts, as written there, with their form in the target.

    Chinese may be in either script. Pairs that we have no terms for have none.
    """
    forms = _terms(base(source), base(target))
    if not forms:
        return {}
    is_chinese = base(source) == "zh"
    found = (
        piece.text
        for text in texts
        for piece in find_pieces(to_script(text, "zh-Hans") if is_chinese else text, terms=forms)
        if piece.kind == "term"
    )
    return {word: forms[word.casefold()] for word in found}


@cache
def _terms(source: str, target: str) -> dict[str, str]:
    if source == target or {source, target} - set(_LANGUAGES):
        return {}
    one, other = _LANGUAGES.index(source), _LANGUAGES.index(target)
    return {form.casefold(): row[other][0] for row in _rows() for form in row[one]}


@cache
def _rows() -> tuple[tuple[list[str], ...], ...]:
    lines = files("dukou.language").joinpath("terms.tsv").read_text("utf-8").splitlines()
    return tuple(
        tuple(forms.split("|") for forms in line.split("\t"))
        for line in lines
        if line and not line.startswith("#")
    )
