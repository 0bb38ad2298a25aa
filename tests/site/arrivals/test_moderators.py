"""What moderators do about arrivals: invitation codes, and cohorts that members contest."""

import pytest
from django.test import Client

from dukou.site.arrivals.models import Wave
from dukou.site.arrivals.services.invitations import make_invitation, redeem_invitation
from dukou.site.members.models import CohortObjection, Member
from dukou.site.talk.models import Notification
from tests.cast import AsMember, words_of
from tests.site.arrivals.conftest import SignUp


def test_a_moderator_makes_codes_and_sees_who_came(
    bo: Member, maya: Member, as_member: AsMember
) -> None:
    browser = as_member(bo)
    browser.post("/invitations")
    invitation = bo.invitations.get()
    assert invitation.code in browser.get("/invitations").content.decode()
    redeem_invitation(invitation, by=maya)
    assert "@maya came with it" in words_of(browser.get("/invitations").content.decode())


def test_a_code_is_closed_by_who_made_it_while_nobody_used_it(
    bo: Member, keeper: Member, maya: Member, as_member: AsMember
) -> None:
    used, free = make_invitation(by=bo), make_invitation(by=bo)
    redeem_invitation(used, by=maya)
    assert as_member(keeper).delete(f"/invitations/{free.pk}").status_code == 404
    for invitation in (used, free):
        as_member(bo).post(f"/invitations/{invitation.pk}", {"_method": "DELETE"})
    assert list(bo.invitations.all()) == [used]


def test_too_many_open_codes_are_refused_in_words(
    bo: Member, as_member: AsMember, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dukou.site.arrivals.services.invitations.OPEN_AT_ONCE", 1)
    browser = as_member(bo)
    browser.post("/invitations")
    page = browser.post("/invitations", follow=True)
    assert "Many codes are open already." in page.content.decode()
    assert bo.invitations.count() == 1


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("open", "Everyone can sign up at the moment."),
        ("invitation", "Each code lets one person in"),
        ("closed", "Sign-up is closed at the moment"),
    ],
)
def test_the_page_says_what_codes_are_good_for(
    bo: Member, as_member: AsMember, sign_up_is: SignUp, value: str, words: str
) -> None:
    sign_up_is(value)
    assert words in as_member(bo).get("/invitations").content.decode()


def test_a_contested_cohort_is_settled_and_the_member_is_told(
    maya: Member, bo: Member, as_member: AsMember
) -> None:
    as_member(maya).post("/settings/languages/objection", {"words": "I came years ago."})
    assert "I came years ago." in as_member(bo).get("/objections").content.decode()
    objection = CohortObjection.objects.get()
    assert objection.cohort == maya.cohort
    answer = {"wave": "", "answer": "You are right, we have mended it."}
    as_member(bo).post(f"/objections/{objection.pk}", answer)
    maya.refresh_from_db()
    assert maya.arrival == "resident"
    assert "we have mended it" in as_member(maya).get("/settings/languages").content.decode()
    assert Notification.objects.get(member=maya).words == answer["answer"]
    assert "I came years ago." not in as_member(bo).get("/objections").content.decode()


def test_an_objection_needs_an_answer_and_a_wave_that_there_is(
    maya: Member, bo: Member, as_member: AsMember
) -> None:
    Wave.objects.create(key="en-US 2025-01", home_language="en")
    as_member(maya).post("/settings/languages/objection", {"words": "Wrong"})
    objection = CohortObjection.objects.get()
    address = f"/objections/{objection.pk}"
    page = as_member(bo).post(address, {"wave": "", "answer": " \u202e\x00"}, follow=True)
    assert "Write the answer" in page.content.decode()
    as_member(bo).post(address, {"wave": "no such wave", "answer": "It stays."})
    maya.refresh_from_db()
    assert maya.wave == "en-US 2025-01"
    assert as_member(bo).post(address, {"answer": "Again"}).status_code == 404


def test_asking_again_before_the_answer_changes_the_words(
    maya: Member, as_member: AsMember
) -> None:
    for words in ("Wrong", "", "Wrong, and here is why"):
        as_member(maya).post("/settings/languages/objection", {"words": words})
    assert CohortObjection.objects.get().words == "Wrong, and here is why"


@pytest.mark.parametrize("page", ["/invitations", "/objections"])
def test_these_pages_are_not_there_for_others(
    lin: Member, rui: Member, stranger: Client, as_member: AsMember, page: str
) -> None:
    assert stranger.get(page)["Location"] == f"/account/login/?next={page}"
    assert as_member(lin).get(page).status_code == 404
    assert as_member(lin).post(page).status_code in (404, 405)
    assert as_member(rui).get(page)["Location"] == "/suspended"
