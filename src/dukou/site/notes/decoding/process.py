"""Starting the decoder, and believing little of what it says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore

from PIL import Image

MOST_BYTES = 40 * 1024 * 1024
PATIENCE_SECONDS = 30.0
_DECODER = Path(__file__).with_name("decoder.py")
_ANSWER = re.compile(rb"ok (\d{1,4}) (\d{1,4})|refused ([a-z-]{1,20})")
# One picture at a time in each process of ours: a burst of uploads must not eat the machine.
_turn = BoundedSemaphore(1)


class PictureRefused(Exception):
    """The file is not taken as a picture; `code` says why.

    `unknown`: none of the kinds that we read. `broken`: it could not be read. `too-large`: too
    many bytes or pixels. `too-slow`: reading it took too long. `busy`: nobody waited for a turn.
    """

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def decode(data: bytes, *, wait_seconds: float = PATIENCE_SECONDS) -> Image.Image:
    """The picture's upright pixels in RGB, at most 1,920 wide and 5,760 high, and only these.

    Waits so long for another decoding of this process to end. Raises PictureRefused.
    """
    if len(data) > MOST_BYTES:
        raise PictureRefused("too-large")
    if not _turn.acquire(timeout=wait_seconds):
        raise PictureRefused("busy")
    try:
        answer = _answer_of_decoder(data)
    finally:
        _turn.release()
    return _image_in(answer)


def _answer_of_decoder(data: bytes) -> bytes:
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-B", str(_DECODER)],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE_SECONDS,
            env={"MALLOC_ARENA_MAX": "2"},  # each arena would count against the memory limit
            cwd="/",
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PictureRefused("too-slow") from None
    return done.stdout


def _image_in(answer: bytes) -> Image.Image:
    line, _, pixels = answer.partition(b"\n")
    said = _ANSWER.fullmatch(line)
    if said is None:  # the decoder died
        raise PictureRefused("broken")
    if said[3]:
        raise PictureRefused(said[3].decode())
    size = int(said[1]), int(said[2])
    if len(pixels) != size[0] * size[1] * 3 or not pixels:
        raise PictureRefused("broken")
    return Image.frombytes("RGB", size, pixels)
