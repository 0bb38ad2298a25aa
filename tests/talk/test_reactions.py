"""Likes, saves and wishes: rows that can be undone, with counts that are right."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from dukou.site.members.models import Member
from dukou.site.notes.models import Event, Note
from dukou.site.talk import services
from dukou.site.talk.models import Like, Notification
from tests.cast import AsMember, Write, make_member, words_of

HTMX = {"HX-Request": "true"}


def test_a_like_is_counted_once_and_taken_back(
    lin: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅")
    ama_browser = as_member(ama)
    for _ in range(2):
        assert ama_browser.post(f"/notes/{note.pk}/like").status_code == 302
    note.refresh_from_db()
    assert note.likes_count == 1
    ama_browser.post(f"/notes/{note.pk}/like", {"_method": "DELETE"})
    note.refresh_from_db()
    assert note.likes_count == 0
    assert not Like.objects.exists()


def test_the_button_comes_back_as_it_is_now(
    lin: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅")
    answer = as_member(ama).post(f"/notes/{note.pk}/like", headers=HTMX)
    assert 'aria-pressed="true"' in answer.content.decode()
    answer = as_member(ama).delete(f"/notes/{note.pk}/like", headers=HTMX)
    assert 'aria-pressed="false"' in answer.content.decode()


def test_a_like_remembers_the_slot_it_came_from(
    lin: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅")
    as_member(ama).post(f"/notes/{note.pk}/like", {"page": "77", "slot": "3"})
    event = Event.objects.get(note_id=note.pk, kind="like")
    assert (event.page_id, event.slot) == (77, 3)


def test_the_author_is_told_once_and_no_more_when_it_is_taken_back(
    lin: Member, ama: Member, write: Write
) -> None:
    note = write(lin, "火锅")
    services.like_note(note, by=ama)
    assert Notification.objects.filter(member=lin, kind="like").count() == 1
    services.unlike_note(note, by=ama)
    assert not Notification.objects.filter(member=lin, kind="like").exists()


@pytest.mark.django_db(transaction=True)
def test_counts_are_right_when_many_like_at_once(write: Write) -> None:
    author = make_member("lin")
    fans = [make_member(f"fan{number}") for number in range(8)]
    note = write(author, "火锅")

    def like(fan: Member) -> None:
        services.like_note(note, by=fan)
        connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(like, fans))
    note.refresh_from_db()
    assert note.likes_count == 8


def test_a_note_is_saved_into_a_new_collection_and_moved(
    lin: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅")
    browser = as_member(ama)
    browser.post(f"/notes/{note.pk}/save", {"new": "想吃的"})
    shelf = ama.collections.get()
    assert shelf.saves.get().note_id == note.pk
    other = services.make_collection(by=ama, name="周末")
    browser.post(f"/notes/{note.pk}/save", {"collection": str(other.pk)})
    assert ama.saves.get().collection_id == other.pk
    note.refresh_from_db()
    assert note.saves_count == 1


def test_nobody_saves_into_the_collection_of_another(
    lin: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    shelf = services.make_collection(by=lin, name="私房")
    note = write(lin, "火锅")
    as_member(ama).post(f"/notes/{note.pk}/save", {"collection": str(shelf.pk)})
    assert ama.saves.get().collection_id is None


def test_a_private_collection_is_not_there_for_others(
    lin: Member, ama: Member, as_member: AsMember
) -> None:
    shelf = services.make_collection(by=lin, name="私房")
    address = f"/collections/{shelf.pk}"
    assert as_member(lin).get(address).status_code == 200
    assert as_member(ama).get(address).status_code == 404
    services.rename_collection(shelf, name="公开的", is_public=True)
    assert as_member(ama).get(address).status_code == 200
    assert as_member(ama).post(address, {"name": "mine"}).status_code == 404


def test_deleting_a_collection_keeps_what_was_saved(
    lin: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅")
    browser = as_member(lin)
    browser.post(f"/notes/{note.pk}/save", {"new": "想吃的"})
    shelf = lin.collections.get()
    browser.post(f"/collections/{shelf.pk}", {"_method": "DELETE"})
    assert not lin.collections.exists()
    assert "火锅" in words_of(browser.get("/saved").content.decode())


def test_not_for_me_can_be_taken_back(
    lin: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅")
    browser = as_member(ama)
    answer = browser.post(f"/notes/{note.pk}/not-for-me", headers=HTMX)
    assert "You will see less like this." in answer.content.decode()
    assert ama.not_for_me.count() == 1
    browser.delete(f"/notes/{note.pk}/not-for-me", headers=HTMX)
    assert ama.not_for_me.count() == 0


@pytest.mark.parametrize("thing", ["like", "save", "not-for-me", "comments"])
def test_who_may_not_see_a_note_can_do_nothing_to_it(
    thing: str, lin: Member, cai: Member, rui: Member, write: Write, as_member: AsMember, stranger
) -> None:
    note = write(lin, "火锅")
    address = f"/notes/{note.pk}/{thing}"
    assert as_member(cai).post(address, {"body": "hello"}).status_code == 404
    assert as_member(rui).post(address, {"body": "hello"}).headers["Location"] == "/suspended"
    assert "/account/login" in stranger.post(address, {"body": "hello"}).headers["Location"]
    assert Note.objects.filter(pk=note.pk, likes_count=0, saves_count=0, comments_count=0).exists()
