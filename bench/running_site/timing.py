"""Where the time of an answer goes, told in its Server-Timing header, in milliseconds."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import local
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template.backends.django import Template

from dukou.site.reading.allocation import serving

PARTS = ("engine", "database", "template")


class Spent(local):
    """Seconds of the answer that this thread is at, by part; no part counts another's."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """A new answer."""
        self.seconds = dict.fromkeys(PARTS, 0.0)
        self.queries = 0

    @contextmanager
    def on(self, part: str) -> Iterator[None]:
        """Count the time inside for this part, less what other parts take inside."""
        before = sum(self.seconds.values())
        start = time.perf_counter()
        try:
            yield
        finally:
            inside = sum(self.seconds.values()) - before
            self.seconds[part] += time.perf_counter() - start - inside


class Clock:
    """Times the whole answer, its queries, the ranking and the rendering."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.spent = Spent()
        serving.rank = self._timed("engine", serving.rank)
        Template.render = self._timed("template", Template.render)  # type: ignore[method-assign]

    def __call__(self, request: HttpRequest) -> HttpResponse:
        self.spent.begin()
        start = time.perf_counter()
        with connection.execute_wrapper(self._query):
            response = self.get_response(request)
        total = time.perf_counter() - start
        parts = {**self.spent.seconds, "total": total}
        told = [f"{name};dur={1000 * seconds:.3f}" for name, seconds in parts.items()]
        response["Server-Timing"] = ", ".join([*told, f"queries;dur={self.spent.queries}"])
        return response

    def _query(self, execute: Callable[..., Any], *arguments: Any) -> Any:
        self.spent.queries += 1
        with self.spent.on("database"):
            return execute(*arguments)

    def _timed(self, part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any, **named: Any) -> Any:
            with self.spent.on(part):
                return function(*arguments, **named)

        return timed
