"""DeepL's protocol, against a server of our own."""

import pytest

from dukou.language.engines.base import BadAnswer, EngineUnavailable, Output
from dukou.language.engines.deepl import DeepL
from tests.language.engines.chat_server import ChatServer, serving

KEY = "secret:fx"


class Server(ChatServer):
    def reply(self, payload):
        self.asked.append(payload)
        if self.statuses:
            return self.statuses.pop(0), {"message": f"no, {self.keys[-1]}"}
        made = [{"text": self.words.get(text, text)} for text in payload["text"]]
        return 200, self.answers or {"translations": made}


@pytest.fixture
def server():
    with serving(Server()) as found:
        yield found


@pytest.fixture
def engine(server):
    return DeepL(KEY, url=server.url)


def test_texts_are_translated_fifty_at_a_time(engine, server):
    assert engine.translate(["你好"] * 60, "zh", "en") == [Output("Hello")] * 60
    assert [len(asked["text"]) for asked in server.asked] == [50, 10]
    assert server.asked[0]["source_lang"] == "ZH"
    assert server.asked[0]["target_lang"] == "EN-US"
    assert server.keys[0] == f"DeepL-Auth-Key {KEY}"


def test_another_answer_is_an_error(engine, server):
    server.answers = {"translations": []}
    with pytest.raises(BadAnswer):
        engine.translate(["你好"], "zh", "en")


def test_a_used_up_account_is_an_error_that_never_holds_the_key(engine, server):
    server.statuses = [456]
    with pytest.raises(EngineUnavailable, match="HTTP 456") as caught:
        engine.translate(["你好"], "zh", "en")
    assert KEY not in str(caught.value)


def test_keys_of_the_free_plan_have_another_address():
    assert DeepL("a:fx")._url == "https://api-free.deepl.com"
    assert DeepL("a")._url == "https://api.deepl.com"
    assert not DeepL("a").is_local
    assert ("zh", "en") in DeepL("a").pairs()
