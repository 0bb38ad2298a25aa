"""Models come from Mozilla's table, a mirror or a folder, whole or not at all."""

import gzip
import hashlib
import random

import pytest

from dukou.language.engines.firefox.catalogue import (
    BadCatalogue,
    FetchError,
    UnknownPair,
    WrongFile,
    catalogue_of,
    models_for,
    read_catalogue,
    route,
    served,
    shipped,
)
from dukou.language.engines.firefox.installing import install, installed, legs_of, remove
from tests.language.engines.firefox.mirror import Mirror, serving

NAMES = ("lex.50.50.zhen.s2t.bin", "model.zhen.intgemm.alphas.bin", "vocab.zhen.spm")
PLAIN = {name: random.Random(name).randbytes(2_000) for name in NAMES}
PACKED = {f"models/tiny/zhen/{name}.gz": gzip.compress(data) for name, data in PLAIN.items()}


def row(path, data, kind="tiny"):
    return f"zh-en\t{kind}\t{len(data)}\t{hashlib.sha256(data).hexdigest()}\t{path}"


TABLE = "\n".join(row(path, data) for path, data in PACKED.items())
ZH_EN = ("zh", "en")


@pytest.fixture
def known():
    return read_catalogue(TABLE)


@pytest.fixture
def mirror():
    with serving(Mirror(dict(PACKED))) as found:
        yield found


def contents(folder):
    return {path.name: path.read_bytes() for path in (folder / "zh-en").iterdir()}


def test_a_model_comes_from_a_mirror_that_breaks_off(mirror, known, tmp_path):
    mirror.breaks_after, mirror.times = 700, 4
    done = install(ZH_EN, tmp_path, known=known, origin=mirror.url + "/")
    assert (done.pair, done.kind, done.source) == (ZH_EN, "tiny", mirror.url)
    held = contents(tmp_path)
    assert held["model"] == PLAIN[NAMES[1]]
    assert held["shortlist"] == PLAIN[NAMES[0]]
    assert held["vocab"] == PLAIN[NAMES[2]]
    assert installed(tmp_path) == [done]
    assert not any((tmp_path / ".downloads").iterdir())


def test_a_wrong_file_installs_nothing_and_leaves_what_was_there(mirror, known, tmp_path):
    before = install(ZH_EN, tmp_path, known=known, origin=mirror.url)
    path = next(path for path in PACKED if "model." in path)
    mirror.files[path] = b"x" * len(PACKED[path])
    with pytest.raises(WrongFile):
        install(ZH_EN, tmp_path, known=known, origin=mirror.url)
    assert installed(tmp_path) == [before]
    assert contents(tmp_path)["model"] == PLAIN[NAMES[1]]


def test_an_interrupted_installation_is_taken_up(mirror, known, tmp_path):
    held = dict(mirror.files)
    mirror.files.pop(list(held)[-1])
    with pytest.raises(FetchError, match="404"):
        install(ZH_EN, tmp_path, known=known, origin=mirror.url)
    assert installed(tmp_path) == []
    mirror.files, asked = held, len(mirror.asked)
    install(ZH_EN, tmp_path, known=known, origin=mirror.url)
    assert len(mirror.asked) == asked + 1


def test_a_model_comes_from_a_folder_however_deep(known, tmp_path):
    deep = tmp_path / "downloads" / "some" / "where"
    deep.mkdir(parents=True)
    for path, data in PACKED.items():
        (deep / path.rpartition("/")[2]).write_bytes(data)
    done = install(ZH_EN, tmp_path / "models", known=known, origin=str(tmp_path / "downloads"))
    assert done.kind == "tiny"
    assert contents(tmp_path / "models")["model"] == PLAIN[NAMES[1]]
    assert len(list(deep.iterdir())) == 3  # the operator's own copies stay


@pytest.mark.parametrize(("damage", "error"), [("missing", FetchError), ("changed", WrongFile)])
def test_a_folder_that_lacks_a_file_or_has_another_is_refused(known, tmp_path, damage, error):
    for path, data in PACKED.items():
        (tmp_path / path.rpartition("/")[2]).write_bytes(data)
    if damage == "missing":
        (tmp_path / f"{NAMES[2]}.gz").unlink()
    else:
        (tmp_path / f"{NAMES[1]}.gz").write_bytes(b"something else")
    with pytest.raises(error):
        install(ZH_EN, tmp_path / "models", known=known, origin=str(tmp_path))
    assert installed(tmp_path / "models") == []


def test_a_model_is_removed_and_can_be_installed_again(mirror, known, tmp_path):
    install(ZH_EN, tmp_path, known=known, origin=mirror.url)
    assert remove(ZH_EN, tmp_path)
    assert not remove(ZH_EN, tmp_path)
    assert installed(tmp_path) == []
    install(ZH_EN, tmp_path, known=known, origin=mirror.url)
    assert len(installed(tmp_path)) == 1


def test_unreadable_facts_are_no_model(tmp_path):
    (tmp_path / "zh-en").mkdir()
    (tmp_path / "zh-en" / "model.json").write_text("[]")
    assert installed(tmp_path) == []


def test_the_best_kind_comes_first_unless_another_is_named():
    kinds = [model.kind for model in models_for(("en", "pt"), shipped())]
    assert kinds == ["base-memory", "tiny", "wheel"]
    assert models_for(("en", "pt"), shipped(), "tiny")[0].kind == "tiny"
    with pytest.raises(UnknownPair):
        models_for(ZH_EN, shipped(), "tiny")


def test_every_model_that_we_know_is_whole_and_made_for_both_directions_with_english():
    for model in shipped():
        names = [file.name.partition(".")[0] for file in model.files]
        assert {"lex", "model"} < set(names)
        assert "vocab" in names or {"srcvocab", "trgvocab"} < set(names)
    pairs = {model.pair for model in shipped()}
    for code in ("zh", "ja", "ko", "es", "pt"):
        assert {(code, "en"), ("en", code)} <= pairs


def test_pairs_without_a_model_go_by_way_of_english():
    available = [("zh", "en"), ("en", "ja"), ("ja", "en")]
    assert route(("zh", "en"), available) == (("zh", "en"),)
    assert route(("zh", "ja"), available) == (("zh", "en"), ("en", "ja"))
    assert route(("ja", "zh"), available) == ()
    assert served(available) == {*available, ("zh", "ja")}
    assert legs_of(("zh", "ja"), shipped()) == (("zh", "en"), ("en", "ja"))


@pytest.mark.parametrize("pair", [("zh", "xx"), ("en", "xx"), ("xx", "en")])
def test_a_language_that_nobody_knows_is_said(pair):
    with pytest.raises(UnknownPair, match="known are"):
        legs_of(pair, shipped())


@pytest.mark.parametrize(
    "text", ["zh-en\ttiny\t12", "zhen\ttiny\t1\t" + "a" * 64 + "\tx", "zh-en\ttiny\t1\tabc\tx"]
)
def test_a_table_that_cannot_be_read_is_an_error(text, tmp_path):
    (tmp_path / "pins.tsv").write_text(text)
    with pytest.raises(BadCatalogue):
        catalogue_of(tmp_path / "pins.tsv")
