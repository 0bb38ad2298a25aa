"""The balance page: what the contract promises, and whether it is kept."""
