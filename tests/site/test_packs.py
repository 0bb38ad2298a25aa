"""Stylesheets and modules are written in many files and sent in few."""

import gzip
import re

import pytest
from django.test import Client
from django.urls import reverse

from dukou.site.packs import STATIC, STYLES, packs


def test_every_stylesheet_is_sent() -> None:
    assert sorted(STYLES) == sorted(path.stem for path in (STATIC / "css").glob("*.css"))


def test_every_module_is_sent() -> None:
    sent = packs()["layout"].text + packs()["behaviour"].text
    for path in (STATIC / "js").glob("*.js"):
        assert path.read_text("utf-8") in sent, path.name


@pytest.mark.parametrize("stem", ["style", "layout", "behaviour", "htmx"])
def test_a_pack_is_kept_for_good_and_compressed(client: Client, stem: str) -> None:
    pack = packs()[stem]
    response = client.get(reverse("pack", args=[pack.name]), headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(response.content).decode() == pack.text
    assert "immutable" in response["Cache-Control"]
    assert response["Content-Type"] == pack.content_type


def test_a_browser_without_gzip_gets_plain_text(client: Client) -> None:
    pack = packs()["style"]
    response = client.get(reverse("pack", args=[pack.name]))
    assert response.content.decode() == pack.text
    assert "Content-Encoding" not in response


def test_an_older_name_gets_what_there_is_now_but_is_not_kept(client: Client) -> None:
    response = client.get(reverse("pack", args=["style.000000000000.css"]))
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-cache"


def test_an_unknown_pack_is_not_there(client: Client) -> None:
    assert client.get(reverse("pack", args=["other.css"])).status_code == 404


def test_all_packs_together_are_small() -> None:
    size = sum(len(gzip.compress(pack.text.encode())) for pack in packs().values())
    assert size < 60_000


def test_modules_hold_no_sentences() -> None:
    """Words are the templates' business, where they are translated."""
    for path in (STATIC / "js").glob("*.js"):
        code = re.sub(r"^\s*//.*$", "", path.read_text("utf-8"), flags=re.MULTILINE)
        for _quote, words in re.findall(r"([\"'])((?:(?!\1).)*)\1", code):
            assert not re.search(r"[A-Z][a-z]+ [a-z]+ ", words), (path.name, words)
