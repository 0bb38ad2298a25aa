"""Prices and reports as JSON: what is stored, published and handed between processes."""

import json
from typing import Any

import numpy as np

from dukou.engine.contract import Contract
from dukou.engine.errors import StateError
from dukou.engine.ledger import Ledger
from dukou.engine.pacing import Needed
from dukou.engine.prices import Prices, Report
from dukou.engine.tally import Tally, TallyReport

_FORM = 1


def dump_prices(prices: Prices) -> str:
    """The published state as a JSON object; the contract itself is kept elsewhere."""
    return json.dumps(
        {
            "form": _FORM,
            "contract": prices.contract.version,
            "ids": prices.contract.ids,
            "zone": prices.zone,
            "lower": prices.lower.tolist(),
            "upper": prices.upper.tolist(),
            "reachable": [prices.reachable.low.tolist(), prices.reachable.high.tolist()],
            "scale": prices.scale,
            "pages": prices.pages,
            "updated": prices.updated,
            "by_hour": prices.by_hour,
            "served": prices.accounts.served.to_dict(),
            "authors": prices.accounts.authors.published,
            "authors_since": prices.accounts.authors.since,
            "topics": prices.accounts.topics.published,
            "topics_since": prices.accounts.topics.since,
        }
    )


def load_prices(text: str, contract: Contract, *, zone: str | None = None) -> Prices:
    """The state that `dump_prices` wrote, moved under the contract by clause id.

    Args:
        zone: the place's time zone, where it may have been changed since.
    Raises: StateError: another form, or a part is missing or of another shape.
    """
    values = _object("prices", text)
    try:
        ids = tuple(values["ids"])
        prices = Prices.start(contract, zone=zone or values["zone"])
        accounts = prices.accounts
        size = len(ids)
        lower, upper = _column(values["lower"], size), _column(values["upper"], size)
        low, high = (_column(part, size) for part in values["reachable"])
        by_name = {name: at for at, name in enumerate(ids)}
        for at, clause in enumerate(contract.shares):
            was = by_name.get(clause.id)
            if was is not None:
                prices.lower[at], prices.upper[at] = lower[was], upper[was]
        if ids == contract.ids:
            prices.reachable = Needed(low, high)
        prices.scale, prices.pages = float(values["scale"]), int(values["pages"])
        prices.updated = int(values["updated"])
        if prices.zone == values["zone"]:
            moved = [by_name.get(name) for name in contract.ids]
            for hour, columns in values["by_hour"].items():
                before, over = (_column(part, size).tolist() for part in columns)
                prices.by_hour[int(hour)] = (
                    [0.0 if at is None else before[at] for at in moved],
                    [0.0 if at is None else over[at] for at in moved],
                )
        accounts.served = Ledger.from_dict(values["served"], size).renamed(ids, contract.ids)
        accounts.authors = Tally(_by_id(values["authors"]), since=int(values["authors_since"]))
        topics = _by_name(values.get("topics", {}))
        accounts.topics = Tally(topics, since=int(values.get("topics_since", 0)))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise StateError("prices", f"{type(error).__name__}: {error}") from error
    return prices


def dump_report(report: Report) -> str:
    """A process's report as a JSON object."""
    return json.dumps(
        {
            "form": _FORM,
            "ids": report.ids,
            "lower": report.lower.tolist(),
            "upper": report.upper.tolist(),
            "scale": report.scale,
            "pages": report.pages,
            "served": report.served.to_dict(),
            "authors": report.authors.counts,
            "authors_since": report.authors.since,
            "topics": report.topics.counts,
            "topics_since": report.topics.since,
        }
    )


def load_report(text: str) -> Report:
    """The report that `dump_report` wrote.

    Raises: StateError: another form, or a part is missing or of another shape.
    """
    values = _object("report", text)
    try:
        ids = tuple(values["ids"])
        return Report(
            ids=ids,
            lower=_column(values["lower"], len(ids)),
            upper=_column(values["upper"], len(ids)),
            scale=float(values["scale"]),
            pages=int(values["pages"]),
            served=Ledger.from_dict(values["served"], len(ids)),
            authors=TallyReport(_by_id(values["authors"]), int(values["authors_since"])),
            topics=TallyReport(
                _by_name(values.get("topics", {})), int(values.get("topics_since", 0))
            ),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise StateError("report", f"{type(error).__name__}: {error}") from error


def _object(what: str, text: str) -> dict[str, Any]:
    try:
        values = json.loads(text)
    except json.JSONDecodeError as error:
        raise StateError(what, f"not JSON: {error}") from error
    if not isinstance(values, dict) or values.get("form") != _FORM:
        raise StateError(what, f"not of form {_FORM}")
    return values


def _column(values: Any, size: int) -> Any:
    column = np.array(values, dtype=np.float64)
    if column.shape != (size,):
        raise ValueError(f"shape {column.shape}, expected ({size},)")
    return column


def _by_id(values: dict[str, float]) -> dict[int, float]:
    return {int(author): float(exposure) for author, exposure in values.items()}


def _by_name(values: dict[str, float]) -> dict[str, float]:
    return {name: float(exposure) for name, exposure in values.items()}
