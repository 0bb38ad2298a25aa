"""The members app."""

from django.apps import AppConfig


class MembersConfig(AppConfig):
    """Registers members with Django."""

    name = "dukou.site.members"
    label = "members"
