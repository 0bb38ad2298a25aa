"""Which words engines must not touch, and the form that they have in another language.

What is translated is remembered under the version of the terms that are in it: when a term in it
changes, and only then, the text is translated anew for its next reader.
"""

from __future__ import annotations

from collections.abc import Sequence

from dukou.ground.configuration import configuration
from dukou.language.terms import built_in_terms
from dukou.site.bridge.glossary.known import pinned_terms, version_of


def terms_for(texts: Sequence[str], source: str, target: str) -> dict[str, str]:
    """Terms in these texts with their form in the target; the glossary's count before our own."""
    return {**built_in_terms(texts, source, target), **pinned_terms(texts, source, target)}


def glossary_version(texts: Sequence[str], source: str, target: str) -> int:
    """Another number whenever `terms_for` answers otherwise for these texts."""
    return version_of(terms_for(texts, source, target))


def fixed_names() -> list[str]:
    """Names that stay as they are in every language."""
    return sorted({"渡口", "Dukou", *configuration().place_name.split()})
