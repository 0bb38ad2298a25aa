"""The seal under a served slot: proof that we served it, which beacons bring back."""

from __future__ import annotations

import hmac

from django.conf import settings


def seal(page_id: int, slot: int) -> str:
    """Proof that we served this slot, which the beacon brings back when it was seen."""
    message = f"{page_id}:{slot}".encode()
    return hmac.digest(settings.SECRET_KEY.encode(), message, "sha256").hex()[:20]
