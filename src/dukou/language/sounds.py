"""Laughter and other sounds as people type them, each with the language that makes it so.

They are of any length, so no list holds them: jajaja is Spanish, kkkkk Portuguese, wwww Japanese.
A scream or a hum is a sound of no language, and says nothing about the text that it is in.
"""

import re

from dukou.language.tags import UNKNOWN

_SOUNDS = {
    "zh": "h{3,}|233+|6{3,}|d{4,}|em{3,}",
    "en": "a?(?:ha){2,}h?|aw{1,4}",
    "es": "(?=.{4})[as]*j[as]*j[ajs]*|(?:je){2,}j?|(?:ji){2,}j?",
    "pt": "k{3,}j?|(?:rs){2,}|(?:ks){2,}k?|(?:hue){2,}",
    "id": "(?=[aok]*w[aok]*w)(?=[aow]*k[aow]*k)[aowk]{4,}",
    "fr": "mdr+|ptdr+",
    "ja": "w{3,}|ｗ+|[草笑神][wｗ]+",
    UNKNOWN: r"(?P<letter>[^\W\d_])(?P=letter){2,}|[ao]+h{2,}|hm+|(?:h[eio]){2,}h?",
}
_SOUND = re.compile("|".join(f"(?P<{language}>{sound})" for language, sound in _SOUNDS.items()))
# Inside a word three consonants may be German: Brennnessel.
_DRAWN_OUT = re.compile(
    r"([^\W\d_])\1{2,}(?![^\W_])|([aeiou])\2{2,}|([^\W\d_])\3{3,}", re.IGNORECASE
)


def sound_language(word: str) -> str | None:
    """The language of a sound in lower case, `und` for one that all make, or None for a word."""
    found = _SOUND.fullmatch(word)
    return found.lastgroup if found else None


def shortened(text: str) -> str:
    """The text without drawls: yes for yesssss."""
    return _DRAWN_OUT.sub(lambda drawl: drawl.group()[0], text)
