"""Sessions that come with their member: one query for what every page asks first.

The session's row says whose it is only once it is read and its signature is checked. So this
process remembers whose each session was the last time, and asks for the row and that member
together. What it remembers is never believed: a member who turns out not to be the session's is
put aside, and Django fetches the right one.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends import db
from django.db import DEFAULT_DB_ALIAS
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from dukou.site.members.models import Member
from dukou.site.statements import rows_of

MOST_REMEMBERED = 50_000
_whose: dict[str, int] = {}
_brought: dict[str, Callable[[], str]] = {}


def bring_along(name: str, figure: Callable[[], str]) -> None:
    """Have a figure of the member come with every session as `member.came_along[name]`.

    `figure` gives its SQL, with `%(viewer)s` for the member's id. Called when Django starts.
    """
    _brought[name] = figure


class SessionStore(db.SessionStore):
    """Django's sessions in the database; `member` is whose they are, where it came along."""

    _found: Member | None = None

    def load(self) -> dict[str, Any]:
        """What is kept in the session; nothing where there is none of this key."""
        key = str(self.session_key)
        asked = {"member": _whose.get(key, 0), "key": key, "now": timezone.now()}
        rows = rows_of(_statement(), asked)
        if not rows:
            self._session_key = None
            return {}
        ((text, languages, *values),) = rows
        columns = _columns()
        if values[0] is not None:
            self._found = Member.from_db(DEFAULT_DB_ALIAS, columns, values[: len(columns)])
            self._found.languages_read = tuple(languages)
            self._found.came_along = dict(zip(_brought, values[len(columns) :], strict=True))
        kept: dict[str, Any] = json.loads(_checked(text))
        _remember(key, kept.get(SESSION_KEY))
        return kept

    def member(self) -> Member | None:
        """The member who is signed in, by Django's rules; None where those have to be asked."""
        whose, found = self.get(SESSION_KEY), self._found
        if found is None or str(found.pk) != whose or not found.is_active:
            return None
        if self.get(BACKEND_SESSION_KEY) not in settings.AUTHENTICATION_BACKENDS:
            return None
        hashed = self.get(HASH_SESSION_KEY, "")
        same = constant_time_compare(hashed, found.get_session_auth_hash())
        return found if same else None


def _remember(key: str, whose: object) -> None:
    if len(_whose) > MOST_REMEMBERED:
        _whose.clear()
    if isinstance(whose, str) and whose.isdecimal():
        _whose[key] = int(whose)


@lru_cache(maxsize=4096)
def _checked(text: str) -> str:
    """A session's data as JSON once its signature is checked: that takes the longest."""
    return json.dumps(db.SessionStore().decode(text))


@lru_cache(maxsize=1)
def _columns() -> tuple[str, ...]:
    return tuple(field.attname for field in Member._meta.concrete_fields)


@lru_cache(maxsize=1)
def _statement() -> str:
    columns = [f'm."{field.column}"' for field in Member._meta.concrete_fields]
    figures = [f"({figure().replace('%(viewer)s', 'm.id')})" for figure in _brought.values()]
    # The names of columns come from the model, figures from us, not from anybody's hand.
    return f"""
SELECT s.session_data, ARRAY(SELECT r.lang::text FROM members_readinglanguage r
  WHERE r.member_id = m.id ORDER BY r.position), {", ".join([*columns, *figures])}
FROM django_session s LEFT JOIN members_member m ON m.id = %(member)s
WHERE s.session_key = %(key)s AND s.expire_date > %(now)s
"""  # noqa: S608
