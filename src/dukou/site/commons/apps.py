"""The commons app."""

from django.apps import AppConfig


class CommonsConfig(AppConfig):
    """Registers commons with Django."""

    name = "dukou.site.commons"
    label = "commons"

    def ready(self) -> None:
        """Models are loaded by now."""
        from dukou.site.commons.holdings import register_holdings

        register_holdings()
