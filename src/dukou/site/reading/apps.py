"""The reading app."""

from django.apps import AppConfig


class ReadingConfig(AppConfig):
    """Registers reading with Django."""

    name = "dukou.site.reading"
    label = "reading"
