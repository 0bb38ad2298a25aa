"""Looking up the words of a note or a comment, one's own list of them, and what nobody knows."""
