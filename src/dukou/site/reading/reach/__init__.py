"""How far a note reached: for its author, with what the contract still owes it."""
