"""Who is offered to look up words."""

from __future__ import annotations

from collections.abc import Sequence

from dukou.language.gloss import is_served
from dukou.language.tags import base


def target_for(lang: str, reads: Sequence[str]) -> str:
    """The reader's language that words of `lang` can be explained in; empty if there is none."""
    return next((reader for reader in reads if is_served(lang, reader)), "")


def is_offered(lang: str, reads: Sequence[str]) -> bool:
    """True if the first language of the reader is another one, in which words can be explained."""
    return bool(reads) and base(reads[0]) != base(lang) and bool(target_for(lang, reads))
