"""A small place, its notes and two of its readers; ranking with and without the kernel."""

from collections.abc import Iterator

import pytest

from dukou.engine import LiveNotes, Place, Reader, note_columns
from dukou.engine.kernel import kernel
from tests.engine.world import MAYA, make_notes, make_place, make_reader

RANKING = {
    "test_abuse",
    "test_bands",
    "test_calibration",
    "test_contract",
    "test_debut",
    "test_explain",
    "test_fill",
    "test_notes",
    "test_prices",
    "test_rank",
    "test_topic_cap",
}
"""Modules whose every test runs twice: by numpy, and by the compiled kernel."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Ask for both ways of ranking where pages are ranked."""
    if metafunc.module.__name__.rpartition(".")[2] in RANKING:
        metafunc.parametrize("ranked_by", ["numpy", "kernel"], indirect=True, scope="module")


@pytest.fixture(scope="module", autouse=True)
def ranked_by(request: pytest.FixtureRequest) -> Iterator[None]:
    """Live notes are made for numpy or for the kernel."""
    how = getattr(request, "param", None)
    if how == "kernel" and kernel() is None:
        pytest.skip("no compiled kernel (install a C compiler, then run script/setup)")
    with pytest.MonkeyPatch.context() as patch:
        if how == "numpy":
            patch.setattr(note_columns, "kernel", lambda: None)
        yield


@pytest.fixture
def place() -> Place:
    return make_place()


@pytest.fixture
def notes(place: Place) -> LiveNotes:
    return make_notes(place, 400)


@pytest.fixture
def lin(place: Place) -> Reader:
    return make_reader(place)


@pytest.fixture
def maya(place: Place) -> Reader:
    return make_reader(place, cohort=MAYA)
