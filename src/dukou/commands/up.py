"""`dukou up`: everything, as one supervised tree."""

import subprocess
from typing import Annotated

import typer

from dukou.commands.parts import drawing_part, jobs_part, web_part
from dukou.commands.tree import run_tree
from dukou.ground import postgres
from dukou.ground.children import module_command
from dukou.ground.configuration import configuration
from dukou.ground.errors import GroundError
from dukou.ground.ports import free_port, only_port


def up(
    port: Annotated[
        int | None, typer.Option(help="Port of the site; without DUKOU_ORIGIN the next free one.")
    ] = None,
    demo: Annotated[
        bool, typer.Option(help="Also draw the pictures that the demo still waits for.")
    ] = False,
) -> None:
    """Run database, web and jobs together; Ctrl-C ends all of it."""
    found = configuration()
    choose = only_port if found.origin else free_port
    port = choose(found.bind, port or found.port)
    with postgres.running(found) as url:
        makers = [web_part, jobs_part, *([drawing_part] if demo else [])]
        parts = [maker(found, port=port, database_url=url) for maker in makers]
        # A process of its own: this one stays small, and runs for months.
        migrated = subprocess.run(
            module_command("dukou", "migrate"), env=parts[0].environment, check=False
        )
        if migrated.returncode != 0:
            raise GroundError("The database could not be brought up to date; see above.")
        run_tree("up", parts, found, port=port)
