"""Running parts under supervision until the operator ends them."""

import platform
from collections.abc import Sequence

import httpx
from rich.console import Console

from dukou.ground.configuration import Configuration
from dukou.ground.errors import GroundError
from dukou.ground.locks import exclusive_if_free
from dukou.ground.orphans import Register
from dukou.ground.supervision import Part, Supervisor, stop_on_signals

console = Console(highlight=False)


def run_tree(name: str, parts: Sequence[Part], found: Configuration, *, port: int) -> None:
    """Run the parts until Ctrl-C or SIGTERM; says the address once the site answers."""
    # Machines that share a home each run a web server of their own, but the place has one `up`.
    scope = name if name == "up" else f"{name}-{platform.node()}"
    with exclusive_if_free(found.home / "locks" / scope) as free:
        if not free:
            raise GroundError(f"`dukou {name}` runs already for {found.home}.")
        register = Register(found.home, scope)
        ended = register.end_orphans()
        if ended:
            console.print(f"ended {ended} processes that an earlier run left behind")
        supervisor = Supervisor(parts, report=console.print, remember=register.write)
        stop_on_signals(supervisor)
        supervisor.run(when_started=_Greeting(found, port))
        console.print("all parts have ended")


class _Greeting:
    """Asks the site whether it answers; says so the first time it does."""

    def __init__(self, found: Configuration, port: int) -> None:
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(found.bind, found.bind)  # noqa: S104
        self.local = f"http://{host}:{port}"
        self.public = found.origin or self.local

    def __call__(self) -> bool:
        try:
            answer = httpx.get(f"{self.local}/healthz", headers={"Host": "localhost"}, timeout=5)
        except httpx.TransportError:
            return False
        if answer.status_code != 200:
            return False
        console.print(f"[bold]Dukou is at {self.public}[/bold]   (Ctrl-C ends it)")
        return True
