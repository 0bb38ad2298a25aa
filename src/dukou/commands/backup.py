"""`dukou backup FILE`: the whole place in one file."""

import tempfile
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated

import typer

from dukou.commands.progress import file_progress
from dukou.ground import postgres
from dukou.ground.archive import FETCHED, write_archive
from dukou.ground.configuration import configuration
from dukou.ground.errors import ArchiveError


def backup(
    file: Annotated[Path, typer.Argument(help="Where to write, such as /backup/monday.dukou.")],
    replace: Annotated[bool, typer.Option(help="Write over a file that is there.")] = False,
    models: Annotated[
        bool, typer.Option("--models", help="Take downloaded translation models along.")
    ] = False,
) -> None:
    """Write database, pictures and secret key into one checked file, while the place runs."""
    found = configuration()
    file = file.absolute()
    if file.exists() and not replace:
        raise ArchiveError(f"{file} is there already. Name another file, or add --replace.")
    if not file.parent.is_dir():
        raise ArchiveError(f"There is no folder {file.parent}.")
    with postgres.running(found) as url, tempfile.TemporaryDirectory(dir=file.parent) as scratch:
        print("writing the database")
        dump = Path(scratch) / "database.dump"
        postgres.dump(url, dump)
        about = {"version": _version(), "written": datetime.now(UTC).isoformat(timespec="seconds")}
        # After the database, so that every picture that it names is there to be copied.
        with file_progress("copying files") as progress:
            write_archive(
                file, home=found.home, dump=dump, about=about, progress=progress, models=models
            )
    size_mb = file.stat().st_size / 1_000_000
    if not models and (found.home / FETCHED).is_dir():
        print(
            "downloaded models are not in it: `dukou language install` brings them back, and "
            "--models takes them along"
        )
    print(f"{file} is written and checked ({size_mb:.1f} MB); it holds secrets, keep it safe")


def _version() -> str:
    try:
        return version("dukou")
    except PackageNotFoundError:
        return "from source"
