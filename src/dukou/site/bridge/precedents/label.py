"""How a version says that it is a near match, and of what."""

from __future__ import annotations

#: The engine's name under which a near match stands, its version being the precedent's id:
#: `memory.maker_label` makes its label as that of any engine.
NEAR = "near match"


def precedent_of(engine: str) -> int | None:
    """The id of the precedent that a version with this engine's label was made from."""
    name, _, version = engine.rpartition(" (")
    number = version.rstrip(")")
    return int(number) if name == NEAR and number.isdigit() else None
