"""Jobs about members: letters, and what falls due by the hour."""

from __future__ import annotations

from django.core.mail import EmailMessage
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from dukou.site.members import limits, services


@app.task(queue="mail", retry=RetryStrategy(max_attempts=8, exponential_wait=4))
def send_mail(subject: str, body: str, to: list[str]) -> None:
    """Send a letter; a server that is down is tried again for a day."""
    EmailMessage(subject=subject, body=body, to=to).send()


@app.periodic(cron="7 * * * *")
@app.task(queue="default", queueing_lock="members-hourly")
def every_hour(timestamp: int) -> None:
    """Home languages that count from now, suspensions that end, counts nobody needs any more."""
    services.apply_due_home_languages()
    services.lift_ended_suspensions()
    limits.forget_old_counts()
    services.forget_old_keys()
