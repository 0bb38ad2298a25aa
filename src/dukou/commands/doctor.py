"""`dukou doctor`: is everything there that the place needs?"""

import typer
from rich.console import Console
from rich.markup import escape

from dukou.commands.opened import opened_place
from dukou.ground.configuration import configuration
from dukou.ground.errors import DatabaseError
from dukou.ground.health import Finding, fail, findings, ok

console = Console(highlight=False)
SIGNS = {"ok": "[green]ok  [/green]", "warn": "[yellow]warn[/yellow]", "fail": "[red]fail[/red]"}


def doctor() -> None:
    """Look at settings, database, disk, mail, tools and engines; say how to mend what is wrong."""
    found = configuration()  # a setting that cannot be used ends here, with its own sentence
    worst = [_show("settings", ok(f"read; the home is {found.home}"))]
    try:
        with opened_place() as found:
            import dukou.commands.checks  # noqa: F401 - registers the checks of the ground

            worst += [_show(name, finding) for name, finding in findings(found)]
    except DatabaseError as error:
        mend = "Mend this first: nothing else can be looked at without the database."
        worst.append(_show("database", fail(str(error), mend=mend)))
    if "fail" in worst:
        raise typer.Exit(1)


def _show(name: str, finding: Finding) -> str:
    console.print(f"{SIGNS[finding.level]} {name:<14}", escape(finding.says), soft_wrap=True)
    if finding.mend:
        console.print(f"     {'':<14}", escape(finding.mend), style="dim", soft_wrap=True)
    return finding.level
