"""The demo's wave with and without the contract.

The same newcomers arrive along the same curve in the same community, and everybody has the same
taste (a reader model that shares no code with the ranker); once the first contract is in force,
once a contract without clauses.

    python bench/contract.py [--hours 24] [--json FILE]

Shares are from 0 to 1. `residents_share_*`: exposure of residents' notes on residents' Explore
pages in the second half of the wave. `readers_outside_band`: residents with at least five pages
in the whole wave whose own pages lie outside 55 % to 80 %. `small_creators_share`: exposure of
authors below the median follower count. `relevance_kept`: how much the readers would like what
they were shown, as part of what they would have been shown without the contract.
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
FEW_PAGES = 5


@dataclass(frozen=True)
class Figures:
    """One run of the wave."""

    residents_share: float
    readers_outside_band: float
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
        "residents_share_with": kept.residents_share,
        "residents_share_without": free.residents_share,
        "readers_outside_band": kept.readers_outside_band,
        "readers_outside_band_without": free.readers_outside_band,
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
    watch = watching.Watch(floor=BAND[0] - SLACK, ceiling=BAND[1] + SLACK, few_pages=FEW_PAGES)
    outcome = wave.run_wave(
        hours=hours, speed=float("inf"), draw=False, report=lambda line: None, watch=watch
    )
    found = watch.second_half(hours)
    return Figures(**asdict(found), pages=outcome.pages)


def show(kept: Figures, free: Figures) -> None:
    """Both runs in one table."""
    table = Table("", "with contract", "without", "ratio", title="The demo's wave")
    rows = {
        "residents' share of residents' pages": (kept.residents_share, free.residents_share),
        "residents outside their band": (kept.readers_outside_band, free.readers_outside_band),
        "small creators' share": (kept.small_creators_share, free.small_creators_share),
        "relevance kept": (kept.relevance_kept, free.relevance_kept),
    }
    for name, (one, other) in rows.items():
        ratio = f"{one / other:.2f}" if other else "–"
        table.add_row(name, f"{one:.3f}", f"{other:.3f}", ratio)
    Console().print(table)


if __name__ == "__main__":
    main()
