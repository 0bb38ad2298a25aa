"""A small place, its notes and two of its readers."""

import pytest

from dukou.engine import LiveNotes, Place, Reader
from tests.engine.world import MAYA, make_notes, make_place, make_reader


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
