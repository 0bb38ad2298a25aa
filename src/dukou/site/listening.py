"""Connections as the site's pool keeps them: they plan a prepared statement once, and hear that
their server is gone without asking it anything.

The pool makes sure of a connection whenever a request takes one, by an empty query: a way to the
server and back that costs as much as most of the queries after it. A server that ends, and a
backend that is ended, closes the line, which can be heard without a word.
"""

from __future__ import annotations

from functools import cached_property
from select import POLLIN, poll
from typing import Any, Self

from psycopg import Connection, Cursor

from dukou.site.busy import BusyStatements

NOTHING = ""
#: Where the values of a busy statement could make a better plan, planning took longer than asking.
#: Said by a statement, since a pooler between may refuse what it does not know when one connects.
PLANNED_ONCE = "SET plan_cache_mode TO force_generic_plan"


class ListeningConnection(Connection[Any]):
    """A connection whose empty query only listens while nothing has come from the server."""

    @classmethod
    def connect(cls, *given: Any, **how: Any) -> Self:
        """As of every connection; one that prepares statements plans each of them once."""
        made = super().connect(*given, **how)
        if made.prepare_threshold is not None:
            made.execute(PLANNED_ONCE)
        return made

    def execute(self, query: Any, *values: Any, **how: Any) -> Cursor[Any]:
        """As of every connection; of the empty query only that it could be asked."""
        if query == NOTHING and self.autocommit and self._is_quiet():
            return self.cursor()
        return super().execute(query, *values, **how)

    @cached_property
    def busy(self) -> BusyStatements:
        """The statements that this connection asks again and again."""
        return BusyStatements(self)

    @property
    def may_be_busy(self) -> bool:
        """Whether they may be asked now: statements are prepared, and no transaction is open."""
        return self.autocommit and self.prepare_threshold is not None

    def _is_quiet(self) -> bool:
        """Whether the line stands and nothing waits on it: neither news nor its end."""
        if self.closed:
            return False
        line = poll()
        line.register(self.pgconn.socket, POLLIN)
        return not line.poll(0)
