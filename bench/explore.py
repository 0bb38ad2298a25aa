"""How long a member's Explore page takes, beside Latest and the least that a Django page can do.

    python bench/explore.py [--rounds 9] [--seconds 1.5] [--json FILE] [--quick]

Two sites run side by side as they would for people (two web processes each), one over 10,000
notes and one over 100,000. In every round, in a new order, 1 client and then 4 clients ask each
site for *Explore*, for *Latest* (20 cards both, as a different signed-in member each time) and for
a bare view (one query, 20 titles in a small template, no middleware). A page's time is the spell's
length by the pages that came in it. Ratios are taken within a round; what is said is the median of
the rounds, with the middle half of them. Headline ratios are those with 4 clients.

`--quick` is a smoke run with few notes and short spells: it shows that the bench works, no more.
"""

import argparse
import json
import multiprocessing
import random
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import numpy as np
from rich.console import Console
from rich.table import Table

from place import throwaway_place
from running_site.clients import Load, ask, rotated
from running_site.server import RunningSite, running_site

PAGES = {"bare view": ("/bare", 20), "Latest": ("/latest", 20), "Explore": ("/explore", 20)}
CLIENTS = (1, 4)
WIDTH = 100
PARTS = ("engine", "database", "template", "total", "queries")
Cell = tuple[int, str, int]  # notes, page, clients


@dataclass(frozen=True)
class Plan:
    """How much is measured."""

    sizes: tuple[int, int]
    readers: int
    rounds: int
    seconds: float


@dataclass(frozen=True)
class LoadTime:
    """What it takes a process to load its live notes."""

    seconds: float
    megabytes: float


