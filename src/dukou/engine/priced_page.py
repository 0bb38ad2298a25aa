"""The best page under prices where places count alike for providers and unlike for the reader."""

import numpy as np

from dukou.engine.arrays import Floats, Ints
from dukou.engine.errors import BadInput, ShapeMismatch

ROUNDS = 2
"""Rounds of `priced_page`; a third gains nothing worth its time."""


def priced_page(relevance: Floats, price: Floats, worth: Floats, *, rounds: int = ROUNDS) -> Ints:
    """Notes of the page of largest value, the most relevant first; shape (slots,) or fewer.

    The value of a page is what its notes are worth to the reader, each by its place, plus their
    prices, which do not depend on the place. A note high on the page is worth its price less
    than one at its foot, so that adding price to relevance and taking the largest sums spoils
    the top for what the foot could have given. Instead a note counts by the integral of the
    worth of the places that it would rise through, given the page of the round before; the
    first round starts from the plain page. This is no search for the very best page, which
    takes a step for each note and place: on average the value misses that by a few
    ten-thousandths, on a single page by two or three hundredths at the most that was seen.

    Args:
        relevance: of each note; shape (notes,).
        price: of each note, where 1 is what an average place of the plain page is worth;
            shape (notes,).
        worth: of each place to the reader, falling from the first on; shape (slots,).
    Raises: ShapeMismatch; BadInput: no place, a worth that rises, or no round.
    """
    if price.shape != relevance.shape:
        raise ShapeMismatch("price", price.shape, relevance.shape)
    if not len(worth) or (np.diff(worth) > 0.0).any() or rounds < 1:
        raise BadInput("worth must have a place and never rise, rounds be 1 or more")
    order = np.argsort(-relevance, kind="stable")
    if len(order) <= len(worth):
        return order
    falling = relevance[order]
    unit = max(float(falling[: len(worth)] @ worth) / len(worth), 0.0)
    return order[_priced(falling, unit * price[order], worth, rounds)]


def _priced(falling: Floats, price: Floats, worth: Floats, rounds: int) -> Ints:
    """Positions of the page in `falling` relevance."""
    slots = len(worth)
    slope = np.concatenate((worth[-1:], worth[::-1]))
    level, height = np.empty(slots + 2), np.zeros(slots + 2)
    level[0], level[-1] = falling[-1], falling[0]
    page: Ints = np.arange(slots)
    for _ in range(rounds):
        level[1:-1] = falling[page[::-1]]
        np.cumsum(slope * np.diff(level), out=height[1:])
        value = np.interp(falling, level, height) + price
        page = np.argpartition(-value, slots - 1)[:slots]
        page.sort()
    return page
