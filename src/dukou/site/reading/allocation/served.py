"""The log of what was served, the reader's account after it, and what the page's cards depend on,
with what is written on those that no card was made for yet: one statement for all."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from dukou.engine import Page
from dukou.site.arrays import FloatArray, IntArray
from dukou.site.disk import unless_disk_full
from dukou.site.members.models import Member
from dukou.site.reading.allocation.live import Live
from dukou.site.reading.card_rows import (
    MARK,
    CardRow,
    Mark,
    contents_statement,
    joined,
    marks_statement,
)
from dukou.site.statements import Rows, rows_of

TOPIC_TERM = 11  # where the best topic's index is packed

PAGE = """
INSERT INTO reading_servedpage (reader_key, surface, session, dial, contract_id, note_ids, reasons,
  propensities, exposures, terms, clause_exposure, clause_base, plain_clause_exposure)
VALUES (%(key)s, 'explore', %(session)s, %(dial)s, %(contract)s, %(ids)s, %(reasons)s,
  %(propensities)s, %(exposures)s, %(terms)s, %(clause_exposure)s, %(clause_base)s,
  %(plain_clause_exposure)s)
RETURNING id
"""
ACCOUNT = """
INSERT INTO reading_readeraccount (member_id, state, at)
VALUES (%(viewer)s, %(account)s, %(at)s)
ON CONFLICT (member_id) DO UPDATE SET state = excluded.state, at = excluded.at
"""


class Logged(NamedTuple):
    """A page in the log, and its cards as the member may see them.

    `marks` is None where nothing was said of the cards. `rows`: of those that were asked for.
    """

    page_id: int
    marks: dict[int, Mark] | None
    rows: dict[int, CardRow]


@cache
def _statement(*, of_member: bool, with_rows: bool) -> str:
    """With a page that has no card to show there is still its id."""
    account = f", account AS ({ACCOUNT})" if of_member else ""
    marks = marks_statement(of_member=of_member)
    content = f", content AS ({contents_statement()})" if with_rows else ""
    beside = ", content.*" if with_rows else ""
    join = "LEFT JOIN content ON content.pk = mark.pk" if with_rows else ""
    return f"""
WITH page AS ({PAGE}){account}, mark AS ({marks}){content}
SELECT page.id, mark.*{beside} FROM page LEFT JOIN mark ON true {join}
"""  # noqa: S608 - all of them are written by us


def log_page(
    page: Page,
    *,
    member: Member | None,
    key: uuid.UUID | None,
    session: uuid.UUID,
    version_id: int,
    live: Live,
    at: datetime,
    unwritten: Sequence[int] = (),
) -> Logged:
    """Write the page to the log, and the member's account where there is a member; gives its id,
    and the marks of its cards for those that the member may see.

    Without room on the disk the page is shown all the same, with no id: it counts for nothing, and
    nothing was said of its cards.

    `unwritten`: notes of the page whose rows are wanted with their marks.
    """
    values: dict[str, Any] = {
        "key": key,
        "session": session,
        "dial": member.dial if member else 0,
        "contract": version_id,
        "ids": IntArray(page.note_ids),
        "reasons": IntArray(page.columns.reasons),
        "propensities": FloatArray(page.columns.propensities),
        "exposures": FloatArray(page.columns.exposures),
        "terms": FloatArray(_terms(page, live)),
        "clause_exposure": FloatArray(page.clause_exposure),
        "clause_base": FloatArray(page.clause_base),
        "plain_clause_exposure": FloatArray(page.plain.clause_exposure),
    }
    if member is not None:
        values |= {"viewer": member.pk, "account": page.account.to_json(), "at": at}
    if unwritten:
        values["unwritten"] = IntArray(unwritten)
    with unless_disk_full():
        text = _statement(of_member=member is not None, with_rows=bool(unwritten))
        return _logged(rows_of(text, values), with_rows=bool(unwritten))
    return Logged(0, None, {})


def _logged(rows: Rows, *, with_rows: bool) -> Logged:
    """What the statement says: the page's id, then a mark, then what is written on its card."""
    found = Logged(int(rows[0][0]), {}, {})
    marks: dict[int, Mark] = {row[1]: row[1 : MARK + 1] for row in rows if row[1] is not None}
    contents = [(row[1], row[MARK + 1 :]) for row in rows if with_rows and row[1] is not None]
    cards = {pk: joined(marks[pk], content) for pk, content in contents}
    return found._replace(marks=marks, rows={pk: row for pk, row in cards.items() if row})


def _terms(page: Page, live: Live) -> np.ndarray:
    """The packed terms, in which topics go by their key: only this process knows its indices."""
    packed, topics = page.columns.packed(), page.columns.best_topics
    packed[:, TOPIC_TERM] = [live.topic_pks[at] if at >= 0 else at for at in topics]
    return packed.ravel()
