"""What one version of a text says and the other does not, marked where both stand side by side.

Jobs compare what people wrote, sentence by sentence; pages read what was found.
"""
