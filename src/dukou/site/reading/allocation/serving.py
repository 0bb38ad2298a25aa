"""Serving a page of Explore: rank, log, account."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

import numpy as np
from django.db import connection
from django.utils import timezone

from dukou.engine import Page, pack_terms, rank
from dukou.site.bridge.reader import Viewer
from dukou.site.reading.allocation.live import LiveIndex
from dukou.site.reading.allocation.pricing import Till
from dukou.site.reading.allocation.profile import Profile, reader_for, translated_languages
from dukou.site.reading.models import ReaderAccount

PAGE = 20
TOPIC_TERM = 11  # where `pack_terms` puts the best topic's index, which only this process knows


@dataclass
class _Process:
    """What one web process keeps between requests."""

    index: LiveIndex
    till: Till


_lock = Lock()
_process: list[_Process] = []


def process_state() -> _Process:
    """This process's live notes and prices, made on the first request."""
    if not _process:
        with _lock:
            if not _process:
                index = LiveIndex()
                index.refresh()
                _process.append(_Process(index, Till()))
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


@dataclass(frozen=True)
class Served:
    """A page that was served: its log row, and what the engine made of it."""

    page_id: int
    session: uuid.UUID
    page: Page

    @property
    def note_ids(self) -> tuple[int, ...]:
        """The notes, top first."""
        return self.page.note_ids


def serve_page(
    viewer: Viewer, *, session: uuid.UUID, columns: int = 2, now: datetime | None = None
) -> Served:
    """Rank the viewer's next page of Explore, log it, and count it."""
    moment = now or timezone.now()
    state = process_state()
    state.index.refresh()
    with state.till.lock:
        state.till.look(moment)
        reader, profile = reader_for(
            viewer, state.index, session=session, translated=translated_languages()
        )
        version = state.till.version
        page = rank(
            reader,
            state.index.notes,
            version.contract,
            state.till.prices,
            now=moment,
            rng=np.random.default_rng(session.int ^ len(reader.session)),
            slots=PAGE,
            columns=columns,
        )
        state.till.step(page, moment)
    page_id = _log(page, viewer, profile, session, version.version_id, state.index)
    if viewer.member is not None:
        ReaderAccount.objects.update_or_create(
            member=viewer.member,
            defaults={"state": page.account.to_json(), "at": moment},
        )
    return Served(page_id, session, page)


def _log(
    page: Page,
    viewer: Viewer,
    profile: Profile,
    session: uuid.UUID,
    version_id: int,
    index: LiveIndex,
) -> int:
    contract = process_state().till.version.contract
    terms = [pack_terms(slot.terms, contract) for slot in page.slots]
    for packed in terms:
        if packed[TOPIC_TERM] >= 0:
            packed[TOPIC_TERM] = index.topic_pks[int(packed[TOPIC_TERM])]
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO reading_servedpage (reader_key, surface, session, dial, contract_id,"
            " note_ids, reasons, propensities, exposures, terms, clause_exposure, clause_base,"
            " plain_clause_exposure) VALUES (%s, 'explore', %s, %s, %s, %s, %s, %s, %s, %s, %s,"
            " %s, %s) RETURNING id",
            [
                profile.reader_key,
                session,
                viewer.member.dial if viewer.member else 0,
                version_id,
                list(page.note_ids),
                [int(slot.terms.reason) for slot in page.slots],
                [slot.propensity for slot in page.slots],
                [slot.exposure for slot in page.slots],
                np.concatenate(terms).astype(float).tolist() if terms else [],
                page.clause_exposure.tolist(),
                page.clause_base.tolist(),
                page.plain.clause_exposure.tolist(),
            ],
        )
        (page_id,) = cursor.fetchone()
    return int(page_id)
