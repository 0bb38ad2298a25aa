"""Everything that the place holds of a member, as one ZIP file that is made while it is sent."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO, cast

from django.core.files.storage import default_storage
from django.core.serializers.json import DjangoJSONEncoder

from dukou.site.members.models import Member
from dukou.site.members.registry import all_holdings

CHUNK = 64 * 1024


def export_of(member: Member) -> Iterator[bytes]:
    """The bytes of the ZIP: `<name>.json` of each holding, then the files under `media/`.

    Neither the archive nor a picture is ever held in memory as a whole.
    """
    sink = _Sink()
    # The sink only takes bytes and cannot seek; zipfile is content with that.
    with zipfile.ZipFile(cast(BinaryIO, sink), "w", zipfile.ZIP_DEFLATED) as archive:
        for holding in all_holdings():
            with archive.open(f"{holding.name}.json", "w") as entry:
                for piece in _json(holding.rows(member)):
                    entry.write(piece.encode())
            yield from sink.taken()
        for holding in all_holdings():
            for path in holding.files(member):
                yield from _add_file(archive, sink, path)
    yield from sink.taken()


def _add_file(archive: zipfile.ZipFile, sink: _Sink, path: str) -> Iterator[bytes]:
    """Pictures are compressed already: they are stored as they are."""
    if not default_storage.exists(path):
        return
    entry = zipfile.ZipInfo(f"media/{path}")
    with default_storage.open(path) as source, archive.open(entry, "w") as target:
        while chunk := source.read(CHUNK):
            target.write(chunk)
            yield from sink.taken()


def _json(rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """A list of objects, one a line."""
    before = "[\n"
    for row in rows:
        yield before + json.dumps(row, cls=DjangoJSONEncoder, ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


class _Sink:
    """Takes what zipfile writes until it is sent on."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def taken(self) -> Iterator[bytes]:
        parts, self._parts = self._parts, []
        yield from parts
