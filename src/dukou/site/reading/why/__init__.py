"""Why this note: a served slot explained from the log, in the reader's words."""
