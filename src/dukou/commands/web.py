"""`dukou web`: the web server alone."""

from typing import Annotated

import typer

from dukou.commands.parts import web_part
from dukou.commands.tree import run_tree
from dukou.ground import postgres
from dukou.ground.configuration import configuration


def web(
    port: Annotated[int | None, typer.Option(help="Port of the site; fails if taken.")] = None,
) -> None:
    """Run only the web server, as on one of several machines."""
    found = configuration()
    port = port or found.port
    with postgres.running(found) as url:
        run_tree("web", [web_part(found, port=port, database_url=url)], found, port=port)
