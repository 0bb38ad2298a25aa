"""Jobs about members: letters, and what falls due by the hour."""

from __future__ import annotations

import logging

from django.core.mail import EmailMessage
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from dukou.site.members import limits, services

logger = logging.getLogger(__name__)


@app.task(queue="mail", retry=RetryStrategy(max_attempts=8, exponential_wait=4))
def send_mail(subject: str, body: str, to: list[str]) -> None:
    """Send a letter; a server that is down is tried again for a day (4 s, 16 s, … 18 hours)."""
    try:
        EmailMessage(subject=subject, body=body, to=to).send()
    except OSError as error:  # smtplib's are among them; what they say may name the address
        kind = type(error).__name__
        logger.warning("a letter could not be sent (%s); `dukou doctor` says why", kind)
        raise


@app.periodic(cron="7 * * * *")
@app.task(queue="default", queueing_lock="members-hourly")
def every_hour(timestamp: int) -> None:
    """Home languages that count from now, suspensions that end, counts nobody needs any more."""
    services.apply_due_home_languages()
    services.lift_ended_suspensions()
    limits.forget_old_counts()
    services.forget_old_keys()
