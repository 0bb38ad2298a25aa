"""The same request, sent twice, makes one thing."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from dukou.site.members.models import IdempotencyKey, Member
from dukou.site.text import one_line

KEPT = timedelta(days=2)


def new_key() -> str:
    """An idempotency key for a form that makes something."""
    return secrets.token_urlsafe(12)


@transaction.atomic
def once(member: Member, action: str, key: str, make: Callable[[], int]) -> tuple[int, bool]:
    """Do a write once for an idempotency key: gives the id it made, and whether it was new.

    Without a key the write is simply done. A second request waits for the first to commit.
    """
    key = one_line(key, limit=64)
    if not key:
        return make(), True
    try:
        with transaction.atomic():
            row = IdempotencyKey.objects.create(member=member, action=action, key=key)
    except IntegrityError:
        row = IdempotencyKey.objects.get(member=member, action=action, key=key)
        return row.made or 0, False
    row.made = make()
    row.save(update_fields=["made"])
    return row.made, True


def forget_old_keys() -> int:
    """Delete the keys of requests that nobody will send again; gives how many."""
    deleted, _ = IdempotencyKey.objects.filter(at__lt=timezone.now() - KEPT).delete()
    return deleted
