"""What other pages ask of comparisons."""

from __future__ import annotations

from dukou.language.sides import Difference
from dukou.site.bridge.choosing import Version
from dukou.site.bridge.sides.services import found_in


def differences_of(
    kind: str, text_id: int, source: Version, other: Version
) -> list[Difference] | None:
    """How the original and another version of a text differ; None if nobody compared them yet."""
    return found_in(kind, text_id, (source.lang, source.body), (other.lang, other.body))
