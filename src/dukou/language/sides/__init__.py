"""Two versions of one text, sentence by sentence: what one side says and the other does not.

`sentences` cuts a text, `differences` finds the sentences without a counterpart. Vectors tell what
is alike across languages; they cannot tell a yes from a no, so silence is no promise.
"""

from dukou.language.sides.comparing import Difference, Kind, differences
from dukou.language.sides.sentences import Sentence, sentences

__all__ = ["Difference", "Kind", "Sentence", "differences", "sentences"]