def main() -> None:
    """Fill the places, ask, print the tables, write the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--seconds", type=float, default=1.5, help="length of a spell of asking")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--quick", action="store_true", help="a smoke run")
    options = parser.parse_args()
    plan = Plan((10_000, 100_000), 300, options.rounds, options.seconds)
    if options.quick:
        plan = Plan((200, 2000), 20, 1, 0.2)
    with throwaway_place():
        addresses, cookies, loads = filled(plan)
        with ExitStack() as running:
            sites = {
                notes: running.enter_context(running_site(address))
                for notes, address in addresses.items()
            }
            found = measured(plan, sites, cookies)
            megabytes = {notes: site.megabytes() for notes, site in sites.items()}
    figures = ratios(plan, found)
    show(plan, found, figures)
    show_loads(loads, megabytes)
    if options.json:
        flat = {name: round(float(np.median(values)), 3) for name, values in figures.items()}
        flat |= absolute(found)
        options.json.write_text(json.dumps(flat, indent=1) + "\n", "utf-8")


def filled(plan: Plan) -> tuple[dict[int, str], list[str], dict[int, LoadTime]]:
    """A database for each size; gives addresses, sessions of the readers, and loading times.

    The larger one is the smaller one grown, so that readers and their pasts are the same.
    """
    import os

    from django.db import connection

    import crowd

    small, large = plan.sizes
    readers = range(1, 1 + plan.readers)
    address = os.environ["DATABASE_URL"]
    crowd.write_people()
    crowd.write_notes(1, small)
    crowd.write_past(readers)
    cookies = crowd.sign_in(readers)
    crowd.tidy()
    loads = {small: load_time()}
    connection.close()
    connection.close_pool()
    copy = copied(address, "small")
    crowd.write_notes(small + 1, large)
    crowd.tidy()
    loads[large] = load_time()
    return {small: copy, large: address}, cookies, loads


def copied(address: str, name: str) -> str:
    """The database once more, under another name; gives its address."""
    import psycopg

    parts = urlsplit(address)
    original = parts.path.removeprefix("/")
    with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{original}"')
    return urlunsplit(parts._replace(path=f"/{name}"))


def load_time() -> LoadTime:
    """How long a process takes to load the live notes, and what they weigh in its memory."""
    import psutil

    from dukou.site.reading.allocation.live import LiveIndex

    before = psutil.Process().memory_info().rss
    start = time.perf_counter()
    index = LiveIndex()
    index.refresh()
    seconds = time.perf_counter() - start
    return LoadTime(seconds, (psutil.Process().memory_info().rss - before) / 1e6)


def measured(
    plan: Plan, sites: dict[int, RunningSite], cookies: list[str]
) -> dict[Cell, list[Load]]:
    """Every cell once a round; clients are threads of another process than this."""
    found: dict[Cell, list[Load]] = defaultdict(list)
    order = random.Random(1)
    with multiprocessing.get_context("spawn").Pool(1) as elsewhere:
        for path, cards in PAGES.values():  # both processes load, compile, connect
            for site in sites.values():
                spell = {"clients": 4, "seconds": plan.seconds, "cards": cards}
                elsewhere.apply(ask, (site.port, path, cookies), spell)
        for number in range(plan.rounds):
            for clients in CLIENTS:
                cells = [(notes, page) for notes in sites for page in PAGES]
                order.shuffle(cells)
                for notes, page in cells:
                    path, cards = PAGES[page]
                    readers = rotated(cookies, number * 37)
                    spell = {"clients": clients, "seconds": plan.seconds, "cards": cards}
                    load = elsewhere.apply(ask, (sites[notes].port, path, readers), spell)
                    found[notes, page, clients].append(load)
    return found


def ratios(plan: Plan, found: dict[Cell, list[Load]]) -> dict[str, list[float]]:
    """The ratios of every round by name."""
    small, large = plan.sizes

    def of(one: Callable[[int], Cell], other: Callable[[int], Cell], clients: int) -> list[float]:
        pairs = zip(found[one(clients)], found[other(clients)], strict=True)
        return [mine.seconds_a_page / theirs.seconds_a_page for mine, theirs in pairs]

    figures: dict[str, list[float]] = {}
    for clients, suffix in ((4, ""), (1, "_one_client")):
        named = {
            "ratio_to_plain_10k": ((small, "Explore"), (small, "Latest")),
            "ratio_to_plain_100k": ((large, "Explore"), (large, "Latest")),
            "growth_10k_to_100k": ((large, "Explore"), (small, "Explore")),
            "ratio_to_bare_view": ((large, "Explore"), (large, "bare view")),
            "plain_ratio_to_bare_view": ((large, "Latest"), (large, "bare view")),
        }
        for name, (one, other) in named.items():
            pairs = zip(found[*one, clients], found[*other, clients], strict=True)
            figures[name + suffix] = [a.seconds_a_page / b.seconds_a_page for a, b in pairs]
    return figures


def absolute(found: dict[Cell, list[Load]]) -> dict[str, float]:
    """Pages a second of every cell, for scale."""
    return {
        f"{page.lower().replace(' ', '_')}_{notes}_notes_{clients}_clients_a_second": round(
            float(np.median([1 / load.seconds_a_page for load in loads])), 1
        )
        for (notes, page, clients), loads in found.items()
    }


def show(plan: Plan, found: dict[Cell, list[Load]], figures: dict[str, list[float]]) -> None:
    """Two tables: every cell, and the ratios."""
    cells = Table(
        *("notes", "page", "clients", "pages/s", "p50 ms", "p95 ms"),
        *("server ms", "engine", "database", "template", "queries"),
        title="Medians; the parts are means inside the server, in ms",
    )
    for (notes, page, clients), loads in sorted(found.items()):
        answers = 1000 * np.concatenate([load.answers for load in loads])
        timings = [timing for load in loads for timing in load.timings]
        mean = {part: np.mean([timing[part] for timing in timings]) for part in PARTS}
        cells.add_row(
            *(f"{notes:,}", page, str(clients)),
            f"{np.median([1 / load.seconds_a_page for load in loads]):.0f}",
            f"{np.median(answers):.1f}",
            f"{np.quantile(answers, 0.95):.1f}",
            *(f"{mean[part]:.2f}" for part in ("total", "engine", "database", "template")),
            f"{mean['queries']:.1f}",
        )
    table = Table("ratio of time a page", "median", "middle half", title=f"{plan.rounds} rounds")
    for name, values in figures.items():
        low, middle, high = np.quantile(values, [0.25, 0.5, 0.75])
        table.add_row(name, f"{middle:.2f}", f"{low:.2f} to {high:.2f}")
    console = Console(width=WIDTH)
    console.print(cells)
    console.print(table)


def show_loads(loads: dict[int, LoadTime], megabytes: dict[int, float]) -> None:
    """What the live notes cost a process when it starts."""
    table = Table("notes", "live notes loaded in s", "their MB", "web process MB")
    for notes, load in loads.items():
        table.add_row(
            f"{notes:,}", f"{load.seconds:.2f}", f"{load.megabytes:.0f}", f"{megabytes[notes]:.0f}"
        )
    Console(width=WIDTH).print(table)


if __name__ == "__main__":
    main()
