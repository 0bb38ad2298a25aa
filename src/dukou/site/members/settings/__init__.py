"""The settings' pages, one file a page."""
