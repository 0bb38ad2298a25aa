"""The commons app."""

from django.apps import AppConfig


class CommonsConfig(AppConfig):
    """Registers commons with Django."""

    name = "dukou.site.commons"
    label = "commons"
