"""Counts and times answers for the operator's metrics."""

import os
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

Answer = Callable[[HttpRequest], HttpResponse]

ANSWERS = Counter("dukou_answers_total", "Answers by page and status.", ["page", "status"])
SECONDS = Histogram("dukou_answer_seconds", "Seconds until the answer, by page.", ["page"])


def figures() -> bytes:
    """All figures as Prometheus reads them; of all web processes, where they share a folder."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest()
    together = CollectorRegistry()
    MultiProcessCollector(together)  # type: ignore[no-untyped-call]
    return generate_latest(together)


class Measure:
    """Names pages by their URL pattern, so that the series stay few."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        start = time.perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        page = (match.view_name or match.route) if match else "none"
        ANSWERS.labels(page, str(response.status_code)).inc()
        SECONDS.labels(page).observe(time.perf_counter() - start)
        return response
