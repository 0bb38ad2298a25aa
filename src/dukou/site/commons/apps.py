"""The commons app."""

from django.apps import AppConfig


class CommonsConfig(AppConfig):
    """Registers commons with Django, and its log with the glossary."""

    name = "dukou.site.commons"
    label = "commons"

    def ready(self) -> None:
        """Models are loaded by now."""
        from dukou.site.bridge.glossary.taking_out import announcers
        from dukou.site.commons.glossary import keep_decision
        from dukou.site.commons.holdings import register_holdings

        register_holdings()
        announcers.append(keep_decision)
