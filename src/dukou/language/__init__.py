"""What a text is written in, how it reads in another script, and what it says in another language.

This room knows text. It does not know notes, members, requests or databases, so that it can be
used and tested with strings alone.
"""
