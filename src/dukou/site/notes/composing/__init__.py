"""Writing a note: what the composer holds, recognises, suggests and shows."""
