"""`dukou learn`: place new notes and learn members' taste now, not at the next full hour."""

from rich.console import Console

from dukou.commands.opened import opened_place

console = Console(highlight=False)


def learn() -> None:
    """Place new notes, learn what similar members like, and let Explore use it."""
    with opened_place():
        from dukou.site.notes.services import place_waiting
        from dukou.site.reading.allocation.taste import learn_now

        placed = place_waiting()
        if placed:
            console.print(f"Placed {placed} notes among texts of all languages.")
        snapshot = learn_now()
        if snapshot is None:
            console.print("Too little has been liked yet; nothing was learnt.")
        else:
            events, factors = snapshot.facts["events"], snapshot.arrays["notes"].shape[1]
            console.print(
                f"Version {snapshot.version}, {factors} factors learnt from {events} events, "
                "serves now."
            )
