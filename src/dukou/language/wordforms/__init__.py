"""Which languages know a word, and how common it is in each: what letters alone cannot tell.

"aunque" looks as Portuguese as Spanish, but only one of them has it. A file for each language
(`es.npy`) holds the forms of its words that stand in ten million running words at least once; they
come from the lists of wordfreq, under CC BY-SA 4.0 (see NOTICE). A process maps the files, so
that several of them share the memory, 2.5 MB for seven languages.
"""

from dukou.language.wordforms.evidence import evidence

__all__ = ["evidence"]
