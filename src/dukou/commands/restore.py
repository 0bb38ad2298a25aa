"""`dukou restore FILE`: the place as it was when the file was written."""

import shutil
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from dukou.commands.progress import file_progress
from dukou.ground import postgres
from dukou.ground.archive import NOT_KEPT, check_archive, kept_files, unpack
from dukou.ground.configuration import Configuration, configuration
from dukou.ground.errors import ArchiveError
from dukou.ground.locks import exclusive_if_free


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `dukou backup` wrote.")],
    replace: Annotated[bool, typer.Option(help="Lose what this place holds now.")] = False,
) -> None:
    """Put a backup back; refuses a place that has members unless told to replace it."""
    found = configuration()
    with exclusive_if_free(found.home / "locks" / "up") as free:
        if not free:
            raise ArchiveError("The place is running. End `dukou up` first.")
        print("checking the backup")
        manifest = check_archive(file)
        with postgres.running(found) as url:
            if not replace and postgres.holds_members(url):
                raise ArchiveError(
                    f"There are members in {found.home}. Restore into an empty place, or add "
                    "--replace to lose what is here."
                )
            _put_back(file, found, url)
    print(f"the place is as it was on {manifest['written']}; start it with `dukou up`")


def _put_back(file: Path, found: Configuration, url: str) -> None:
    # Everything is unpacked beside its place first: a full disk then leaves the old place whole.
    with tempfile.TemporaryDirectory(dir=found.home, prefix=".restore-") as folder:
        scratch = Path(folder)
        dump, files = scratch / "database.dump", scratch / "home"
        files.mkdir()
        with file_progress("unpacking files") as progress:
            unpack(file, home=files, dump=dump, progress=progress)
        print("restoring the database")
        postgres.put_back(url, dump)
        for old in {path.relative_to(found.home).parts[0] for path in kept_files(found.home)}:
            _remove(found.home / old)
        for new in files.iterdir():
            if new.name not in NOT_KEPT:
                _remove(found.home / new.name)
                new.rename(found.home / new.name)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
