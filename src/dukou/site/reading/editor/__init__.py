"""The contract's editor: the operator changes clauses in a form, or in the text itself."""
