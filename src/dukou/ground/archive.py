"""A whole place in one file: a tar of its database, its files and its secret key.

manifest.json     what this is, and the format's version
database.dump     PostgreSQL's custom format
home/...          everything under the home but the server's own folder and what is made or
                  fetched again
checksums.json    the sha256 of each of the above; last, so that a cut-off archive shows
"""

import contextlib
import hashlib
import io
import json
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from dukou.ground.errors import ArchiveError

FORMAT = 1
CHUNK = 1 << 20
MANIFEST, DATABASE, CHECKSUMS, FILES = "manifest.json", "database.dump", "checksums.json", "home/"
# The server's own, what each start makes anew, the password that belongs to the server, and event
# files, which must not outlive the keys of members who leave.
NOT_KEPT = {"postgres", "locks", "static", "log", "events", "database-password"}
# What can be fetched again, as it was: hundreds of megabytes of translation models.
FETCHED = "models"
Progress = Callable[[int, int], None]


def kept_files(home: Path, *, models: bool = False) -> list[Path]:
    """The files under the home that a backup holds; without drafts of writes that go on, and
    without downloaded models unless they are asked for."""
    found = []
    not_kept = NOT_KEPT if models else NOT_KEPT | {FETCHED}
    for entry in sorted(home.iterdir()):
        if entry.name not in not_kept and not entry.name.startswith("."):
            found += [entry] if entry.is_file() else sorted(entry.rglob("*"))
    return [path for path in found if path.is_file() and not path.is_symlink()]


def write_archive(
    target: Path, *, home: Path, dump: Path, about: Any, progress: Progress, models: bool = False
) -> None:
    """Write the archive whole or not at all; progress is told files done and files in all."""
    draft = target.with_name(f".{target.name}.part")
    files = [path for path in kept_files(home, models=models) if path not in {target, draft, dump}]
    manifest = json.dumps({"dukou": "backup", "format": FORMAT, **about}, ensure_ascii=False)
    try:
        with tarfile.open(draft, "w", format=tarfile.PAX_FORMAT) as tar:
            draft.chmod(0o600)
            sums = {MANIFEST: _add_bytes(tar, MANIFEST, manifest.encode())}
            sums[DATABASE] = _add_file(tar, DATABASE, dump)
            for done, path in enumerate(files, start=1):
                name = FILES + path.relative_to(home).as_posix()
                with contextlib.suppress(FileNotFoundError):  # deleted since we listed it
                    sums[name] = _add_file(tar, name, path)
                progress(done, len(files))
            _add_bytes(tar, CHECKSUMS, json.dumps(sums).encode())
        check_archive(draft)
        draft.rename(target)
    finally:
        draft.unlink(missing_ok=True)


def check_archive(source: Path) -> dict[str, Any]:
    """The manifest of an archive of which every byte is as it was written."""
    found: dict[str, str] = {}
    manifest: dict[str, Any] = {}
    expected = None
    with _opened(source) as members:
        for name, content in members:
            if name == CHECKSUMS:
                expected = json.loads(content.read())
                continue
            if name == MANIFEST:
                manifest = json.loads(content.read())
                content.seek(0)
            found[name] = _digest(content)
    if manifest.get("dukou") != "backup":
        raise ArchiveError(f"{source} is no backup of a place.")
    if manifest["format"] > FORMAT:
        raise ArchiveError(f"{source} was written by a newer Dukou. Install that version first.")
    if expected is None:
        raise ArchiveError(f"{source} is cut off.")
    if found != expected:
        wrong = sorted(name for name in found | expected if found.get(name) != expected.get(name))
        raise ArchiveError(f"{source} is damaged: {wrong[0]} is not as it was written.")
    return manifest


def unpack(source: Path, *, home: Path, dump: Path, progress: Progress) -> None:
    """Write the dump and the files of a checked archive; progress is told the files done."""
    done = 0
    with _opened(source) as members:
        for name, content in members:
            if name == DATABASE:
                _write(dump, content)
            elif name.startswith(FILES):
                path = home.joinpath(*_safe_parts(source, name.removeprefix(FILES)))
                path.parent.mkdir(parents=True, exist_ok=True)
                _write(path, content)
                done += 1
                progress(done, 0)


def _safe_parts(source: Path, name: str) -> tuple[str, ...]:
    parts = Path(name).parts
    if not parts or ".." in parts or Path(*parts).is_absolute():
        raise ArchiveError(f"{source} holds a file with the name {name!r}.")
    return parts


@contextlib.contextmanager
def _opened(source: Path) -> Iterator[Iterator[tuple[str, IO[bytes]]]]:
    """Name and content of each file in the archive, in order."""
    try:
        with tarfile.open(source, "r:") as tar:
            yield _members(source, tar)
    except tarfile.TarError as error:
        raise ArchiveError(f"{source} is damaged: {error}") from error
    except FileNotFoundError as error:
        raise ArchiveError(f"There is no {source}.") from error


def _members(source: Path, tar: tarfile.TarFile) -> Iterator[tuple[str, IO[bytes]]]:
    for entry in tar:
        content = tar.extractfile(entry) if entry.isreg() else None
        if content is None:
            raise ArchiveError(f"{source} holds {entry.name!r}, which is no file.")
        yield entry.name, content


def _add_bytes(tar: tarfile.TarFile, name: str, content: bytes) -> str:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(content), 0o600
    tar.addfile(entry, io.BytesIO(content))
    return hashlib.sha256(content).hexdigest()


def _add_file(tar: tarfile.TarFile, name: str, path: Path) -> str:
    with path.open("rb") as content:
        entry = tar.gettarinfo(arcname=name, fileobj=content)
        entry.mode, entry.uid, entry.gid, entry.uname, entry.gname = 0o600, 0, 0, "", ""
        reader = _Digesting(content)
        tar.addfile(entry, reader)
        return reader.sum.hexdigest()


class _Digesting:
    """A file that sums what is read from it: the sum is then of the bytes in the archive."""

    def __init__(self, content: IO[bytes]) -> None:
        self.content, self.sum = content, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        chunk = self.content.read(size)
        self.sum.update(chunk)
        return chunk


def _digest(content: IO[bytes]) -> str:
    summed = hashlib.sha256()
    while chunk := content.read(CHUNK):
        summed.update(chunk)
    return summed.hexdigest()


def _write(path: Path, content: IO[bytes]) -> None:
    path.unlink(missing_ok=True)
    with path.open("xb") as file:
        path.chmod(0o600)
        while chunk := content.read(CHUNK):
            file.write(chunk)
