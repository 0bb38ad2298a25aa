"""A reader's own price: the least that brings a page into the reader's band."""

import numpy as np

from dukou.engine.arrays import Bools, Floats
from dukou.engine.kernel import Kernel

_HALVINGS = 14


def own_price(
    score: Floats,
    members: Bools,
    open_: Bools,
    worth: Floats,
    low: float,
    high: float,
    cap: float,
    *,
    kernel: Kernel | None = None,
) -> float:
    """What each note inside must gain (or lose, below zero) for the page to lie in the band.

    The page is taken as the best notes by score: the price then is the multiplier of the
    reader's own constraint, solved for this page instead of learnt over many, since most
    readers see only a few. 0 where the page lies in the band by itself; at most `cap` either way.

    Args:
        score: of each note; shape (notes,).
        members: notes of the providers. `open_`: notes that may stand on the page.
        worth: exposure of each slot.
        low, high: band of the share that the providers get.
    """
    falling = worth / worth.sum()
    if kernel is not None:
        return kernel.own_price(
            score, members, open_, falling, low=low, high=high, cap=cap, halvings=_HALVINGS
        )
    mine, others = (
        _best(score[members & open_], len(worth)),
        _best(score[~members & open_], len(worth)),
    )
    rising, places = -others, np.arange(len(mine))
    falling = np.concatenate((falling, np.zeros(len(mine))))

    def share(price: float) -> float:
        if not len(mine):
            return 0.0
        above = np.searchsorted(rising, -(mine + price))
        return float(falling[places + above].cumsum()[-1])

    now = share(0.0)
    if low <= now <= high:
        return 0.0
    near, far = 0.0, cap if now < low else -cap
    for _ in range(_HALVINGS):
        middle = (near + far) / 2
        reached = share(middle) >= low if now < low else share(middle) <= high
        near, far = (near, middle) if reached else (middle, far)
    return far


def _best(values: Floats, size: int) -> Floats:
    if len(values) > size:
        values = np.partition(values, len(values) - size)[-size:]
    return np.sort(values)[::-1]
