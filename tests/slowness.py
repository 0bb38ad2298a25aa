"""A bad network: one answer in four is up to two and a half seconds late, whichever it is.

Answers overtake each other, and scripts come after the first press. To look for what happens only
then: `python -m pytest -p tests.slowness tests/browser`.
"""

import random
import time
from collections.abc import Callable

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse

LATE = 0.25
LONGEST_SECONDS = 2.5


class Late:
    """Lets some answers wait."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if random.random() < LATE:
            time.sleep(random.uniform(0, LONGEST_SECONDS))  # the bad network; no test waits by it
        return self.get_response(request)


@pytest.hookimpl(trylast=True)
def pytest_configure() -> None:
    """Put it before all that answers."""
    settings.MIDDLEWARE.insert(0, f"{__name__}.Late")
