"""How much one request may bring; what a single file may be is for those who take it to say."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, NoReturn

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import (
    FileUploadHandler,
    SkipFile,
    TemporaryFileUploadHandler,
)
from django.http import HttpRequest

from dukou.site.disk import is_disk_full

_LOST = "dukou.lost_files"
MOST_BYTES = 256 * 1024 * 1024


class LimitedRequest(FileUploadHandler):
    """Refuses a form that is too large before a byte of it is read; stands before the others."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: Any,
        content_length: int,
        boundary: Any,
        encoding: str | None = None,
    ) -> None:
        """Look at the announced length."""
        if content_length > MOST_BYTES:
            raise RequestDataTooBig(f"{content_length} bytes, at most {MOST_BYTES}")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass on what came."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the handlers that follow."""


class WhereThereIsRoom(TemporaryFileUploadHandler):
    """Large files go to the disk; one that finds no room there is left out, and the words that
    came with it are not: `lost_files` tells whether that was so."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin the file."""
        try:
            super().new_file(*args, **kwargs)
        except OSError as error:
            self._leave_out(error)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write on."""
        try:
            super().receive_data_chunk(raw_data, start)
        except OSError as error:
            self._leave_out(error)

    def file_complete(self, file_size: int) -> UploadedFile[bytes] | None:
        """The file, once all of it has found room."""
        try:
            return super().file_complete(file_size)
        except OSError as error:
            self._note(error)
            return None

    def _leave_out(self, error: OSError) -> NoReturn:
        self._note(error)
        with suppress(OSError):
            self.file.close()  # what is still in its buffer finds no room either
        raise SkipFile from error

    def _note(self, error: OSError) -> None:
        if not is_disk_full(error):
            raise error
        assert self.request is not None
        self.request.META[_LOST] = True


def lost_files(request: HttpRequest) -> bool:
    """Whether a file of this request found no room."""
    return bool(request.FILES is not None and request.META.get(_LOST))
