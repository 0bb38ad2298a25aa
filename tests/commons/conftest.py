"""A note that a machine has translated, and a reader's better wording of it."""

import pytest

from dukou.site.bridge.corrections.models import Correction
from dukou.site.bridge.precedents import services as precedents
from dukou.site.notes.models import Provenance
from tests.commons.taking_out import GOOD, meet


@pytest.fixture
def note(lin, maya, write, engine, run_jobs):
    """Lin's note, which a machine has translated for Maya."""
    written = write(lin, "猫税来了", body="我家的猫叫团子。")
    meet(written, maya, run_jobs)
    return written


@pytest.fixture
def bettered(note, lin, maya, as_member):
    """Maya's wording of it, which Lin accepted: the version that stands now."""
    as_member(maya).post(f"/notes/{note.pk}/corrections", GOOD)
    as_member(lin).post(f"/corrections/{Correction.objects.get().pk}", {"agrees": "yes"})
    precedents.place_waiting()
    return note.versions.get(provenance=Provenance.COMMUNITY)
