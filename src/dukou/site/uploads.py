"""How much one request may bring; what a single file may be is for those who take it to say."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

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
