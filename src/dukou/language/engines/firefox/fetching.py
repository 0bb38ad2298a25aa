"""Bring a file here from a server that may break off, and believe nothing but its digest.

What has come so far lies in a `.part` file; the next try, also of another day, asks for the rest.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx

from dukou.language.engines.firefox.catalogue import FetchError, PinnedFile, WrongFile

#: Told how many bytes have come since the last time; negative when a beginning is thrown away.
Progress = Callable[[int], None]
_TRIES = 5
_TIMEOUT = httpx.Timeout(30.0, connect=10.0)
_POINTER = b"version https://git-lfs"


def fetch(file: PinnedFile, url: str, folder: Path, *, progress: Progress) -> Path:
    """The file in `folder` under its digest, its bytes just verified.

    Raises: FetchError: the server cannot be reached or keeps breaking off; what has come is kept.
        WrongFile: the server has another file; nothing is kept.
    """
    done = folder / file.sha256
    if done.exists() and digest_of(done) == file.sha256:
        progress(file.bytes)
        return done
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{file.sha256}.part"
    progress(_size(part))
    with httpx.Client(timeout=_TIMEOUT, follow_redirects=True) as client:
        _bring(client, file, url, part, progress)
    if digest_of(part) != file.sha256:
        part.unlink()
        raise WrongFile(f"{url} has another SHA-256 than {file.sha256}; nothing of it is kept")
    os.replace(part, done)
    return done


def digest_of(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _bring(
    client: httpx.Client, file: PinnedFile, url: str, part: Path, progress: Progress
) -> None:
    """Ask until all bytes are there; a try that gets further than ever costs none of the tries."""
    tries, problem, furthest = _TRIES, "", _size(part)
    while (have := _size(part)) < file.bytes:
        if tries == 0:
            raise FetchError(f"{url} broke off at {have} of {file.bytes} bytes: {problem}")
        try:
            problem = _ask(client, file, url, part, progress)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            problem = str(error) or type(error).__name__
        tries = _TRIES if _size(part) > furthest else tries - 1
        furthest = max(furthest, _size(part))
        if problem.startswith("HTTP 4"):
            raise FetchError(f"{url} is not there: {problem}")


def _ask(client: httpx.Client, file: PinnedFile, url: str, part: Path, progress: Progress) -> str:
    """One request for what is missing; says what was wrong, or nothing."""
    have = _size(part)
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={have}-"} if have else {})
    with client.stream("GET", url, headers=headers) as response:
        if response.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            _restart(part, progress)
            return "the server has less than we have"
        if response.status_code not in {httpx.codes.OK, httpx.codes.PARTIAL_CONTENT}:
            return f"HTTP {response.status_code}"
        if response.status_code == httpx.codes.OK and have:
            _restart(part, progress)  # a server that knows no ranges begins anew
        _append(part, response.iter_raw(), file, progress)
    _refuse_pointer(part, url)
    # An answer that ended without an error but too early, such as a page of a proxy.
    return "too few bytes"


def _append(part: Path, blocks: Iterator[bytes], file: PinnedFile, progress: Progress) -> None:
    have = _size(part)
    with part.open("ab") as opened:
        for block in blocks:
            if have + len(block) > file.bytes:
                opened.truncate(0)
                raise WrongFile(f"{file.path} is longer than the {file.bytes} bytes it must have")
            opened.write(block)
            have += len(block)
            progress(len(block))


def _restart(part: Path, progress: Progress) -> None:
    progress(-_size(part))
    part.unlink(missing_ok=True)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _refuse_pointer(part: Path, url: str) -> None:
    """A plain copy of the repository holds pointers where the files should be."""
    with part.open("rb") as opened:
        is_pointer = opened.read(len(_POINTER)) == _POINTER
    if is_pointer:
        part.unlink()
        raise WrongFile(f"{url} is a pointer of Git LFS, not the file itself")
