"""Several orders of the same things made into one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

# A first place in one list must not beat second places in two: Cormack, Clarke and Büttcher 2009,
# doi:10.1145/1571941.1572114, who found 60 good on many collections.
_EVEN = 60


def fused(*orders: tuple[float, Sequence[int]]) -> list[int]:
    """Ids by the sum of weight / (60 + place) over all orders, each `(weight, ids)`; best first.

    Ids that come out even keep the place that the earlier order gave them.
    """
    scores: dict[int, float] = defaultdict(float)
    for weight, ids in orders:
        for place, one in enumerate(ids):
            scores[one] += weight / (_EVEN + place)
    return sorted(scores, key=scores.__getitem__, reverse=True)
