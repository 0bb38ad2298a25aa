"""`dukou demo`: the demo community, and a wave that arrives in it."""

from typing import Annotated

import typer
from rich.console import Console

from dukou.commands.opened import opened_place

console = Console(highlight=False)


def demo(
    reset: Annotated[bool, typer.Option(help="Remove what is there and load it anew.")] = False,
    wave: Annotated[bool, typer.Option(help="Let a wave of newcomers arrive.")] = False,
    hours: Annotated[int, typer.Option(help="Hours of the real wave to play.", min=1)] = 24,
    speed: Annotated[
        float, typer.Option(help="Hours of the wave that pass in one minute.", min=0.01)
    ] = 6.0,
    seed: Annotated[int, typer.Option(help="The same seed brings the same newcomers.")] = 1,
) -> None:
    """Load the demo community; with --wave, let newcomers arrive while the place runs."""
    with opened_place():
        from dukou.demo.load import load_demo
        from dukou.demo.wave import run_wave

        if wave:
            run_wave(hours=hours, seed=seed, speed=speed, report=console.print)
        else:
            load_demo(reset=reset, report=console.print)
