"""Dukou: one community, two banks of the river."""
