"""The sub-commands of `dukou`, one file each. Django is imported only by those that need it."""
