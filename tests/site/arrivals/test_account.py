"""Signing in, passwords and addresses, in our frame and by the mail lane."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from dukou.site.members.models import Member
from tests.cast import PASSWORD, AsMember, Write, words_of
from tests.site.arrivals.conftest import Letters


def link_in(body: str) -> str:
    """The path of the only link in a letter."""
    return re.search(r"https?://[^/]+(/\S+)", body)[1]  # type: ignore[index]


@pytest.mark.parametrize("login", ["lin", "LIN", "lin@example.org"])
def test_one_signs_in_by_name_or_address(lin: Member, stranger: Client, login: str) -> None:
    answer = stranger.post("/account/login/", {"login": login, "password": PASSWORD})
    assert answer["Location"] == "/"


def test_a_wrong_password_is_said_without_telling_which_was_wrong(
    lin: Member, stranger: Client
) -> None:
    pages = [
        words_of(
            stranger.post("/account/login/", {"login": name, "password": "x"}).content.decode()
        )
        for name in ("lin", "nobody")
    ]
    assert "Name and password do not go together." in pages[0]
    assert pages[0] == pages[1].replace("nobody", "lin")


def test_one_goes_on_where_one_was(lin: Member, stranger: Client) -> None:
    asked = stranger.get("/settings/safety")["Location"]
    page = stranger.get(asked).content.decode()
    assert 'name="next" value="/settings/safety"' in page
    answer = stranger.post(asked, {"login": "lin", "password": PASSWORD})
    assert answer["Location"] == "/settings/safety"


@pytest.mark.parametrize(
    ("page", "back"),
    [
        ("http://testserver/search?q=%E7%8C%AB&kind=card#found", "/search?q=%E7%8C%AB&kind=card"),
        ("https://elsewhere.example/latest", "/"),
        ("", "/"),
    ],
)
def test_whoever_had_to_sign_in_to_act_comes_back_to_the_page(
    lin: Member, write: Write, stranger: Client, page: str, back: str
) -> None:
    like = f"/notes/{write(lin, '猫').pk}/like"
    from_form = stranger.post(like, headers={"Referer": page})["Location"]
    in_page = {"HX-Request": "true", "HX-Current-URL": page}
    from_page = stranger.post(like, headers=in_page)["HX-Redirect"]
    for asked in (from_form, from_page):
        answer = stranger.post(asked, {"login": "lin", "password": PASSWORD})
        assert answer["Location"] == back
        stranger.post("/account/logout/")


def test_nobody_is_sent_to_another_place(lin: Member, stranger: Client) -> None:
    address = "/account/login/?next=https://elsewhere.example/"
    assert stranger.post(address, {"login": "lin", "password": PASSWORD})["Location"] == "/"


def test_who_has_not_finished_the_welcome_goes_on_with_it(noa: Member, stranger: Client) -> None:
    answer = stranger.post("/account/login/", {"login": "noa", "password": PASSWORD})
    assert answer["Location"] == "/welcome"


def test_signing_out_asks_first(lin: Member, as_member: AsMember) -> None:
    browser = as_member(lin)
    assert "Sign out?" in browser.get("/account/logout/").content.decode()
    assert browser.get("/settings").status_code == 200
    browser.post("/account/logout/")
    assert browser.get("/settings").status_code == 302


def test_a_suspended_member_signs_in_to_read_why(rui: Member, stranger: Client) -> None:
    answer = stranger.post("/account/login/", {"login": "rui", "password": PASSWORD}, follow=True)
    assert "The same advertisement" in answer.content.decode()


def test_a_forgotten_password_is_set_anew_by_a_letter(
    lin: Member, stranger: Client, letters: Letters
) -> None:
    stranger.post("/account/password/reset/", {"email": "lin@example.org"})
    (letter,) = letters()
    assert letter.to == ["lin@example.org"]
    form = stranger.get(link_in(letter.body), follow=True)
    assert "New password" in form.content.decode()
    new = "another way across"
    answer = stranger.post(form.redirect_chain[-1][0], {"password1": new, "password2": new})
    assert answer["Location"].endswith("/done/")
    lin.refresh_from_db()
    assert lin.check_password(new)
    again = stranger.get(link_in(letter.body), follow=True)
    assert "This link is used up" in again.content.decode()


def test_letters_are_in_the_reader_s_language_and_have_a_lane_of_their_own(
    lin: Member, letters: Letters
) -> None:
    browser = Client(headers={"accept-language": "zh-TW"})
    browser.post("/account/password/reset/", {"email": "lin@example.org"})
    assert [job.queue_name for job in ProcrastinateJob.objects.all()] == ["mail"]
    (letter,) = letters()
    assert letter.subject == "渡口 Dukou: 設定新密碼"
    assert "打開這個連結" in letter.body


def test_nobody_learns_whether_an_address_has_an_account(
    lin: Member, stranger: Client, letters: Letters
) -> None:
    known = stranger.post("/account/password/reset/", {"email": "lin@example.org"})
    unknown = stranger.post("/account/password/reset/", {"email": "who@example.org"})
    assert known["Location"] == unknown["Location"]
    assert "No account has this address" in letters()[1].body


def test_a_password_is_changed_with_the_present_one(lin: Member, as_member: AsMember) -> None:
    browser = as_member(lin)
    form = {"oldpassword": "wrong", "password1": "another way", "password2": "another way"}
    answer = browser.post("/account/password/change/", form)
    assert "That is not your present password." in answer.content.decode()
    answer = browser.post("/account/password/change/", {**form, "oldpassword": PASSWORD})
    assert answer["Location"] == "/settings"
    assert browser.get("/settings").status_code == 200


def test_a_confirmed_address_stays_until_the_new_one_is_confirmed(
    lin: Member, as_member: AsMember, letters: Letters
) -> None:
    EmailAddress.objects.create(user=lin, email=lin.email, primary=True, verified=True)
    browser = as_member(lin)
    browser.post("/account/email/", {"action_add": "", "email": "lin@new.example"})
    lin.refresh_from_db()
    assert lin.email == "lin@example.org"
    (letter,) = letters()
    assert letter.to == ["lin@new.example"]
    page = browser.get(link_in(letter.body)).content.decode()
    assert "Does lin@new.example belong to @lin?" in words_of(page)
    browser.post(link_in(letter.body))
    lin.refresh_from_db()
    assert lin.email == "lin@new.example"


def test_an_address_that_nobody_confirmed_gives_way_at_once(
    lin: Member, as_member: AsMember, letters: Letters
) -> None:
    browser = as_member(lin)
    page = browser.post(
        "/account/email/", {"action_add": "", "email": "lin@new.example"}, follow=True
    )
    assert "Not confirmed yet" in page.content.decode()
    assert "lin@example.org" not in page.content.decode()
    lin.refresh_from_db()
    assert lin.email == "lin@new.example"
    assert [letter.to for letter in letters()] == [["lin@new.example"]]


def test_an_address_of_somebody_else_is_refused(
    lin: Member, maya: Member, as_member: AsMember
) -> None:
    page = as_member(lin).post("/account/email/", {"action_add": "", "email": "maya@example.org"})
    assert "There is an account with this address." in page.content.decode()


@pytest.mark.parametrize("page", ["email", "password/change", "password/set", "reauthenticate"])
def test_account_pages_are_for_members(stranger: Client, page: str) -> None:
    assert stranger.get(f"/account/{page}/")["Location"].startswith("/account/login")
