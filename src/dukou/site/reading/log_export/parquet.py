"""Rows of the database as a Parquet file, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dukou.site.reading.log_export.sheets import Kind, Sheet

if TYPE_CHECKING:
    from arro3.core import DataType, RecordBatch

Rows = Iterator[Sequence[tuple[Any, ...]]]
_COMPRESSION = "zstd(3)"


def can_write() -> bool:
    """Whether the extra `export` is installed."""
    return find_spec("arro3") is not None


def write_parquet(sheet: Sheet, rows: Rows, path: Path) -> None:
    """Write batches of rows to the file, readable by the place's account alone."""
    from arro3.core import Field, RecordBatchReader, Schema
    from arro3.io import write_parquet as write

    types = {name: _type(kind) for name, kind in sheet.columns.items()}
    schema = Schema([Field(name, type_) for name, type_ in types.items()])
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = path.with_suffix(".half")
    try:
        half.touch(mode=0o600)
        batches = (_batch(batch, sheet, schema) for batch in rows)
        write(RecordBatchReader.from_batches(schema, batches), half, compression=_COMPRESSION)
        os.replace(half, path)
    finally:
        half.unlink(missing_ok=True)


def _batch(rows: Sequence[tuple[Any, ...]], sheet: Sheet, schema: Any) -> RecordBatch:
    from arro3.core import Array, DataType, RecordBatch

    columns = zip(*rows, strict=True)
    arrays = []
    for kind, column in zip(sheet.columns.values(), columns, strict=True):
        if kind == "time":
            arrays.append(Array(column, type=DataType.int64()).cast(_type(kind)))
        else:
            arrays.append(Array(column, type=_type(kind)))
    return RecordBatch.from_arrays(arrays, schema=schema)


def _type(kind: Kind) -> DataType:
    from arro3.core import DataType

    return {
        "int": DataType.int64(),
        "float": DataType.float64(),
        "text": DataType.utf8(),
        "time": DataType.timestamp("us", tz="UTC"),
    }[kind]
