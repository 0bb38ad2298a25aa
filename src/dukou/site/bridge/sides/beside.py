"""Two versions of a text side by side: which ones, and which of their sentences differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from django.utils.translation import ngettext

from dukou.language.scripts import to_script
from dukou.language.sides import Difference
from dukou.language.tags import same_language
from dukou.site.bridge.choosing import Chosen, CreditedVersion, chosen
from dukou.site.bridge.sides.marking import marked
from dukou.site.notes.models import Provenance

#: How an original and another version differ; None if nobody has compared them.
Compare = Callable[[CreditedVersion, CreditedVersion], Sequence[Difference] | None]
#: A sentence that differs, and the version that it stands in.
Differing = tuple[CreditedVersion, Difference]


def text_beside(
    best: Chosen,
    source: CreditedVersion,
    versions: Sequence[CreditedVersion],
    reads: Sequence[str],
) -> Chosen | None:
    """What stands beside the reader's own version: the original, or the author's other version."""
    others = [one for one in versions if one.provenance == Provenance.AUTHOR and one != source]
    if best.is_original and others:
        return chosen(others[0], source, versions, reads)
    has_other = not best.is_original or best.is_converted
    return chosen(source, source, versions, ()) if has_other else None


def differing(
    texts: Sequence[Chosen],
    source: CreditedVersion,
    versions: Sequence[CreditedVersion],
    compare: Compare | None,
) -> list[Differing]:
    """How the two versions differ that stand side by side; each difference with its version."""
    shown = [version_of(text, versions) for text in texts]
    other = next((one for one in shown if one is not None and one != source), None)
    if compare is None or other is None or other.provenance == Provenance.MACHINE or other.stale:
        return []
    return [((source, other)[one.side], one) for one in compare(source, other) or ()]


def marked_texts(
    texts: Sequence[Chosen],
    versions: Sequence[CreditedVersion],
    found: Sequence[Differing],
) -> list[Chosen]:
    """The texts with those sentences marked, in the script that the reader reads."""
    out = []
    for text in texts:
        version = version_of(text, versions)
        own = [one for of, one in found if of == version]
        body = marked(version.body, own) if version and own else text.body
        if own and text.is_converted:
            body = to_script(body, text.lang)
        out.append(replace(text, body=body))
    return out


def line_of(found: Sequence[object]) -> str:
    """How many sentences differ, in words; empty for none."""
    if not found:
        return ""
    line = ngettext(
        "Compared sentence by sentence, %(count)d seems to differ. A comparison can be wrong.",
        "Compared sentence by sentence, %(count)d seem to differ. A comparison can be wrong.",
        len(found),
    )
    return line % {"count": len(found)}


def version_of(text: Chosen, versions: Sequence[CreditedVersion]) -> CreditedVersion | None:
    """The version that the text is from."""
    fitting = [
        one
        for one in versions
        if one.provenance == text.provenance
        and one.is_source == text.is_original
        and same_language(one.lang, text.lang)
    ]
    return fitting[0] if fitting else None
