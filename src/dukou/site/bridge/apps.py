"""The bridge app."""

from django.apps import AppConfig


class BridgeConfig(AppConfig):
    """Registers bridge with Django."""

    name = "dukou.site.bridge"
    label = "bridge"
