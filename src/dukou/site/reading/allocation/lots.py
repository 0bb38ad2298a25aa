"""What chance draws from on a page: the same for the same session at the same place of it."""

from __future__ import annotations

import hashlib
import uuid

import numpy as np


class Lots:
    """One generator for all pages of a process, one after the other.

    A new one takes longer to make than all that a page draws from it.
    """

    def __init__(self) -> None:
        self._bits = np.random.PCG64(0)
        self._rng = np.random.Generator(self._bits)

    def of_page(self, session: uuid.UUID, *, shown: int) -> np.random.Generator:
        """The generator as it begins for the page after so many notes of the session; good until
        the next page's."""
        digest = hashlib.blake2b(session.bytes + shown.to_bytes(8, "big"), digest_size=32).digest()
        state, step = int.from_bytes(digest[:16], "big"), int.from_bytes(digest[16:], "big") | 1
        self._bits.state = {
            "bit_generator": "PCG64",
            "state": {"state": state, "inc": step},
            "has_uint32": 0,
            "uinteger": 0,
        }
        return self._rng
