"""What people's translation of one text says of another that differs a little.

Vectors find texts that are alike, but "I like him" and "I like her" are alike to them. So two texts
count as near only if everything in which they differ is known not to change what is said
(`wording`), and the translation is carried over piece by piece (`carrying`): other mentions, links,
prices and times take the places of the old ones; another number or name ends it.
"""

from dukou.language.near.carrying import Known, are_alike, carried, folded_vectors
from dukou.language.near.wording import says_the_same

__all__ = ["LEAST", "Known", "are_alike", "carried", "folded_vectors", "says_the_same"]

#: Cosine from which a text is looked at at all: `bench/near.py` shows what other values give.
LEAST = 0.8
