"""Leaving for good."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.db import transaction

from dukou.site.members.models import Member
from dukou.site.members.registry import all_holdings


@transaction.atomic
def delete_member(member: Member) -> None:
    """Take the account away with everything it holds: rows, files, and the reader key.

    Without the key nobody can say any more whose reading the event log tells of.
    """
    files = [path for holding in all_holdings() for path in holding.files(member)]
    for holding in all_holdings():
        holding.forget(member)
    member.delete()
    transaction.on_commit(lambda: _remove(files))


def _remove(files: list[str]) -> None:
    for path in files:
        default_storage.delete(path)
