"""What is paid for the exposure of the half that has least."""

import numpy as np

from dukou.engine.arrays import Floats


def lower_half_premium(price: Floats, most: float) -> Floats:
    """The part of each price that is paid for belonging to the half with least; shape as `price`.

    Where the exposure of the lower half is worth `most` a unit beside a utility of its own, prices
    are marginal utilities: `most` higher for the half that has least, and anything up to that for
    those that stand level at its edge. So premiums are what prices exceed some level by, at most
    `most`, and come to `most` for half of all.
    """
    if most <= 0.0:
        return np.zeros(len(price))
    edges = np.concatenate((price, price - most))
    falling = np.argsort(-edges, kind="stable")
    edges = edges[falling]
    rising = np.cumsum(np.where(falling < len(price), 1.0, -1.0))
    paid = np.concatenate(([0.0], np.cumsum(rising[:-1] * -np.diff(edges))))
    level = float(np.interp(0.5 * most * len(price), paid, edges))
    return np.clip(price - level, 0.0, most)
