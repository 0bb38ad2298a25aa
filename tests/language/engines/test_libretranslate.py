import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from dukou.language.engines.base import BadAnswer, EngineUnavailable, Output, Refusal
from dukou.language.engines.chain import Chain, Why
from dukou.language.engines.libretranslate import LibreTranslate


@pytest.fixture(scope="module")
def url():
    program = Path(__file__).with_name("libretranslate_server.py")
    with subprocess.Popen([sys.executable, program], stdout=subprocess.PIPE, text=True) as server:
        yield f"http://127.0.0.1:{server.stdout.readline().strip()}"
        server.kill()


@pytest.fixture
def engine(url):
    return LibreTranslate(url + "/", timeout_seconds=5)


def test_texts_are_translated_in_one_request(engine):
    assert engine.translate(["你好", "你好"], "zh", "en") == [Output("Hello"), Output("Hello")]


def test_the_server_says_which_pairs_it_serves(engine):
    assert set(engine.pairs()) == {("en", "zh"), ("en", "ja"), ("zh", "en")}
    assert engine.translate(["你好"], "zh", "ko") == [Refusal("no-pair")]
    assert engine.health().ok


def test_marks_that_servers_understand_bring_the_pieces_back(engine):
    found = Chain([engine]).translate(["我和`maya`去爬山"], source="zh", target="en")
    assert found.texts == ("I went hiking with `maya`",)


def test_a_server_that_copies_is_refused(engine):
    found = Chain([engine]).translate(["今天天气真好"], source="zh", target="en")
    assert (found.why, found.attempts[0].problem) == (Why.REFUSED, "copy")


@pytest.mark.parametrize(
    ("text", "error", "said"),
    [
        ("坏", BadAnswer, "not JSON"),
        ("错", EngineUnavailable, "HTTP 500: out of memory"),
        ("多", BadAnswer, "one translation for each"),
        ("大", BadAnswer, "too long"),
    ],
)
def test_wrong_answers_are_errors_that_say_what_is_wrong(engine, text, error, said):
    with pytest.raises(error, match=said):
        engine.translate([text], "zh", "en")


def test_a_slow_server_is_not_waited_for(url):
    engine = LibreTranslate(url, timeout_seconds=0.2)
    with pytest.raises(EngineUnavailable, match="in time"):
        engine.translate(["慢"], "zh", "en")


def test_a_wrong_key_is_said(url):
    with pytest.raises(EngineUnavailable, match="Invalid API key"):
        LibreTranslate(url, api_key="wrong").translate(["你好"], "zh", "en")
    assert LibreTranslate(url, api_key="secret").translate(["你好"], "zh", "en")


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "not an address", "http://[bad"])
def test_a_server_that_is_not_there_serves_nothing(address):
    engine = LibreTranslate("http://127.0.0.1:1")
    assert not engine.health().ok
    assert list(engine.pairs()) == []
    found = Chain([engine]).translate(["你好"], source="zh", target="en")
    assert found.why == Why.NO_ENGINE


def test_text_stays_on_the_machine_only_if_the_server_is_on_it(url):
    assert LibreTranslate(url).is_local
    assert not LibreTranslate("https://translate.example.org").is_local


@pytest.fixture
def silent():
    """The address of a server that takes calls and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


def asking():
    """The threads that ask a server for its languages just now."""
    return [one for one in threading.enumerate() if one.name == "languages of a server"]


def test_whoever_only_wants_to_know_what_it_does_never_waits(silent):
    chain = Chain([LibreTranslate(silent, timeout_seconds=3)])
    before = set(asking())
    assert not chain.serves("zh", "en")
    assert not chain.serves("zh", "en")
    begun = set(asking()) - before
    assert len(begun) == 1
    begun.pop().join()


def test_its_pairs_count_from_its_answer_on(engine):
    chain = Chain([engine])
    chain.serves("zh", "en")
    for thread in asking():
        thread.join()
    assert chain.serves("zh", "en")
    assert not chain.serves("zh", "ko")
