"""Serving a page of Explore: rank, log, account."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from django.utils import timezone

from dukou.engine import Contract, Page, rank
from dukou.site.bridge.reader import Viewer
from dukou.site.reading.allocation.live_index import LiveIndex
from dukou.site.reading.allocation.lots import Lots
from dukou.site.reading.allocation.pricing import Till
from dukou.site.reading.allocation.profile import reader_for, translated_languages
from dukou.site.reading.allocation.served import log_page
from dukou.site.reading.allocation.snapshots import COLUMNS, PAGE
from dukou.site.reading.card_rows import CardRow, Mark


@dataclass
class _Process:
    """What one web process keeps between requests."""

    index: LiveIndex
    till: Till
    lots: Lots


_lock = Lock()
_process: list[_Process] = []


def process_state() -> _Process:
    """This process's live notes and prices, made on the first request."""
    if not _process:
        with _lock:
            if not _process:
                index = LiveIndex()
                index.refresh()
                _process.append(_Process(index, Till(), Lots()))
    return _process[0]


def forget_process_state() -> None:
    """Start anew, as a fresh process would: for tests, whose databases come and go."""
    _process.clear()


def hand_over_now() -> None:
    """Report what this process has served, if anything, without waiting for its time."""
    for state in _process:
        with state.till.lock:
            if state.till.prices.accounts.fresh.hours:
                state.till.hand_over()


def look_again() -> None:
    """Take up a new contract with the next page; other processes do within two seconds."""
    for state in _process:
        state.till.look_again()


def contract_in_force() -> Contract:
    """The contract as this process ranks by it; a new version counts within two seconds."""
    till = process_state().till
    with till.lock:
        till.look(timezone.now())
        return till.version.contract


@dataclass(frozen=True)
class Served:
    """A page that was served: its log row, and what the engine made of it."""

    page_id: int
    session: uuid.UUID
    page: Page
    marks: dict[int, Mark] | None
    """Of the cards that the viewer may see; None where nothing was said of them."""
    rows: dict[int, CardRow]
    """Of those of these cards that were asked for."""

    @property
    def note_ids(self) -> tuple[int, ...]:
        """The notes, top first."""
        return self.page.note_ids


def _none_of(_note_ids: Sequence[int]) -> Sequence[int]:
    return ()


def serve_page(
    viewer: Viewer,
    *,
    session: uuid.UUID,
    columns: int = COLUMNS,
    now: datetime | None = None,
    unwritten: Callable[[Sequence[int]], Sequence[int]] = _none_of,
) -> Served:
    """Rank the viewer's next page of Explore, log it, and count it.

    `unwritten`: says of a page's notes whose cards are yet to be written, which then come along.
    """
    moment = now or timezone.now()
    state = process_state()
    live = state.index.refresh()
    reader, key = reader_for(viewer, live, session=session, translated=translated_languages())
    with state.till.lock:
        state.till.look(moment)
        version = state.till.version
        page = rank(
            reader,
            live.notes,
            version.contract,
            state.till.prices,
            now=moment,
            rng=state.lots.of_page(session, shown=len(reader.session)),
            slots=PAGE,
            columns=columns,
            debuts=state.till.debuts,
            chances=live.shelf.chances if columns == COLUMNS else None,
        )
        state.till.step(page, moment)
    logged = log_page(
        page,
        member=viewer.member,
        key=key,
        session=session,
        version_id=version.version_id,
        live=live,
        at=moment,
        unwritten=unwritten(page.note_ids),
    )
    return Served(logged.page_id, session, page, logged.marks, logged.rows)
