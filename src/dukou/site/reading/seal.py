"""The seal under a served slot: proof that we served it, which beacons bring back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.conf import settings

#: No page has more slots.
MOST_SLOTS = 256
DIGITS = 20


def seal(page_id: int, slot: int) -> str:
    """Proof that we served this slot, which the beacon brings back when it was seen.

    Raises: ValueError: a slot that no page has.
    """
    return sealed(page_id, (slot,))[0]


def sealed(page_id: int, slots: Iterable[int]) -> list[str]:
    """The same for several slots of a page: pieces of one digest, which is keyed by what it begins
    with, as a sponge may be (KMAC, NIST SP 800-185).

    Raises: ValueError: a slot that no page has.
    """
    places = list(slots)
    if not all(0 <= slot < MOST_SLOTS for slot in places):
        raise ValueError(f"slots {places}, a page has at most {MOST_SLOTS}")
    key = settings.SECRET_KEY.encode()
    digest = hashlib.shake_256(b"%d:%b:seal:%d" % (len(key), key, page_id))
    pieces = digest.hexdigest((max(places, default=0) + 1) * DIGITS // 2)
    return [pieces[slot * DIGITS : (slot + 1) * DIGITS] for slot in places]
