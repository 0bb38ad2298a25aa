"""Signing up: one page, clear errors; closed or by invitation where the operator says so."""

import pytest
from django.test import Client
from django.utils import timezone

from dukou.site.arrivals.models import Wave
from dukou.site.arrivals.services.invitations import make_invitation
from dukou.site.members.models import Member, ReaderKey
from dukou.site.members.queries import reading_languages
from tests.cast import PASSWORD, AsMember, words_of
from tests.site.arrivals.conftest import SignUp

ADDRESS = "/account/signup/"


def form(**changes: str) -> dict[str, str]:
    return {"username": "noa", "email": "noa@example.org", "password1": PASSWORD, **changes}


def test_a_new_member_is_set_up_and_goes_to_the_welcome(stranger: Client) -> None:
    answer = stranger.post(ADDRESS, form(username=" Noa "))
    assert answer["Location"] == "/welcome"
    noa = Member.objects.get(name="noa")
    assert (noa.email, noa.home_language, noa.interface_language) == ("noa@example.org", "en", "en")
    assert reading_languages(noa) == ["en"]
    assert ReaderKey.objects.filter(member=noa).exists()
    assert stranger.get("/welcome")["Location"] == "/welcome/languages"


@pytest.mark.parametrize(
    ("asked", "words"),
    [("zh-CN", "至少要 8 个字符"), ("zh-TW", "至少要 8 個字元"), ("en", "at least 8 characters.")],
)
def test_a_short_password_is_refused_in_the_reader_s_language(
    db: None, asked: str, words: str
) -> None:
    browser = Client(headers={"accept-language": asked})
    answer = browser.post(ADDRESS, form(password1="q7x"))
    assert words in words_of(answer.content.decode())


@pytest.mark.parametrize(("asked", "home"), [("zh-TW", "zh-Hant"), ("zh-CN", "zh-Hans")])
def test_home_is_guessed_from_the_pages_one_signs_up_on(db: None, asked: str, home: str) -> None:
    Client(headers={"accept-language": asked}).post(ADDRESS, form())
    assert Member.objects.get(name="noa").home_language == home


def test_who_signs_up_in_a_wave_is_its_newcomer(stranger: Client) -> None:
    Wave.objects.create(key="en now", home_language="en")
    Wave.objects.create(key="en before", home_language="en", ended_at=timezone.now())
    stranger.post(ADDRESS, form())
    assert Member.objects.get(name="noa").wave == "en now"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"username": "admin"}, "This name belongs to the place."),
        ({"username": "a"}, "at least 2"),
        ({"username": "noa.b"}, "Use 2 to 30 of these"),
        ({"username": "诺亚"}, "Use 2 to 30 of these"),
        ({"username": "lin"}, "Somebody has this name already."),
        ({"email": "lin@example.org"}, "There is an account with this address."),
        ({"email": "LIN@example.org"}, "There is an account with this address."),
        ({"email": "nowhere"}, "valid email"),
        ({"password1": "12345678"}, "too common"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(
    lin: Member, stranger: Client, changes: dict[str, str], words: str
) -> None:
    answer = stranger.post(ADDRESS, form(**changes))
    assert words in words_of(answer.content.decode())
    assert 'class="field__error"' in answer.content.decode()
    assert Member.objects.count() == 1


@pytest.mark.parametrize(
    ("language", "words"), [("zh-CN", "这个名字已经有人用了"), ("zh-TW", "這個名字已經有人用了")]
)
def test_errors_are_in_the_reader_s_language(lin: Member, language: str, words: str) -> None:
    browser = Client(headers={"accept-language": language})
    assert words in browser.post(ADDRESS, form(username="lin")).content.decode()


def test_a_closed_place_says_so_and_takes_nobody(stranger: Client, sign_up_is: SignUp) -> None:
    sign_up_is("closed")
    assert "The place is full for now" in stranger.get(ADDRESS).content.decode()
    stranger.post(ADDRESS, form())
    assert not Member.objects.exists()


def test_by_invitation_a_code_lets_one_person_in(
    bo: Member, stranger: Client, sign_up_is: SignUp
) -> None:
    sign_up_is("invitation")
    invitation = make_invitation(by=bo)
    assert stranger.post(ADDRESS, form(invitation="wrong")).status_code == 200
    assert not Member.objects.filter(name="noa").exists()
    stranger.post(ADDRESS, form(invitation=f" {invitation.code.upper()} "))
    invitation.refresh_from_db()
    assert invitation.used_by == Member.objects.get(name="noa")
    again = Client().post(
        ADDRESS, form(username="tom", email="tom@example.org", invitation=invitation.code)
    )
    assert again.status_code == 200
    assert not Member.objects.filter(name="tom").exists()


def test_an_old_code_opens_nothing(bo: Member, stranger: Client, sign_up_is: SignUp) -> None:
    sign_up_is("invitation")
    invitation = make_invitation(by=bo)
    invitation.expires_at = timezone.now()
    invitation.save()
    answer = stranger.post(ADDRESS, form(invitation=invitation.code))
    assert "too old" in words_of(answer.content.decode())


def test_without_need_nobody_is_asked_for_a_code(stranger: Client) -> None:
    assert "invitation" not in stranger.get(ADDRESS).content.decode()


def test_members_do_not_sign_up_again(lin: Member, as_member: AsMember) -> None:
    assert as_member(lin).get(ADDRESS).status_code == 302


def test_of_two_forms_sent_at_once_the_second_leads_to_sign_in(
    lin: Member, stranger: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The name was free when the second form was checked.
    monkeypatch.setattr(
        "dukou.site.arrivals.forms.SignUpForm.clean_username",
        lambda form: form.cleaned_data["username"],
    )
    page = stranger.post(ADDRESS, form(username="lin"), follow=True)
    assert page.redirect_chain[-1][0] == "/account/login/"
    assert "This account has just been made." in page.content.decode()
