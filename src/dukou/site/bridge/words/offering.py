"""Who is offered to look up words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dukou.language.gloss import is_served
from dukou.language.tags import base, can_read
from dukou.site.notes.runs import languages_in


class LookingUp(NamedTuple):
    """The language whose words are explained to a reader, and the one that explains them."""

    lang: str
    to: str


def target_for(lang: str, reads: Sequence[str]) -> str:
    """The reader's language that words of `lang` can be explained in; empty if there is none."""
    return next((reader for reader in reads if is_served(lang, reader)), "")


def looking_up(text: str, lang: str, reads: Sequence[str]) -> LookingUp | None:
    """What is offered to a reader of these languages for a text that is mostly in `lang`; None if
    nothing is.

    Its words, where the reader's first language is another one; in a mixed text otherwise those of
    the first language in it that they do not read at all, as 你是不是傻 in an English note.
    """
    if not reads:
        return None
    found = (LookingUp(one, target_for(one, reads)) for one in _tried(text, lang, reads))
    return next((one for one in found if one.to), None)


def _tried(text: str, lang: str, reads: Sequence[str]) -> Iterator[str]:
    """The languages to try, best first. The text is looked through only where its own is none."""
    if base(reads[0]) != base(lang):
        yield lang
    yield from (run for run in languages_in(text) if not can_read(reads, run))
