"""Whoever does not know what to look for sees what many write about."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils import timezone

from dukou.site.members.models import Block, Member
from dukou.site.notes.models import Note
from dukou.site.reading.search import lively
from tests.cast import AsMember, Write

CAT = 'href="/topics/cats"'


def test_a_topic_of_two_authors_is_offered_by_the_name_that_a_reader_knows(
    lin: Member, maya: Member, write: Write, as_member: AsMember, stranger: Client
) -> None:
    write(lin, "猫税来了", body="#猫税")
    write(lin, "又来一只", body="#猫税")
    assert CAT not in stranger.get("/search").content.decode()
    write(maya, "Here is mine", body="#cattax")
    assert "#猫" in as_member(lin).get("/search").content.decode()
    page = stranger.get("/search").content.decode()
    assert CAT in page
    assert "What are you looking for?" not in page


def test_what_a_reader_may_not_read_is_not_counted(
    lin: Member, maya: Member, write: Write, as_member: AsMember, stranger: Client
) -> None:
    write(lin, "猫税来了", body="#猫税")
    other = write(maya, "Here is mine", body="#cattax")
    Block.objects.create(blocker=lin, blocked=maya)
    assert CAT not in as_member(lin).get("/search").content.decode()
    assert CAT in stranger.get("/search").content.decode()
    Note.objects.filter(pk=other.pk).update(audience="followers")
    assert CAT not in stranger.get("/search").content.decode()


def test_last_weeks_talk_is_over(
    lin: Member, maya: Member, write: Write, stranger: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(lin, "猫税来了", body="#猫税")
    write(maya, "Here is mine", body="#cattax")
    later = SimpleNamespace(now=lambda: timezone.now() + timedelta(days=8))
    monkeypatch.setattr(lively, "timezone", later)
    assert "What are you looking for?" in stranger.get("/search").content.decode()
