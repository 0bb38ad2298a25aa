"""The log of what was served, the reader's account after it, and what the page's cards depend on:
one statement for all."""

from __future__ import annotations

import uuid
from datetime import datetime
from functools import cache
from typing import Any

import numpy as np

from dukou.engine import Contract, Page, pack_page
from dukou.site.arrays import FloatArray
from dukou.site.disk import unless_disk_full
from dukou.site.members.models import Member
from dukou.site.reading.allocation.live import Live
from dukou.site.reading.card_rows import Mark, marks_statement
from dukou.site.statements import rows_of

TOPIC_TERM = 11  # where `pack_page` puts the best topic's index, which only this process knows

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


@cache
def _statement(*, of_member: bool) -> str:
    """With a page that has no card to show there is still its id."""
    account = f", account AS ({ACCOUNT})" if of_member else ""
    marks = marks_statement(of_member=of_member)
    return f"""
WITH page AS ({PAGE}){account}, mark AS ({marks})
SELECT page.id, mark.* FROM page LEFT JOIN mark ON true
"""  # noqa: S608 - all of them are written by us


def log_page(
    page: Page,
    *,
    member: Member | None,
    key: uuid.UUID | None,
    session: uuid.UUID,
    contract: Contract,
    version_id: int,
    live: Live,
    at: datetime,
) -> tuple[int, dict[int, Mark] | None]:
    """Write the page to the log, and the member's account where there is a member; gives its id,
    and the marks of its cards for those that the member may see.

    Without room on the disk the page is shown all the same, with no id: it counts for nothing, and
    nothing was said of its cards.
    """
    values: dict[str, Any] = {
        "key": key,
        "session": session,
        "dial": member.dial if member else 0,
        "contract": version_id,
        "ids": list(page.note_ids),
        "reasons": [int(slot.terms.reason) for slot in page.slots],
        "propensities": FloatArray([slot.propensity for slot in page.slots]),
        "exposures": FloatArray([slot.exposure for slot in page.slots]),
        "terms": FloatArray(_terms(page, contract, live)),
        "clause_exposure": FloatArray(page.clause_exposure),
        "clause_base": FloatArray(page.clause_base),
        "plain_clause_exposure": FloatArray(page.plain.clause_exposure),
    }
    if member is not None:
        values |= {"viewer": member.pk, "account": page.account.to_json(), "at": at}
    with unless_disk_full():
        rows = rows_of(_statement(of_member=member is not None), values)
        return int(rows[0][0]), {row[1]: row[1:] for row in rows if row[1] is not None}
    return 0, None


def _terms(page: Page, contract: Contract, live: Live) -> np.ndarray:
    packed = pack_page([slot.terms for slot in page.slots], contract)
    topics = packed[:, TOPIC_TERM].tolist()
    packed[:, TOPIC_TERM] = [live.topic_pks[int(at)] if at >= 0 else at for at in topics]
    return packed.ravel()
