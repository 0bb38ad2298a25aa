"""Simulated members and waves, for rehearsing what real members will live through."""
