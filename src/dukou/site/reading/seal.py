"""The seal under a served slot: proof that we served it, which beacons bring back."""

from __future__ import annotations

import hmac
from collections.abc import Iterable

from django.conf import settings


def seal(page_id: int, slot: int) -> str:
    """Proof that we served this slot, which the beacon brings back when it was seen."""
    return sealed(page_id, (slot,))[0]


def sealed(page_id: int, slots: Iterable[int]) -> list[str]:
    """The same for several slots of a page."""
    key, page = settings.SECRET_KEY.encode(), f"{page_id}:"
    return [hmac.digest(key, f"{page}{slot}".encode(), "sha256").hex()[:20] for slot in slots]
