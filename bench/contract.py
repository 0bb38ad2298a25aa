"""The demo's wave with and without the contract.

The same newcomers arrive along the same curve in the same community, and everybody has the same
taste (a reader model that shares no code with the ranker), reads and likes, but says nothing; once
the first contract is in force, once a contract without clauses.

    python bench/contract.py [--hours 24] [--json FILE]

Shares are from 0 to 1. The contract promises residents 55 % to 80 % of residents' notes, each
day and for each of them, so that is what is judged: `residents_share_with` and `_without` are the
exposure of residents' notes on residents' Explore pages on the day of the place when it was least,
`readers_outside_band` is the part of all days on which a resident read whose pages lie outside by
more than half a point. A
day may begin above the floor and end below it, and still keep it: `residents_share_late_*`, the
second half of the wave by itself, tells how far the contract holds against the wave at its height,
and is no measure of the promise.
`small_creators_share`: exposure of authors below the median follower count. `relevance_kept`: how
much the readers would like what they were shown, as part of what they would have been shown
without the contract. Both are of the second half.
"""

import argparse
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from place import throwaway_place

NO_CLAUSES = "version = 1\n"
BAND = (0.55, 0.80)
SLACK = 0.005


@dataclass(frozen=True)
class Figures:
    """One run of the wave."""

    residents_share_day: float
    residents_share_late: float
    days_outside_band: float
    small_creators_share: float
    relevance_kept: float
    pages: int


def main() -> None:
    """Run the wave twice and print both side by side."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hours", type=int, default=24)
    parser.add_argument("--json", metavar="FILE")
    arguments = parser.parse_args()
    with throwaway_place():
        kept = run(hours=arguments.hours, contract=True)
        free = run(hours=arguments.hours, contract=False)
    show(kept, free)
    figures = {
        "residents_share_with": kept.residents_share_day,
        "residents_share_without": free.residents_share_day,
        "residents_share_late_with": kept.residents_share_late,
        "residents_share_late_without": free.residents_share_late,
        "readers_outside_band": kept.days_outside_band,
        "readers_outside_band_without": free.days_outside_band,
        "small_creators_share": kept.small_creators_share,
        "small_creators_share_without": free.small_creators_share,
        "relevance_kept": kept.relevance_kept,
        "pages": kept.pages,
    }
    if arguments.json:
        Path(arguments.json).write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


def run(*, hours: int, contract: bool) -> Figures:
    """The wave in a fresh demo community, under the first contract or under none."""
    from dukou.demo import watching, wave
    from dukou.demo.load import load_demo
    from dukou.site.reading.allocation.contracts import FIRST_CONTRACT
    from dukou.site.reading.allocation.serving import forget_process_state
    from dukou.site.reading.models import ContractVersion

    load_demo(reset=True, report=lambda line: None)
    ContractVersion.objects.create(
        toml=FIRST_CONTRACT if contract else NO_CLAUSES, reason="For this run."
    )
    forget_process_state()
    watch = watching.Watch(floor=BAND[0] - SLACK, ceiling=BAND[1] + SLACK)
    outcome = wave.run_wave(
        hours=hours,
        speed=float("inf"),
        draw=False,
        talks=False,  # pages are what is measured, and comments change none of them
        report=lambda line: None,
        watch=watch,
    )
    found = watch.shares(hours)
    return Figures(**asdict(found), pages=outcome.pages)


def show(kept: Figures, free: Figures) -> None:
    """Both runs in one table."""
    table = Table("", "with contract", "without", "ratio", title="The demo's wave")
    rows = {
        "residents' share of their pages, lowest day": (
            kept.residents_share_day,
            free.residents_share_day,
        ),
        "residents' days outside their band": (kept.days_outside_band, free.days_outside_band),
        "residents' share, second half alone": (
            kept.residents_share_late,
            free.residents_share_late,
        ),
        "small creators' share": (kept.small_creators_share, free.small_creators_share),
        "relevance kept": (kept.relevance_kept, free.relevance_kept),
    }
    for name, (one, other) in rows.items():
        ratio = f"{one / other:.2f}" if other else "–"
        table.add_row(name, f"{one:.3f}", f"{other:.3f}", ratio)
    Console().print(table)


if __name__ == "__main__":
    main()
