"""The log leaves the database by the hour, without names, and its detail for 30 days."""

import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from arro3.io import read_parquet
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from dukou.ground.configuration import load
from dukou.site.members.models import Member, ReaderKey
from dukou.site.members.services import delete_member
from dukou.site.notes.models import Note
from dukou.site.reading import health, tasks
from dukou.site.reading.log_export import hours
from dukou.site.reading.log_export.hours import HOUR, export_finished, export_hour, path_of
from dukou.site.reading.log_export.sheets import (
    DONE,
    DONE_BY_HOUR,
    FEEDS,
    FEWEST_READERS,
    SEEN,
    SERVED,
    SHEETS,
    SHOWN_BY_HOUR,
    Sheet,
)
from dukou.site.reading.models import FeedPage, ServedPage
from dukou.site.reading.seal import seal
from tests.cast import AsMember, make_member

Row = dict[str, Any]


@pytest.fixture(autouse=True)
def home(settings: Settings, tmp_path: Path) -> Path:
    """A home with nothing exported yet."""
    settings.CONFIGURATION = replace(settings.CONFIGURATION, home=tmp_path, export_events=True)
    return tmp_path


@pytest.fixture
def hour(db: None) -> datetime:
    """The hour in which this test's database writes everything."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT date_trunc('hour', now())")
        (now,) = cursor.fetchone()
    begun: datetime = now.astimezone(UTC)
    return begun


def rows_of(sheet: Sheet, hour: datetime) -> list[Row]:
    """The rows of a file, as a researcher reads them."""
    table = read_parquet(path_of(sheet, hour)).read_all()
    columns = {name: table.column(name).to_pylist() for name in table.column_names}
    return [
        dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)
    ]


def tell_seen(browser: Client, page: ServedPage | FeedPage, *places: int) -> None:
    """The beacon of cards that were seen. It counts by the site's clock and all else by that of the
    database, which stands while a test runs: an hour that turns meanwhile must not part them."""
    browser.post("/seen", {"slot": [f"{page.pk}.{at}.{seal(page.pk, at)}" for at in places]})
    with connection.cursor() as cursor:
        cursor.execute("UPDATE reading_impression SET at = now()")


def read_along(browser: Client) -> ServedPage:
    """Somebody opens Explore, sees two cards and likes the second."""
    browser.get("/")
    page = ServedPage.objects.latest("pk")
    tell_seen(browser, page, 0, 1)
    browser.post(f"/notes/{page.note_ids[1]}/like", {"page": page.pk, "slot": 1})
    return page


def test_what_was_shown_seen_and_done_is_in_the_files(
    lin: Member, notes: list[Note], as_member: AsMember, hour: datetime
) -> None:
    page = read_along(as_member(lin))
    export_hour(hour)
    served = rows_of(SERVED, hour)
    assert [row["note"] for row in served] == page.note_ids
    assert [row["slot"] for row in served] == [*range(len(page.note_ids))]
    first = served[0]
    assert first["at"] == page.at.replace(microsecond=page.at.microsecond)
    assert (first["reader_language"], first["reader_arrival"]) == ("zh-Hans", "resident")
    assert first["origin"] == Note.objects.get(pk=first["note"]).origin
    assert first["exposure"] == pytest.approx(page.exposures[0])
    assert first["reason"] in {"ranked", "quota", "exploration"}
    assert [(row["page"], row["slot"]) for row in rows_of(SEEN, hour)] == [
        (page.pk, 0),
        (page.pk, 1),
    ]
    (done,) = rows_of(DONE, hour)
    assert (done["kind"], done["note"], done["slot"]) == ("like", page.note_ids[1], 1)


def test_feeds_have_a_sheet_of_their_own(
    lin: Member, notes: list[Note], as_member: AsMember, hour: datetime
) -> None:
    browser = as_member(lin)
    browser.get("/latest")
    page = FeedPage.objects.get()
    tell_seen(browser, page, 2)
    export_hour(hour)
    rows = rows_of(FEEDS, hour)
    assert [row["note"] for row in rows] == page.note_ids
    assert {(row["page"], row["feed"], row["reader"]) for row in rows} == {
        (page.pk, "latest", str(lin.reader_key.key))
    }
    assert rows[0]["origin"] == Note.objects.get(pk=rows[0]["note"]).origin
    assert [(row["page"], row["slot"]) for row in rows_of(SEEN, hour)] == [(page.pk, 2)]
    for sheet in (SERVED, SHOWN_BY_HOUR):  # what is said of the contract is said of Explore
        assert not path_of(sheet, hour).exists()


def test_the_files_name_readers_by_their_key_and_by_nothing_else(
    lin: Member, notes: list[Note], as_member: AsMember, hour: datetime, home: Path
) -> None:
    read_along(as_member(lin))
    export_hour(hour)
    key = str(ReaderKey.objects.get(member=lin).key)
    assert {row["reader"] for row in rows_of(SERVED, hour)} == {key}
    names = {column for sheet in SHEETS for column in sheet.columns}
    assert not names & {"member", "member_id", "name", "email", "region", "ip"}
    modes = {stat.S_IMODE(file.stat().st_mode) for file in home.rglob("*.parquet")}
    assert modes == {0o600}


def test_nobody_is_found_behind_the_key_of_a_member_who_left(
    lin: Member, notes: list[Note], as_member: AsMember, hour: datetime
) -> None:
    read_along(as_member(lin))
    export_hour(hour)
    delete_member(lin)
    keys = {row["reader"] for row in rows_of(SERVED, hour)}
    assert not ReaderKey.objects.filter(key__in=keys).exists()


def test_sums_do_not_name_a_cohort_of_few_readers(
    lin: Member, notes: list[Note], as_member: AsMember, hour: datetime
) -> None:
    many = [make_member(f"reader{at}", home_language="en") for at in range(FEWEST_READERS)]
    for member in (lin, *many):
        read_along(as_member(member))
    export_hour(hour)
    shown = rows_of(SHOWN_BY_HOUR, hour)
    assert {row["reader_language"] for row in shown} == {"en", "few"}
    total = sum(len(ids) for ids in ServedPage.objects.values_list("note_ids", flat=True))
    assert sum(row["slots"] for row in shown) == total
    likes = rows_of(DONE_BY_HOUR, hour)
    assert sum(row["count"] for row in likes) == FEWEST_READERS + 1
    assert {row["hour"] for row in likes} == {hour}


def test_detail_goes_after_thirty_days_and_sums_stay(
    lin: Member, notes: list[Note], as_member: AsMember, hour: datetime
) -> None:
    read_along(as_member(lin))
    export_hour(hour)
    hours.forget_detail(today=hour.date() + timedelta(days=30))
    assert path_of(SERVED, hour).exists()
    hours.forget_detail(today=hour.date() + timedelta(days=31))
    left = [sheet for sheet in SHEETS if path_of(sheet, hour).exists()]
    assert left == [SHOWN_BY_HOUR, DONE_BY_HOUR]


def test_each_hour_is_written_once_when_it_is_over(
    lin: Member, notes: list[Note], as_member: AsMember, hour: datetime
) -> None:
    read_along(as_member(lin))
    assert export_finished(now=hour + timedelta(minutes=59)) == 0
    assert export_finished(now=hour + timedelta(minutes=65)) == 0  # late requests may still write
    assert export_finished(now=hour + timedelta(minutes=75)) == 1
    assert export_finished(now=hour + timedelta(minutes=75)) == 0
    assert export_finished(now=hour + 4 * HOUR) == 2
    assert path_of(SERVED, hour).exists()
    assert not path_of(SERVED, hour + HOUR).exists()


def test_an_hour_that_fails_leaves_no_half_file_and_is_tried_again(
    lin: Member,
    notes: list[Note],
    as_member: AsMember,
    hour: datetime,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read_along(as_member(lin))
    with monkeypatch.context() as patch:
        patch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError("no room")))
        with pytest.raises(OSError, match="no room"):
            export_finished(now=hour + 2 * HOUR)
    assert [file for file in home.rglob("*") if file.is_file()] == []
    assert export_finished(now=hour + 2 * HOUR) == 1


def test_the_hourly_job_writes_only_where_the_operator_wants_it(
    lin: Member, notes: list[Note], as_member: AsMember, settings: Settings, home: Path
) -> None:
    read_along(as_member(lin))
    settings.CONFIGURATION = replace(settings.CONFIGURATION, export_events=False)
    tasks.export_log(0)
    assert not (home / "events").exists()


def test_doctor_says_what_is_missing(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    off = load({"DUKOU_HOME": "/nowhere"})
    on = replace(off, export_events=True)
    assert health.event_files(off).level == "ok"
    assert health.event_files(on).says == "nothing written yet"
    monkeypatch.setattr(health, "can_write", lambda: False)
    finding = health.event_files(on)
    assert finding.level == "fail"
    assert ".[export]" in finding.mend


def test_an_empty_place_exports_nothing(db: None) -> None:
    assert export_finished(now=timezone.now()) == 0
