"""`dukou language ...`: translation models on this machine."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn
from rich.table import Table

from dukou.ground.configuration import configuration
from dukou.ground.errors import GroundError
from dukou.language.engines.base import Pair
from dukou.language.engines.firefox.catalogue import (
    KINDS,
    Model,
    ModelsError,
    catalogue_of,
    models_for,
    pair_name,
    shipped,
)
from dukou.language.engines.firefox.installing import (
    Installed,
    install,
    installed,
    legs_of,
    remove,
)
from dukou.site.bridge.places import models_folder

language = typer.Typer(
    name="language", help="Install, list and remove translation models.", no_args_is_help=True
)
Name = Annotated[str, typer.Argument(help="Two languages, such as zh-en.", metavar="PAIR")]
console = Console(highlight=False)


@language.command("install")
def install_models(
    pair: Name,
    origin: Annotated[
        str, typer.Option("--from", help="A mirror's address or a folder, instead of Mozilla.")
    ] = "",
    kind: Annotated[str, typer.Option(help=f"One of {', '.join(KINDS)}; else the best.")] = "",
    one_way: Annotated[bool, typer.Option(help="Only from the first to the second.")] = False,
    pins: Annotated[
        Path | None, typer.Option(help="A table of further files with their SHA-256.")
    ] = None,
) -> None:
    """Install the models of a pair, both ways, by way of English where none is direct."""
    folder = models_folder(configuration())
    try:
        known = (catalogue_of(pins) if pins else ()) + shipped()
        legs = _legs(_pair(pair), known, one_way=one_way)
        missing = [leg for leg in legs if kind or leg not in _installed(folder)]
        for leg in missing:
            done = _install(leg, folder, known, origin=origin, kind=kind)
            console.print(f"{pair_name(leg)} is installed: {done.kind}, {done.bytes / 1e6:.0f} MB")
        for leg in (leg for leg in legs if leg not in missing):
            console.print(f"{pair_name(leg)} is here already; remove it first to get it anew.")
    except ModelsError as error:
        _refuse(f"The model cannot be installed: {error}.")


@language.command("list")
def list_models(
    available: Annotated[bool, typer.Option("--all", help="Also what can be installed.")] = False,
) -> None:
    """List the models that are installed."""
    found = _installed(models_folder(configuration()))
    table = Table("pair", "kind", "MB", "from")
    for pair, here in found.items():
        table.add_row(pair_name(pair), here.kind, f"{here.bytes / 1e6:.0f}", here.source)
    for model in shipped() if available else ():
        if model.pair not in found:
            size = f"{model.bytes / 1e6:.0f} to fetch"
            table.add_row(pair_name(model.pair), model.kind, size, "not installed")
    if table.row_count:
        console.print(table)
    else:
        console.print("No model is installed. Try `dukou language install zh-en`.")


@language.command("remove")
def remove_models(
    pair: Name,
    one_way: Annotated[bool, typer.Option(help="Only from the first to the second.")] = False,
) -> None:
    """Remove the models of a pair, both ways."""
    folder, wanted = models_folder(configuration()), _pair(pair)
    pairs = [wanted] if one_way else [wanted, wanted[::-1]]
    gone = [one for one in pairs if remove(one, folder)]
    if not gone:
        _refuse(f"No model for {pair} is installed.")
    console.print(f"{', '.join(map(pair_name, gone))} is removed.")


def _legs(pair: Pair, known: Sequence[Model], *, one_way: bool) -> list[Pair]:
    ways = [pair] if one_way else [pair, pair[::-1]]
    return list(dict.fromkeys(leg for way in ways for leg in legs_of(way, known)))


def _install(
    leg: Pair, folder: Path, known: Sequence[Model], *, origin: str, kind: str
) -> Installed:
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
    with Progress(*columns, TransferSpeedColumn(), console=console, transient=True) as bar:
        task = bar.add_task(pair_name(leg), total=models_for(leg, known, kind)[0].bytes)
        return install(
            leg,
            folder,
            known=known,
            origin=origin,
            kind=kind,
            progress=lambda n: bar.update(task, advance=n),
        )


def _installed(folder: Path) -> dict[Pair, Installed]:
    return {model.pair: model for model in installed(folder)}


def _pair(name: str) -> Pair:
    source, _, target = name.partition("-")
    if not source.isalpha() or not target.isalpha() or source == target:
        _refuse(f"{name!r} is no pair. Write two languages, such as zh-en.")
    return source.lower(), target.lower()


def _refuse(sentence: str) -> NoReturn:
    raise GroundError(sentence)
