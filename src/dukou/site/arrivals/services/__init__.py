"""Writes of arriving, by subject: `joining`, `invitations`, `introducing`."""
