"""Files come whole from servers that break off, or not at all."""

import hashlib

import pytest

from dukou.language.engines.firefox.catalogue import FetchError, PinnedFile, WrongFile
from dukou.language.engines.firefox.fetching import fetch
from tests.language.engines.firefox.mirror import Mirror, serving

DATA = bytes(range(256)) * 4_000
FILE = PinnedFile("models/tiny/m.bin", len(DATA), hashlib.sha256(DATA).hexdigest())


@pytest.fixture
def mirror():
    with serving(Mirror({FILE.path: DATA})) as found:
        yield found


@pytest.fixture
def bring(mirror, tmp_path):
    told = []

    def _bring(file=FILE):
        return fetch(file, f"{mirror.url}/{file.path}", tmp_path, progress=told.append)

    _bring.told = told
    return _bring


def test_a_file_comes_and_its_progress_adds_up(bring):
    assert bring().read_bytes() == DATA
    assert sum(bring.told) == len(DATA)


def test_a_connection_that_breaks_off_is_taken_up_where_it_broke(bring, mirror):
    mirror.breaks_after, mirror.times = 300_000, 3
    assert bring().read_bytes() == DATA
    assert mirror.asked == ["", "bytes=300000-", "bytes=600000-", "bytes=900000-"]
    assert sum(bring.told) == len(DATA)


def test_what_has_come_is_kept_for_another_day(bring, mirror, tmp_path):
    mirror.breaks_after, mirror.times = 0, 10**6
    (tmp_path / f"{FILE.sha256}.part").write_bytes(DATA[:1000])
    with pytest.raises(FetchError, match=f"broke off at 1000 of {len(DATA)}"):
        bring()
    mirror.breaks_after = None
    assert bring().read_bytes() == DATA
    assert mirror.asked[-1] == "bytes=1000-"


def test_a_server_without_ranges_begins_anew(bring, mirror):
    mirror.knows_ranges, mirror.breaks_after, mirror.times = False, 1000, 1
    assert bring().read_bytes() == DATA
    assert sum(bring.told) == len(DATA)


def test_a_file_that_is_here_is_not_asked_for(bring, mirror):
    bring()
    bring()
    assert mirror.asked == [""]


def test_a_file_that_was_damaged_here_is_fetched_anew(bring, mirror):
    bring().write_bytes(b"damaged")
    assert bring().read_bytes() == DATA


def test_a_damaged_beginning_costs_one_more_try_by_hand(bring, tmp_path):
    (tmp_path / f"{FILE.sha256}.part").write_bytes(b"x" * 1000)
    with pytest.raises(WrongFile, match="another SHA-256"):
        bring()
    assert bring().read_bytes() == DATA


@pytest.mark.parametrize(
    ("held", "error", "says"),
    [
        (b"x" * len(DATA), WrongFile, "another SHA-256"),
        (DATA + b"more", WrongFile, "longer"),
        (b"version https://git-lfs.github.com/spec/v1\noid", WrongFile, "pointer of Git LFS"),
        (b"<html>busy</html>", FetchError, "broke off"),
        (None, FetchError, "is not there: HTTP 404"),
    ],
)
def test_another_file_is_refused_and_nothing_of_it_is_used(
    bring, mirror, tmp_path, held, error, says
):
    mirror.files = {} if held is None else {FILE.path: held}
    with pytest.raises(error, match=says):
        bring()
    assert not (tmp_path / FILE.sha256).exists()


def test_a_server_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FetchError, match="broke off at 0"):
        fetch(FILE, "http://127.0.0.1:1/m.bin", tmp_path, progress=lambda _: None)
