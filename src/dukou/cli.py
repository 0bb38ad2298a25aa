"""`dukou ...`: one sub-command for each job that an operator has."""

import sys

import typer

from dukou.commands.backup import backup
from dukou.commands.demo import demo
from dukou.commands.doctor import doctor
from dukou.commands.events import events
from dukou.commands.jobs import jobs
from dukou.commands.language import language
from dukou.commands.learn import learn
from dukou.commands.member import member
from dukou.commands.migrate import migrate
from dukou.commands.restore import restore
from dukou.commands.up import up
from dukou.commands.web import web
from dukou.ground.errors import GroundError

app = typer.Typer(
    name="dukou",
    help="A community that stays one place when a wave of people with another language arrives.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
for command in (up, web, jobs, migrate, demo, learn, events, backup, restore, doctor):
    app.command()(command)
for group in (member, language):
    app.add_typer(group)


def main() -> None:
    """Run the command; what an operator can mend ends in one sentence instead of a traceback."""
    try:
        app()
    except GroundError as error:
        sys.exit(f"dukou: {error}")
