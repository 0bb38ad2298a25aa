"""Vectors of glosses and sentences, kept: a sense is encoded once, whoever taps its word.

The encoder is not loaded for a tap: a process that has it for something else uses it here too, any
other ranks without it (`bench/gloss.py` says what that costs).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dukou.language import vectors as space
from dukou.language.gloss.ranking import Encoder

#: 40 MB at most, filled by what is tapped.
_KEPT = 20_000
_kept: dict[str, NDArray[np.float32]] = {}


def encoder_if_loaded() -> Encoder | None:
    """What gives vectors of texts, or None while this process has no encoder."""
    return kept_vectors if space.is_loaded() else None


def kept_vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """Vectors of texts, each encoded once while it is remembered."""
    new = [text for text in dict.fromkeys(texts) if text not in _kept]
    if new:
        if len(_kept) + len(new) > _KEPT:
            _kept.clear()
        _kept.update(zip(new, space.vectors(new), strict=True))
    return np.stack([_kept[text] for text in texts])
