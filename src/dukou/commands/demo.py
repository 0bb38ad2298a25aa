"""`dukou demo`: the demo community, and a wave that arrives in it."""

import os
from typing import Annotated

import typer
from rich.console import Console

from dukou.commands.migrate import bring_up_to_date
from dukou.commands.opened import opened_place
from dukou.commands.progress import file_progress

console = Console(highlight=False)
# Drawn before the place opens: what a first visitor sees without scrolling. The rest follows.
FIRST_PICTURES = 24


def demo(
    reset: Annotated[bool, typer.Option(help="Forget what the place holds; load it anew.")] = False,
    draw: Annotated[bool, typer.Option(help="Only draw the pictures that still wait.")] = False,
    wave: Annotated[bool, typer.Option(help="Let a wave of newcomers arrive.")] = False,
    hours: Annotated[int, typer.Option(help="Hours of the real wave to play.", min=1)] = 24,
    speed: Annotated[
        float, typer.Option(help="Hours of the wave that pass in one minute.", min=0.01)
    ] = 6.0,
    seed: Annotated[int, typer.Option(help="The same seed brings the same newcomers.")] = 1,
) -> None:
    """Load the demo community into an empty place; with --wave, let newcomers arrive in it."""
    with opened_place() as found:
        bring_up_to_date(found)
        if wave:
            from dukou.demo.wave import run_wave

            run_wave(hours=hours, seed=seed, speed=speed, report=console.print)
        elif draw:
            os.nice(10)  # the site, which runs beside us, goes first
            _draw(None)
        else:
            _load(reset=reset)


def _load(*, reset: bool) -> None:
    from dukou.demo.content.reading import read_content
    from dukou.demo.load import load_demo
    from dukou.demo.pictures import draw_portraits

    if load_demo(reset=reset, report=console.print):
        draw_portraits(read_content().people)
        _draw(FIRST_PICTURES)
    else:
        console.print("The place has members already; it stays as it is.")


def _draw(most: int | None) -> None:
    from dukou.demo.pictures import draw_waiting

    with file_progress("drawing pictures") as progress:
        draw_waiting(most=most, report=progress)
