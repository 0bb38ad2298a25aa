"""Jobs of the contract: prices and audit by the minute, the log by the hour."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from dukou.site.reading.allocation.debuts import raise_promises
from dukou.site.reading.allocation.pricing import merge_reports, publish_reachable
from dukou.site.reading.allocation.taste import learn_now
from dukou.site.reading.log_export.hours import export_finished, forget_detail
from dukou.site.reading.partitions import keep_log
from dukou.site.reading.search.asked import forget_old_searches


@app.periodic(cron="* * * * *")
@app.task(queue="default", queueing_lock="reading-minute")
def every_minute(timestamp: int) -> None:
    """Merge what all processes served into the prices, and write the audit."""
    merge_reports()


@app.periodic(cron="*/5 * * * *")
@app.task(queue="default", queueing_lock="reading-reachable")
def every_five_minutes(timestamp: int) -> None:
    """Find out which bounds can be attained, so that prices do not chase what is impossible."""
    publish_reachable()


@app.periodic(cron="1 * * * *")
@app.task(queue="default", queueing_lock="reading-promises")
def raise_first_promises(timestamp: int) -> None:
    """Promise more readers to the first notes of the hour before, where few had come."""
    raise_promises()


@app.periodic(cron="20 * * * *")
@app.task(queue="default", queueing_lock="reading-hourly")
def every_hour(timestamp: int) -> None:
    """Make the log's next partitions and forget its old rows and old searches."""
    keep_log(today=timezone.now().date())
    forget_old_searches()


@app.periodic(cron="25 * * * *")
@app.task(queue="default", queueing_lock="reading-export", lock="reading-export")
def export_log(timestamp: int) -> None:
    """Write the hours that are over as Parquet, where the operator wants that; forget old files.

    Files that are there are forgotten in time also where no more are written.
    """
    now = timezone.now()
    if settings.CONFIGURATION.export_events:
        export_finished(now=now)
    forget_detail(today=now.date())


@app.periodic(cron="40 * * * *")
@app.task(queue="learning", queueing_lock="reading-learning")
def learn_taste(timestamp: int) -> None:
    """Learn what similar members like, once an hour."""
    learn_now()


@app.periodic(cron="*/10 * * * *")
@app.task(queue="language", queueing_lock="reading-warming", priority=-10)
def translate_ahead(timestamp: int) -> None:
    """Translate what many will read; readers' own wishes go first."""
    from dukou.site.reading.warming import translate_what_many_read

    translate_what_many_read()
