"""Writing a note: drafts that save themselves, publishing, and what is said when it cannot be."""

import json

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from dukou.site.members.limits import POSTING, POSTING_OF_NEW_ACCOUNTS
from dukou.site.members.models import Member, RateCount
from dukou.site.notes.composing.drafts import NEW_FOR
from dukou.site.notes.models import Draft, Note, Topic
from dukou.site.talk.models import Notification
from tests.cast import AsMember, words_of
from tests.site.notes.conftest import SitDown

WORDS = {"title": "猫税", "body": "今天的猫在阳台上晒太阳。"}


def test_words_alone_become_a_text_card(lin: Member, sit_down: SitDown) -> None:
    note = sit_down(lin).published(**WORDS, design="ticket")
    version = note.versions.get()
    assert (note.kind, note.design, note.lang) == ("card", "ticket", "zh-Hans")
    assert (version.title, version.body, version.is_source) == (*WORDS.values(), True)


def test_a_draft_saves_itself_and_goes_on(lin: Member, sit_down: SitDown) -> None:
    desk = sit_down(lin)
    assert desk.save(**WORDS, audience="followers", place="成都").status_code == 204
    page = desk.page()
    for kept in (*WORDS.values(), "成都", 'value="followers" checked'):
        assert kept in page
    assert not Note.objects.exists()


def test_an_older_page_does_not_lay_its_words_over_newer_ones_unasked(
    lin: Member, sit_down: SitDown
) -> None:
    desk = sit_down(lin)
    first = desk.save(body="一")["Draft-Stamp"]
    old = {"Draft-Stamp": first}
    assert desk.browser.post(desk.url, {"body": "二"}, headers=old).status_code == 204
    assert desk.browser.post(desk.url, {"body": "三"}, headers=old).status_code == 412
    assert desk.browser.post(desk.url, {"body": "二"}, headers=old).status_code == 204
    assert Draft.objects.get(pk=desk.draft_id).fields["body"] == "二"
    assert desk.published(body="三").versions.get().body == "三"  # whoever presses says so


def test_compose_comes_back_to_the_empty_draft(lin: Member, sit_down: SitDown) -> None:
    first = sit_down(lin)
    assert sit_down(lin).url == first.url
    first.save(title="begun")
    assert sit_down(lin).url != first.url


def test_both_languages_make_one_note(lin: Member, sit_down: SitDown) -> None:
    note = sit_down(lin).published(
        **WORDS, other_title="Cat tax", other_body="The cat is lying in the sun on the balcony."
    )
    assert {v.lang: v.provenance for v in note.versions.all()} == {
        "zh-Hans": "author",
        "en": "author",
    }


def test_chosen_language_wins_over_the_recognised(lin: Member, sit_down: SitDown) -> None:
    assert sit_down(lin).published(title="Déjà vu", lang="zh-Hant").lang == "zh-Hant"


def test_what_is_set_is_published(lin: Member, maya: Member, sit_down: SitDown) -> None:
    note = sit_down(lin).published(
        title="给 @maya 看 #猫税",
        body="你好 @maya",
        audience="everyone",
        reply_policy="followed",
        place=" 重庆 ",
        sensitive="on",
    )
    assert (note.place, note.sensitive, note.reply_policy) == ("重庆", True, "followed")
    assert [topic.names.first().name for topic in note.topics.all()] != []
    assert [mention.member for mention in note.mentions.all()] == [maya]
    assert Notification.objects.get(member=maya).actor == lin


def test_publishing_twice_makes_one_note(lin: Member, sit_down: SitDown) -> None:
    desk = sit_down(lin)
    first, second = desk.publish(**WORDS), desk.publish(**WORDS)
    assert first["Location"] == second["Location"]
    assert desk.browser.get(desk.url)["Location"] == first["Location"]
    assert Note.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Write a few words first"),
        ({"body": "\u200b \x00 \u202e \u3164"}, "Write a few words first"),
        ({"title": "长" * 101}, "The title is too long"),
        ({"title": "a", "body": "长" * 5001}, "The text is too long"),
        ({"title": "a", "other_title": "b" * 101}, "The title in the other language is too long"),
        ({"title": "a", "other_body": "b" * 5001}, "The text in the other language is too long"),
        (
            {
                "title": "猫在阳台上",
                "other_title": "狗在阳台上",
                "lang": "zh-Hans",
                "other_lang": "zh-Hans",
            },
            "Both versions are marked with the same language",
        ),
    ],
)
def test_a_refused_note_says_why_and_loses_nothing(
    fields: dict[str, str], words: str, lin: Member, sit_down: SitDown
) -> None:
    desk = sit_down(lin)
    response = desk.publish(**fields, place="Chengdu")
    page = response.content.decode()
    assert (response.status_code, words in words_of(page)) == (422, True)
    assert not Note.objects.exists()
    for kept in ("Chengdu", *(value for value in fields.values() if "\x00" not in value)):
        assert kept in desk.page()


@pytest.mark.usefixtures("standing_clock")
@pytest.mark.parametrize(("is_new", "limit"), [(True, POSTING_OF_NEW_ACCOUNTS), (False, POSTING)])
def test_who_publishes_too_much_keeps_the_draft(
    is_new: bool, limit: object, lin: Member, sit_down: SitDown
) -> None:
    if not is_new:
        Member.objects.filter(pk=lin.pk).update(joined_at=lin.joined_at - NEW_FOR)
    sit_down(lin).published(title="first")
    RateCount.objects.filter(subject__startswith="post").update(count=limit.count)  # type: ignore[attr-defined]
    desk = sit_down(lin)
    response = desk.publish(**WORDS)
    assert (response.status_code, int(response["Retry-After"]) > 0) == (429, True)
    assert "Your draft is kept" in words_of(response.content.decode())
    assert WORDS["body"] in desk.page()


