"""Slang, memes and customs of two social worlds, each explained to people of the other.

`entries` are those that come with Dukou; a community adds its own. `Finder` finds them in a text.
"""

from dukou.language.glossary.entries import ACROSS, Entry, Kind, Tone, entries
from dukou.language.glossary.finding import Finder, Found, key_of

__all__ = ["ACROSS", "Entry", "Finder", "Found", "Kind", "Tone", "entries", "key_of"]
