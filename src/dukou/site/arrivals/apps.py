"""The arrivals app."""

from django.apps import AppConfig


class ArrivalsConfig(AppConfig):
    """Registers arrivals with Django."""

    name = "dukou.site.arrivals"
    label = "arrivals"
