"""`dukou learn`: learn members' taste now, instead of at the next full hour."""

from rich.console import Console

from dukou.commands.opened import opened_place

console = Console(highlight=False)


def learn() -> None:
    """Learn what similar members like and let Explore use it."""
    with opened_place():
        from dukou.site.reading.allocation.taste import learn_now

        snapshot = learn_now()
        if snapshot is None:
            console.print("Too little has been liked yet; nothing was learnt.")
        else:
            events = snapshot.facts["events"]
            console.print(f"Version {snapshot.version}, learnt from {events} events, serves now.")
