"""Search across languages: by words, by the same words in the other language, by meaning.

notes.found_notes   which notes, best first: `matching` (full text), `near` (vectors), `fusing`
found.search        the page's results: notes, people, topics, other names, corrections
suggesting.offers   what the field offers while one types
asked, trends       what others search for, without knowing who
"""
