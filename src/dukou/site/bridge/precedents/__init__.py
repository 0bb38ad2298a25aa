"""What people translated, for texts that differ a little: the near half of the translation memory.

Authors' own versions and accepted corrections of public texts. A text that is still there and still
public may lend its translation to one that is nearly the same, and the page says so.
"""
