"""The talk app."""

from django.apps import AppConfig


class TalkConfig(AppConfig):
    """Registers talk with Django."""

    name = "dukou.site.talk"
    label = "talk"
