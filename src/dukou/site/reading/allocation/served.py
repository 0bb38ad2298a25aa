"""The log of what was served, and the reader's account after it: one statement for both."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

import numpy as np

from dukou.engine import Contract, Page, pack_page
from dukou.site.arrays import FloatArray
from dukou.site.disk import unless_disk_full
from dukou.site.members.models import Member
from dukou.site.reading.allocation.live import Live
from dukou.site.statements import rows_of

TOPIC_TERM = 11  # where `pack_page` puts the best topic's index, which only this process knows

PAGE = """
INSERT INTO reading_servedpage (reader_key, surface, session, dial, contract_id, note_ids, reasons,
  propensities, exposures, terms, clause_exposure, clause_base, plain_clause_exposure)
VALUES (%(key)s, 'explore', %(session)s, %(dial)s, %(contract)s, %(notes)s, %(reasons)s,
  %(propensities)s, %(exposures)s, %(terms)s, %(clause_exposure)s, %(clause_base)s,
  %(plain_clause_exposure)s)
RETURNING id
"""
PAGE_AND_ACCOUNT = f"""
WITH page AS ({PAGE}), account AS (
  INSERT INTO reading_readeraccount (member_id, state, at)
  VALUES (%(member)s, %(account)s, %(at)s)
  ON CONFLICT (member_id) DO UPDATE SET state = excluded.state, at = excluded.at)
SELECT id FROM page
"""  # noqa: S608 - both statements are written here


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
) -> int:
    """Write the page to the log, and the member's account where there is a member; gives its id.

    Without room on the disk the page is shown all the same, with no id: it counts for nothing.
    """
    values: dict[str, Any] = {
        "key": key,
        "session": session,
        "dial": member.dial if member else 0,
        "contract": version_id,
        "notes": list(page.note_ids),
        "reasons": [int(slot.terms.reason) for slot in page.slots],
        "propensities": FloatArray([slot.propensity for slot in page.slots]),
        "exposures": FloatArray([slot.exposure for slot in page.slots]),
        "terms": FloatArray(_terms(page, contract, live)),
        "clause_exposure": FloatArray(page.clause_exposure),
        "clause_base": FloatArray(page.clause_base),
        "plain_clause_exposure": FloatArray(page.plain.clause_exposure),
    }
    if member is not None:
        values |= {"member": member.pk, "account": page.account.to_json(), "at": at}
    page_id = 0
    with unless_disk_full():
        ((page_id,),) = rows_of(PAGE if member is None else PAGE_AND_ACCOUNT, values)
    return int(page_id)


def _terms(page: Page, contract: Contract, live: Live) -> np.ndarray:
    packed = pack_page([slot.terms for slot in page.slots], contract)
    topics = packed[:, TOPIC_TERM].tolist()
    packed[:, TOPIC_TERM] = [live.topic_pks[int(at)] if at >= 0 else at for at in topics]
    return packed.ravel()
