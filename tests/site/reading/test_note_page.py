"""A note's own page."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from dukou.site.members.models import Member
from tests.cast import Write

LONG_AGO = datetime(2024, 5, 1, 12, 0, tzinfo=ZoneInfo("UTC"))


@pytest.mark.parametrize(
    ("language", "just_now", "hours", "day"),
    [
        ("en", "just now", "3 hours ago", "May 1, 2024"),
        ("zh-Hans", "刚刚", "3 小时前", "2024年5月1日"),
    ],
)
def test_a_note_says_how_long_ago_it_was_written(
    lin: Member, write: Write, language: str, just_now: str, hours: str, day: str
) -> None:
    reader = Client(headers={"accept-language": language})

    def said(**more: object) -> str:
        note = write(lin, "火锅", **more)
        page = reader.get(note.get_absolute_url()).content.decode()
        return page.split("<time", 1)[1].split(">", 1)[1].split("<", 1)[0].replace("\xa0", " ")

    assert said() == just_now
    assert said(at=timezone.now() - timedelta(hours=3, minutes=5)) == hours
    assert said(at=LONG_AGO) == day
