"""Letters: what becomes of them where the mail server refuses."""

import logging
import smtplib
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.mail import EmailMessage
from django.utils import timezone

from dukou.site.members.tasks import send_mail

LETTER = {"subject": "渡口", "body": "a secret link", "to": ["lin@example.org"]}


def refuse(*_: object, **__: object) -> None:
    raise smtplib.SMTPRecipientsRefused({"lin@example.org": (550, b"no")})


def test_a_letter_that_fails_is_told_of_without_its_words(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(EmailMessage, "send", refuse)
    with caplog.at_level(logging.WARNING), pytest.raises(smtplib.SMTPException):
        send_mail.func(**LETTER)
    (line,) = [record.getMessage() for record in caplog.records]
    assert "SMTPRecipientsRefused" in line
    assert "lin@" not in line
    assert "secret" not in line


def test_a_letter_is_tried_again_for_a_day() -> None:
    waited, attempts = timedelta(0), 0
    while True:
        began = timezone.now()
        job = SimpleNamespace(attempts=attempts)
        decision = send_mail.retry_strategy.get_retry_decision(exception=OSError(), job=job)
        if decision is None:
            break
        waited += decision.retry_at - began
        attempts += 1
    assert timedelta(days=1) < waited < timedelta(days=2)
