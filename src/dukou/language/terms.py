"""Names and terms that have a form of their own in another language, and no other.

小红书 is RedNote and never "little red book"; a cat tax is 猫税 and never 猫的税收. Engines do not
see them: they are hidden and come back in the form of the target (`protect`).
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from dukou.language.tags import base

_LANGUAGES = ("zh", "en")
#: Raised whenever the list changes: what was translated with another list is translated anew.
VERSION = 2


def built_in_terms(source: str, target: str) -> Mapping[str, str]:
    """The form that each of our terms has in the target; empty for pairs that we have none for."""
    return _terms(base(source), base(target))


@cache
def _terms(source: str, target: str) -> dict[str, str]:
    if source == target or {source, target} - set(_LANGUAGES):
        return {}
    one, other = _LANGUAGES.index(source), _LANGUAGES.index(target)
    return {form: row[other][0] for row in _rows() for form in row[one]}


@cache
def _rows() -> tuple[tuple[list[str], ...], ...]:
    lines = files("dukou.language").joinpath("terms.tsv").read_text("utf-8").splitlines()
    return tuple(
        tuple(forms.split("|") for forms in line.split("\t"))
        for line in lines
        if line and not line.startswith("#")
    )
