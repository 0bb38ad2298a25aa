"""What each app holds of a member: for taking along and for leaving.

An app registers its holdings when Django starts. Rows that hang on the member by a foreign key go
with them; `forget` is for what does not: counts on other people's rows, and files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dukou.site.members.models import Member

Rows = Iterable[Mapping[str, object]]


def _no_files(member: Member) -> Iterable[str]:
    return ()


def _nothing_to_forget(member: Member) -> None:
    return None


@dataclass(frozen=True)
class Holding:
    """One kind of thing that an app keeps of a member.

    `rows` become `<name>.json` of the export. `files` are paths below the media folder: they come
    along in the export and are deleted when the member leaves. `forget` runs before the member's
    row is deleted, in the same transaction.
    """

    name: str
    rows: Callable[[Member], Rows]
    files: Callable[[Member], Iterable[str]] = _no_files
    forget: Callable[[Member], None] = _nothing_to_forget


_holdings: dict[str, Holding] = {}


def register(*holdings: Holding) -> None:
    """Add to what is taken along and left; each name belongs to one holding."""
    for holding in holdings:
        if holding.name in _holdings:
            raise ValueError(f"two holdings are called {holding.name}")
        _holdings[holding.name] = holding


def all_holdings() -> list[Holding]:
    """Everything that the place holds of a member, in the order of registration."""
    return list(_holdings.values())
