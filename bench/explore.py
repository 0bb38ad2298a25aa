"""What a member's Explore page costs, beside Latest and the least that a Django page can do.

    python bench/explore.py [--rounds 9] [--seconds 1.5] [--json FILE] [--quick]

Two sites run side by side as they would for people (two web processes each), one over 10,000
notes and one over 100,000. In every round, in a new order, 1 client and then 4 clients ask each
site for *Explore*, for *Latest* (20 cards both, as a different signed-in member each time) and for
a bare view (one query, 20 titles in a small template, no middleware). Readers have been there
before: the processes know what they like.

A page's time is the processor time that the web processes and the database took in the spell, by
the pages that came in it: on a machine with nothing else to do, that is what decides how many come
in a second. The same ratios by the clock are given as `clock_...`; while others work on the same
machine, the clock is harder on long answers than on short ones. Ratios are taken within a round;
what is said is the median of the rounds, with their middle half.

`--quick` is a smoke run with few notes and short spells: it shows that the bench works, no more.
"""

import argparse
import json
import multiprocessing
import random
import time
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from explore_report import (
    Cell,
    LoadTime,
    flat,
    ratios,
    show_cells,
    show_loads,
    show_ratios,
)
from place import throwaway_place
from running_site.clients import Load, ask, rotated
from running_site.server import RunningSite, running_site

PAGES = {"bare view": ("/bare", 20), "Latest": ("/latest", 20), "Explore": ("/explore", 20)}
CLIENTS = (1, 4)
VISITS = 3  # of each reader before the clock runs, so that either process has met nearly all


@dataclass(frozen=True)
class Plan:
    """How much is measured."""

    sizes: tuple[int, int]
    readers: int
    rounds: int
    seconds: float


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
    figures = ratios(plan.sizes, found)
    show_cells(found)
    show_ratios(figures)
    show_loads(loads, megabytes)
    if options.json:
        told = flat(figures, found)
        options.json.write_text(json.dumps(told, indent=1) + "\n", "utf-8")


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

    from dukou.site.reading.allocation.live_index import LiveIndex

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
    from running_site.processor import DatabaseServer, Meter

    found: dict[Cell, list[Load]] = defaultdict(list)
    order = random.Random(1)
    database = DatabaseServer()
    meters = {notes: Meter(site, database) for notes, site in sites.items()}
    with multiprocessing.get_context("spawn").Pool(1) as elsewhere:
        for path, cards in PAGES.values():  # both processes load, compile, connect, know readers
            for site in sites.values():
                pages = VISITS * len(cookies) if path == "/explore" else 1
                spell = {"clients": 4, "seconds": plan.seconds, "cards": cards, "pages": pages}
                elsewhere.apply(ask, (site.port, path, cookies), spell)
        for number in range(plan.rounds):
            for clients in CLIENTS:
                cells = [(notes, page) for notes in sites for page in PAGES]
                order.shuffle(cells)
                for notes, page in cells:
                    path, cards = PAGES[page]
                    readers = rotated(cookies, number * 37)
                    spell = {"clients": clients, "seconds": plan.seconds, "cards": cards}
                    meters[notes].read()
                    load = elsewhere.apply(ask, (sites[notes].port, path, readers), spell)
                    load.processor_seconds = meters[notes].read()
                    found[notes, page, clients].append(load)
    return found


if __name__ == "__main__":
    main()
