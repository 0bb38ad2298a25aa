"""The notes app."""

from django.apps import AppConfig


class NotesConfig(AppConfig):
    """Registers notes with Django."""

    name = "dukou.site.notes"
    label = "notes"
