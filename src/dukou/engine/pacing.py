"""How much of the rest a clause needs: the arithmetic of accounts."""

from typing import NamedTuple

from dukou.engine.arrays import Floats


class Needed(NamedTuple):
    """Bounds on the share from now on; shapes (clauses,)."""

    low: Floats
    high: Floats


def needed_share(bound: float, delivered: float, base: float, rest: float) -> float:
    """Share that the rest of a window must give so that the whole keeps a clause's bound.

    With D delivered out of B so far and F to come: clip((bound·(B + F) - D) / F, 0, 1).
    Without anything to come the bound itself.
    """
    if not rest > 0.0:
        return bound
    return min(max((bound * (base + rest) - delivered) / rest, 0.0), 1.0)


def proportional(
    floor: float, ceiling: float, delivered: float, base: float, least: float
) -> float:
    """Share by which the delivered lies below the floor (positive) or above the ceiling.

    A base under `least` counts as `least`, so that the first pages of a window do not shout.
    """
    divisor = max(base, least, 1e-12)
    missing = max(floor * base - delivered, 0.0) / divisor
    return missing - max(delivered - ceiling * base, 0.0) / divisor
