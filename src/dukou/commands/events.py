"""`dukou events`: the finished hours of the event log as Parquet, now."""

import typer
from rich.console import Console

from dukou.commands.opened import opened_place
from dukou.ground.errors import MissingExtra

console = Console(highlight=False)


def events(
    again: bool = typer.Option(False, "--again", help="Write the last 30 days anew."),
) -> None:
    """Write the finished hours of the event log as Parquet files, and forget old detail."""
    with opened_place():
        from django.utils import timezone

        from dukou.site.reading.log_export import hours, parquet

        if not parquet.can_write():
            raise MissingExtra("export")
        now = timezone.now()
        if again:
            hours.forget_mark()
        written = hours.export_finished(now=now)
        hours.forget_detail(today=now.date())
        console.print(f"{written} hours written under {hours.folder()}.")
