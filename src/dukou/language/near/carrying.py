"""A translation by people carried over to a text that differs a little from theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dukou.language import tags
from dukou.language.check import is_too_far, refusal
from dukou.language.near.wording import says_the_same
from dukou.language.protect import LostPiece, Protected, protect
from dukou.language.scripts import to_script
from dukou.language.vectors import vectors


@dataclass(frozen=True, slots=True)
class Known:
    """A text and what people made of it."""

    text: str
    translation: str


def carried(
    text: str,
    known: Known,
    *,
    source: str,
    target: str,
    names: Sequence[str] = (),
    terms: Mapping[str, str] | None = None,
) -> str | None:
    """The known translation as one of `text`; None where the texts differ in what matters.

    Pieces that engines never see (mentions, links, prices, times …) are taken from `text`, where
    people left theirs as they were; the rest must say the same, and what comes out passes the
    checks that engines pass. `terms` are words and the form that must stand for them.
    """
    new, old = (_hidden(one, source, names) for one in (text, known.text))
    made = protect(known.translation, names=names)
    if not _are_alike(new, old, source):
        return None
    whole = _filled(new, old, made)
    if whole is None or not _has_all(whole, (terms or {}).values()):
        return None
    pair = {"source": tags.base(source), "target": tags.base(target)}
    if refusal(_said(new), _said(made), **pair) or is_too_far(text, whole, **pair):
        return None
    return whole


def are_alike(text: str, other: str, lang: str, *, names: Sequence[str] = ()) -> bool:
    """True if the texts say the same but for their pieces, which are of the same kinds."""
    return _are_alike(_hidden(text, lang, names), _hidden(other, lang, names), lang)


def folded_vectors(texts: Sequence[str], lang: str) -> NDArray[np.float32]:
    """Vectors of texts of one language, both scripts of Chinese as one; shape (texts, numbers)."""
    is_chinese = tags.base(lang) == "zh"
    return vectors([to_script(text, tags.SIMPLIFIED) if is_chinese else text for text in texts])


def _are_alike(new: Protected, old: Protected, lang: str) -> bool:
    return new.kinds == old.kinds and says_the_same(_said(new), _said(old), lang)


def _hidden(text: str, source: str, names: Sequence[str]) -> Protected:
    plain = to_script(text, tags.SIMPLIFIED) if tags.base(source) == "zh" else text
    return protect(plain, names=names)


def _said(part: Protected) -> str:
    """The words alone, a mark for each piece, so that it matters where pieces stand."""
    marks = [f"⟦{number}⟧" for number in range(1, len(part.pieces) + 1)] + [""]
    return "".join(f"{gap}{mark}" for gap, mark in zip(part.gaps, marks, strict=True))


def _filled(new: Protected, old: Protected, made: Protected) -> str | None:
    """The translation with the new text's pieces in the places of the old one's."""
    if _edges(old) != _edges(made):
        return None
    pieces = made.pieces
    if new.pieces != old.pieces:
        instead = dict(zip(old.pieces, new.pieces, strict=True))
        is_clear = len(instead) == len(old.pieces) and Counter(made.pieces) == Counter(old.pieces)
        if not is_clear:
            return None
        pieces = tuple(instead[piece] for piece in made.pieces)
    filled = replace(made, head=new.head, tail=new.tail, pieces=pieces)
    try:
        return filled.restore(made.masked)
    except LostPiece:
        return None


def _has_all(whole: str, forms: Iterable[str]) -> bool:
    """In any capitals: a term may begin a sentence."""
    said = whole.casefold()
    return all(form.casefold() in said for form in forms)


def _edges(part: Protected) -> tuple[str, str]:
    return "".join(part.head.split()), "".join(part.tail.split())
