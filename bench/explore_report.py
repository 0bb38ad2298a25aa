"""The figures of `explore.py`: ratios, tables, one flat object."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from rich.console import Console
from rich.table import Table

from running_site.clients import Load

Cell = tuple[int, str, int]  # notes, page, clients
Found = dict[Cell, list[Load]]
Cost = Callable[[Load], float]

PARTS = ("total", "engine", "database", "template", "queries")
WIDTH = 110


@dataclass(frozen=True)
class LoadTime:
    """What it takes a process to load its live notes."""

    seconds: float
    megabytes: float


def ratios(sizes: tuple[int, int], found: Found) -> dict[str, list[float]]:
    """The ratios of every round by name: with 4 clients and 1, by processor time and the clock."""
    small, large = sizes
    named = {
        "ratio_to_plain_10k": ((small, "Explore"), (small, "Latest")),
        "ratio_to_plain_100k": ((large, "Explore"), (large, "Latest")),
        "growth_10k_to_100k": ((large, "Explore"), (small, "Explore")),
        "ratio_to_bare_view": ((large, "Explore"), (large, "bare view")),
        "plain_ratio_to_bare_view": ((large, "Latest"), (large, "bare view")),
    }
    costs: dict[str, Cost] = {
        "": lambda load: load.processor_a_page,
        "clock_": lambda load: load.seconds_a_page,
    }
    return {
        f"{prefix}{name}{suffix}": [
            cost(mine) / cost(other)
            for mine, other in zip(found[*one, clients], found[*beside, clients], strict=True)
        ]
        for prefix, cost in costs.items()
        for clients, suffix in ((4, ""), (1, "_one_client"))
        for name, (one, beside) in named.items()
    }


def flat(figures: dict[str, list[float]], found: Found) -> dict[str, float]:
    """Medians of the ratios, and for scale what every cell cost and gave."""
    told = {name: round(float(np.median(values)), 3) for name, values in figures.items()}
    for (notes, page, clients), loads in sorted(found.items()):
        cell = f"{page.lower().replace(' ', '_')}_{notes}_notes_{clients}_clients"
        a_second = np.median([1 / load.seconds_a_page for load in loads])
        processor = np.median([1000 * load.processor_a_page for load in loads])
        told[f"{cell}_a_second"] = round(float(a_second), 1)
        told[f"{cell}_processor_ms"] = round(float(processor), 2)
    return told


def show_cells(found: Found) -> None:
    """What every cell cost and gave."""
    table = Table(
        *("notes", "page", "clients", "pages/s", "processor", "p50", "p95"),
        *("inside", "engine", "database", "template", "queries"),
        title="Milliseconds: medians; from `inside` on, means inside the server by the clock",
    )
    for (notes, page, clients), loads in sorted(found.items()):
        answers = 1000 * np.concatenate([load.answers for load in loads])
        timings = [timing for load in loads for timing in load.timings]
        table.add_row(
            *(f"{notes:,}", page, str(clients)),
            f"{np.median([1 / load.seconds_a_page for load in loads]):.0f}",
            f"{np.median([1000 * load.processor_a_page for load in loads]):.2f}",
            *(f"{np.quantile(answers, part):.1f}" for part in (0.5, 0.95)),
            *(f"{np.mean([timing[part] for timing in timings]):.1f}" for part in PARTS),
        )
    Console(width=WIDTH).print(table)


def show_ratios(figures: dict[str, list[float]]) -> None:
    """Every ratio with its spread over the rounds."""
    table = Table("ratio of a page's time", "median of rounds", "middle half")
    for name, values in figures.items():
        low, middle, high = np.quantile(values, [0.25, 0.5, 0.75])
        table.add_row(name, f"{middle:.2f}", f"{low:.2f} to {high:.2f}")
    Console(width=WIDTH).print(table)


def show_loads(loads: dict[int, LoadTime], megabytes: dict[int, float]) -> None:
    """What the live notes cost a process when it starts."""
    table = Table("notes", "live notes loaded in s", "their MB", "web process MB")
    for notes, load in loads.items():
        table.add_row(
            f"{notes:,}", f"{load.seconds:.2f}", f"{load.megabytes:.0f}", f"{megabytes[notes]:.0f}"
        )
    Console(width=WIDTH).print(table)
