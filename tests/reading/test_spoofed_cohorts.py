"""Nobody gains readers by saying that they are from elsewhere, on a small community."""

from uuid import UUID

import pytest

from dukou.engine import ReasonCode
from dukou.site.bridge.reader import viewer_for
from dukou.site.members.models import Member
from dukou.site.members.services import set_home_language
from dukou.site.notes.models import Note
from dukou.site.reading.allocation.serving import forget_process_state, serve_page
from tests.cast import Write, make_member
from tests.reading.conftest import HOME_CLAUSE, NEWCOMER, Bind

OWN_LANGUAGE = """
[[share]]
id = "own-language"
providers = { language = "same" }
floor = 0.6
band = true
"""


@pytest.mark.usefixtures("notes")
@pytest.mark.parametrize("clause", [HOME_CLAUSE, OWN_LANGUAGE])
def test_a_spoofed_home_gains_less_than_a_tenth(write: Write, bind: Bind, clause: str) -> None:
    honest, spoofer = (make_member(name, **NEWCOMER) for name in ("honest", "spoofer"))
    assert set_home_language(spoofer, "zh-Hans") is not None  # it waits
    for at in range(2):
        for member in (honest, spoofer):
            write(member, f"A walk along the river at night, {member.name}, part {at}")
    origins = {note.origin for note in Note.objects.filter(author__in=(honest, spoofer))}
    assert len(origins) == 1
    bind(clause)
    forget_process_state()
    exposure = dict.fromkeys((honest.pk, spoofer.pk), 0.0)
    for at in range(6):
        reader: Member = make_member(f"reader{at}", home_language="zh-Hans", reads=["zh-Hans"])
        for again in range(4):
            # The same lots each time. What explores falls on anybody: it says nothing of a claim.
            session = UUID(int=1 + 4 * at + again)
            for slot in serve_page(viewer_for(reader), session=session).page.slots:
                if slot.author_id in exposure and slot.terms.reason != ReasonCode.EXPLORATION:
                    exposure[slot.author_id] += slot.exposure
    assert exposure[spoofer.pk] <= 1.1 * exposure[honest.pk] + 1e-9
