"""What helps while one types: the recognised language, topics and people."""

import pytest
from django.test import Client

from dukou.site.members import services as members
from dukou.site.members.models import Member
from tests.cast import AsMember, Write, words_of


def pill(browser: Client, of: str = "own", **fields: str) -> str:
    return words_of(browser.post(f"/detect?of={of}", fields).content.decode())


def offered(browser: Client, typed: str) -> list[str]:
    html = browser.get("/suggest", {"q": typed}).content.decode()
    return [part.split('"', 1)[0] for part in html.split('data-word="')[1:]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("今天的猫在阳台上晒太阳", "Simplified Chinese"),
        ("今天的貓在陽臺上曬太陽", "Traditional Chinese"),
        ("The cat is lying in the sun on the balcony", "English"),
        ("猫がベランダで寝ています", "Japanese"),
    ],
)
def test_the_language_is_recognised(text: str, name: str, lin: Member, as_member: AsMember) -> None:
    assert f"Recognised: {name}" in pill(as_member(lin), body=text)


def test_emoji_alone_are_no_language(lin: Member, as_member: AsMember) -> None:
    assert "Recognised as you write" in pill(as_member(lin), body="🐈🐈 @maya #猫")


def test_a_choice_stays_and_doubt_is_said(lin: Member, as_member: AsMember) -> None:
    browser = as_member(lin)
    fields = {"lang": "ja", "body": "The cat is lying in the sun on the balcony this morning"}
    assert "It reads like English" in pill(browser, **fields)
    html = browser.post("/detect?of=own", fields).content.decode()
    assert '<option value="ja" selected>' in html
    assert "It reads like" not in pill(browser, **{**fields, "lang": "en"})


@pytest.mark.parametrize(
    ("text", "language"),
    [("今天的猫在阳台上晒太阳", "English"), ("The cat is lying in the sun", "Chinese")],
)
def test_the_other_bank_is_invited(
    text: str, language: str, lin: Member, maya: Member, as_member: AsMember
) -> None:
    for member in (lin, maya):
        said = pill(as_member(member), body=text)
        assert f"Add your own version in {language}" in said


def test_the_other_version_has_a_pill_of_its_own(lin: Member, as_member: AsMember) -> None:
    said = pill(as_member(lin), of="other", body="今天的猫", other_body="The cat is in the sun")
    assert "Recognised: English" in said
    assert as_member(lin).post("/detect?of=third").status_code == 404


def test_topics_are_offered_by_any_of_their_names(
    lin: Member, maya: Member, as_member: AsMember
) -> None:
    assert "#美食" in offered(as_member(lin), "#美")
    assert "#food" in offered(as_member(maya), "#foo")
    assert "#猫税" not in offered(as_member(lin), "#zzzz")
    assert 0 < len(offered(as_member(maya), "#")) <= 8


def test_the_members_language_comes_first(maya: Member, as_member: AsMember) -> None:
    assert "#comida" not in offered(as_member(maya), "#c")[:3]


def test_a_topic_that_somebody_made_is_offered(
    lin: Member, maya: Member, write: Write, as_member: AsMember
) -> None:
    write(lin, "周末 #玉林路小酒馆")
    assert offered(as_member(lin), "#玉林") == ["#玉林路小酒馆"]


def test_people_are_offered_friends_first(
    lin: Member, maya: Member, ama: Member, as_member: AsMember
) -> None:
    members.follow(maya, by=lin)
    browser = as_member(lin)
    assert offered(browser, "@")[0] == "@maya"
    assert offered(browser, "@AM") == ["@ama"]
    assert offered(browser, "@阿麻") == ["@ama"]
    assert "@lin" not in offered(browser, "@")


def test_who_may_not_be_met_is_not_offered(
    lin: Member, cai: Member, rui: Member, as_member: AsMember
) -> None:
    assert offered(as_member(lin), "@cai") == offered(as_member(lin), "@rui") == []
    assert offered(as_member(cai), "@lin") == []


@pytest.mark.parametrize("typed", ["", "a", "@%", "#\x00", "@" + "a" * 5000, "＃猫", "#'); --"])
def test_nonsense_is_answered(typed: str, lin: Member, as_member: AsMember) -> None:
    assert as_member(lin).get("/suggest", {"q": typed}).status_code == 200


def test_only_members_are_helped(stranger: Client, rui: Member, as_member: AsMember) -> None:
    assert stranger.get("/suggest?q=@")["Location"].startswith("/account/login")
    assert stranger.post("/detect")["Location"].startswith("/account/login")
    assert as_member(rui).get("/suggest?q=@")["Location"] == "/suspended"
    assert as_member(rui).post("/detect")["Location"] == "/suspended"
