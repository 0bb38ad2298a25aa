"""Busy statements, asked by way of the database's own library.

The driver's cursors find out anew for every statement how its values go and its rows come, and
turn its waiting into a loop of their own: that takes longer than the rest of a small statement.
Here a connection remembers both, and the library waits.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from psycopg import Connection, OperationalError, pq
from psycopg.adapt import PyFormat, Transformer
from psycopg.errors import InvalidSqlStatementName, error_from_result

MOST_PREPARED = 200  # of a connection: as many plans lie in the memory of its backend

Rows = list[tuple[Any, ...]]


class BusyStatements:
    """Those of one connection, each prepared when it first comes."""

    def __init__(self, connection: Connection[Any]) -> None:
        self._connection = connection
        self._forms: dict[bytes, Any] = {}
        self._names: dict[tuple[bytes, tuple[int, ...]], bytes] = {}
        self._made = 0

    def rows(self, written: bytes, given: Sequence[Any]) -> Rows:
        """The rows of a statement that stands by itself, outside of any transaction.

        Raises: what the driver's cursors raise.
        """
        with self._connection.lock:
            try:
                return self._rows(written, given)
            except InvalidSqlStatementName:  # the driver has had everything forgotten
                self._names.clear()
                return self._rows(written, given)

    def _rows(self, written: bytes, given: Sequence[Any]) -> Rows:
        form = self._forms.get(written)
        if form is None:
            form = self._forms[written] = Transformer(self._connection)
        values: Any = form.dump_sequence(given, [PyFormat.AUTO] * len(given))
        name = self._names.get((written, form.types or ())) or self._prepared(written, form)
        found = self._connection.pgconn.exec_prepared(name, values, form.formats)
        self._make_sure(found, pq.ExecStatus.TUPLES_OK)
        form.set_pgresult(found)
        rows: Rows = form.load_rows(0, found.ntuples, tuple)
        form.set_pgresult(None)
        return rows

    def _prepared(self, written: bytes, form: Any) -> bytes:
        """Under a name that no other statement of the connection ever had."""
        types = form.types or ()
        name = b"busy_%d" % self._made
        self._made += 1
        if len(self._names) >= MOST_PREPARED:
            oldest = self._names.pop(next(iter(self._names)))
            found = self._connection.pgconn.exec_(b"DEALLOCATE " + oldest)
            self._make_sure(found, pq.ExecStatus.COMMAND_OK)
        found = self._connection.pgconn.prepare(name, written, types)
        self._make_sure(found, pq.ExecStatus.COMMAND_OK)
        self._names[written, types] = name
        return name

    def _make_sure(self, found: Any, wanted: pq.ExecStatus) -> None:
        if found.status == wanted:
            return
        if self._connection.pgconn.status != pq.ConnStatus.OK:
            raise OperationalError(found.get_error_message() or "the connection is lost")
        raise error_from_result(found, encoding=self._connection.info.encoding)