def test_a_refused_note_costs_nothing_of_the_limit(lin: Member, sit_down: SitDown) -> None:
    sit_down(lin).publish()
    assert not RateCount.objects.filter(subject__startswith="post").exists()


def test_drafts_are_listed_and_can_be_given_up(lin: Member, sit_down: SitDown) -> None:
    desk = sit_down(lin)
    assert "No drafts" in desk.browser.get("/drafts").content.decode()
    desk.save(**WORDS)
    assert WORDS["title"] in desk.browser.get("/drafts").content.decode()
    response = desk.browser.post(desk.url, {"_method": "DELETE"})
    assert response["Location"] == "/drafts"
    assert "No drafts" in desk.browser.get("/drafts").content.decode()


def test_nobody_keeps_endless_drafts(lin: Member, sit_down: SitDown) -> None:
    Draft.objects.bulk_create(Draft(author=lin, fields={"title": "a"}) for _ in range(100))
    desk = sit_down(lin)
    assert desk.url == "/drafts"
    assert "You have 100 drafts" in desk.page()


@pytest.mark.parametrize("address", ["/compose", "/drafts", "/drafts/{id}", "/suggest?q=%23a"])
def test_a_stranger_is_asked_to_sign_in(
    address: str, lin: Member, sit_down: SitDown, stranger: Client
) -> None:
    url = address.format(id=sit_down(lin).draft_id)
    assert stranger.get(url)["Location"].startswith("/account/login/")


@pytest.mark.parametrize("method", ["get", "post", "delete"])
@pytest.mark.parametrize("address", ["/drafts/{id}", "/drafts/{id}/pictures"])
def test_a_draft_is_its_authors_alone(
    address: str, method: str, lin: Member, maya: Member, bo: Member, sit_down: SitDown,
    as_member: AsMember,
) -> None:  # fmt: skip
    desk = sit_down(lin)
    desk.save(**WORDS)
    url = address.format(id=desk.draft_id)
    for other in (maya, bo):
        response = getattr(as_member(other), method)(url)
        assert response.status_code in {404, 405}
        assert WORDS["title"] not in response.content.decode()
    assert WORDS["title"] in desk.page()


def test_a_suspended_member_writes_nothing(rui: Member, as_member: AsMember) -> None:
    browser = as_member(rui)
    draft = Draft.objects.create(author=rui, fields={"title": "advertisement"})
    for url in ("/compose", "/drafts", f"/drafts/{draft.pk}"):
        assert browser.get(url)["Location"] == "/suspended"
    assert browser.post(f"/drafts/{draft.pk}", {"do": "publish"})["Location"] == "/suspended"
    assert not Note.objects.exists()


HOSTILE = (
    '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    "\u202egnp.exe\u0000\u200b" + "e" + "\u0301" * 10_000
)


def test_hostile_words_are_kept_harmless(lin: Member, sit_down: SitDown, stranger: Client) -> None:
    desk = sit_down(lin)
    fields = {
        "title": HOSTILE[:90],
        "body": HOSTILE,
        "place": HOSTILE,
        "other_title": "汉" + HOSTILE,
    }
    desk.save(**fields)
    assert "<script>alert" not in desk.page()
    assert "<script>alert" not in desk.browser.get("/drafts").content.decode()
    note = desk.published(**{**fields, "other_title": "汉字"})
    page = stranger.get(note.get_absolute_url()).content.decode()
    for bad in ("<script>alert", "<img src=x", "\u202e", "\x00", "\u0301" * 9):
        assert bad not in page


def test_nonsense_in_the_form_does_no_harm(lin: Member, sit_down: SitDown) -> None:
    desk = sit_down(lin)
    nonsense = {
        "lang": "xx-<b>", "design": "gold", "audience": "world", "reply_policy": "\x00",
        "picture": ["-1", "9" * 40, "abc", "٣"], "alt-9999999999": "a", "alt-x": "b",
        "topic": ["x" * 900] * 90,
    }  # fmt: skip
    assert desk.save(**nonsense).status_code == 204
    draft = Draft.objects.get()
    assert len(json.dumps(draft.fields)) < 5000
    assert desk.browser.get(desk.url).status_code == 200
    for deed in ("remove-x", "earlier-", "later-99999999999999999999", "explode"):
        assert desk.browser.post(desk.url, {"do": deed}).status_code == 302


def test_an_untagged_topic_can_be_kept_or_dropped(lin: Member, sit_down: SitDown) -> None:
    note = sit_down(lin).published(title="猫税", topic=["阳台", "猫税"])
    assert Topic.objects.filter(notes=note).count() == 2


def test_the_list_of_drafts_costs_the_same_for_one_and_for_twenty(
    lin: Member, as_member: AsMember, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser = as_member(lin)
    browser.get("/drafts")  # from now on the member comes along with the session
    for count in (1, 19):
        Draft.objects.bulk_create(Draft(author=lin, fields={"title": "猫"}) for _ in range(count))
        # session, member and news, drafts, their pictures
        with django_assert_num_queries(3):
            browser.get("/drafts")
