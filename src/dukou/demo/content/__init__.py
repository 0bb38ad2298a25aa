"""The texts of the demo community, and how they are read."""
