"""What the tests of arriving share."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django import Settings

from dukou.site.members.models import Member
from dukou.site.members.tasks import send_mail
from tests.cast import make_member

SignUp = Callable[[str], None]
Letters = Callable[[], list[EmailMessage]]


@pytest.fixture
def sign_up_is(settings: Settings) -> SignUp:
    """Who may join: `sign_up_is("closed")`."""

    def change(value: str) -> None:
        settings.CONFIGURATION = replace(settings.CONFIGURATION, sign_up=value)

    return change


@pytest.fixture
def letters(db: None) -> Letters:
    """Sends what waits in the mail lane, as its worker would, and gives all letters sent."""

    def send() -> list[EmailMessage]:
        for job in ProcrastinateJob.objects.filter(queue_name="mail", status="todo"):
            send_mail(**job.args)
        return mail.outbox

    return send


@pytest.fixture
def noa(db: None) -> Member:
    """Someone who has just signed up on the English pages and sees the welcome."""
    member = make_member("noa", home_language="en", reads=["en"])
    member.welcomed_at = None
    member.save(update_fields=["welcomed_at"])
    return member
