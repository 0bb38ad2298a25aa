"""The pages of writing: the composer, its aids, and what an author does with a note later."""
