"""Browsers, more or less: each keeps its connection and asks for one page after another."""

import http.client
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import cycle, islice

CARD = b'class="note-card"'


@dataclass
class Load:
    """What some clients found in one spell of asking."""

    seconds: float
    answers: list[float] = field(default_factory=list)
    timings: list[dict[str, float]] = field(default_factory=list)
    processor_seconds: float = 0.0

    @property
    def seconds_a_page(self) -> float:
        """Seconds of the spell for each page that came in it, from all clients together."""
        return self.seconds / len(self.answers)

    @property
    def processor_a_page(self) -> float:
        """Seconds of processor time that site and database took for each page."""
        return self.processor_seconds / len(self.answers)


def ask(
    port: int,
    path: str,
    cookies: Sequence[str],
    *,
    clients: int,
    seconds: float,
    cards: int,
    pages: int = 1,
) -> Load:
    """Have clients ask for a page for some seconds, and for so many pages at the least, each time
    as another member."""
    start = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        found = list(
            pool.map(
                lambda number: _one_client(
                    port, path, cookies[number::clients], start + seconds, pages // clients, cards
                ),
                range(clients),
            )
        )
    load = Load(time.perf_counter() - start)
    for one in found:
        load.answers += one.answers
        load.timings += one.timings
    return load


def _one_client(
    port: int, path: str, cookies: Sequence[str], until: float, pages: int, cards: int
) -> Load:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    load = Load(0.0)
    for cookie in cycle(cookies):
        start = time.perf_counter()
        connection.request("GET", path, headers={"Cookie": cookie, "Accept-Language": "zh-CN"})
        answer = connection.getresponse()
        body = answer.read()
        load.answers.append(time.perf_counter() - start)
        if answer.status != 200 or body.count(CARD) != cards:
            raise RuntimeError(f"{path}: {answer.status}, {body.count(CARD)} cards")
        load.timings.append(_timing(answer.headers["Server-Timing"]))
        if time.perf_counter() > until and len(load.answers) >= pages:
            break
    connection.close()
    return load


def _timing(header: str) -> dict[str, float]:
    pairs = (part.split(";dur=") for part in header.split(", "))
    return {name: float(value) for name, value in pairs}


def rotated(cookies: Sequence[str], by: int) -> list[str]:
    """The same members, from another one on: each spell of asking begins with others."""
    return list(islice(cycle(cookies), by % len(cookies), by % len(cookies) + len(cookies)))
