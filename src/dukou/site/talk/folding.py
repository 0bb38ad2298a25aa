"""Likes and saves of one note, told together: whoever is much liked still finds the comments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dukou.site.talk.models import Notice, Notification

TOGETHER = {Notice.LIKE, Notice.SAVE}


@dataclass
class Fold:
    """The newest notification of its like, and how many more people did the same."""

    newest: Notification
    others: int
    unread: bool


def folded(rows: Iterable[Notification]) -> list[Fold]:
    """Notifications, newest first; each that is told together stands where its newest stood."""
    folds: dict[object, Fold] = {}
    for row in rows:
        key = (row.kind, row.note_id) if row.kind in TOGETHER else row.pk
        fold = folds.setdefault(key, Fold(row, others=-1, unread=False))
        fold.others += 1
        fold.unread |= row.read_at is None
    return list(folds.values())
