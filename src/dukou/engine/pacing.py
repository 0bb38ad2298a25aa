"""How much of the rest a clause needs: the arithmetic of accounts."""

from typing import NamedTuple

import numpy as np

from dukou.engine.arrays import Floats


class Needed(NamedTuple):
    """Bounds on the share from now on; shapes (clauses,)."""

    low: Floats
    high: Floats


def needed_share(
    floor: Floats, ceiling: Floats, delivered: Floats, base: Floats, rest: Floats
) -> Needed:
    """Share that the rest of a window must give so that the whole keeps its bounds.

    With D delivered out of B so far and F to come: clip((bound·(B + F) - D) / F, 0, 1).
    Without anything to come the bounds themselves.
    """
    return needed_for(Needed(floor, ceiling), delivered, delivered, base, rest)


def needed_for(
    bounds: Needed, for_low: Floats, for_high: Floats, base: Floats, rest: Floats
) -> Needed:
    """The same where what counts as delivered towards the floor is not what counts towards the
    ceiling."""
    bound, delivered = np.array(bounds), np.array((for_low, for_high))
    some = rest > 0
    share = (bound * (base + rest) - delivered) / np.where(some, rest, 1.0)
    np.minimum(np.maximum(share, 0.0, out=share), 1.0, out=share)
    return Needed(*np.where(some, share, bound))


def proportional(
    floor: Floats, ceiling: Floats, delivered: Floats, base: Floats, least: Floats
) -> Floats:
    """Share by which the delivered lies below the floor (positive) or above the ceiling.

    A base under `least` counts as `least`, so that the first pages of a window do not shout.
    """
    divisor = np.maximum(np.maximum(base, least), 1e-12)
    missing: Floats = np.maximum(floor * base - delivered, 0.0) / divisor
    over: Floats = np.maximum(delivered - ceiling * base, 0.0) / divisor
    return missing - over
