"""The members app."""

from django.apps import AppConfig


class MembersConfig(AppConfig):
    """Registers members with Django, and what is held of them."""

    name = "dukou.site.members"
    label = "members"

    def ready(self) -> None:
        """Models are loaded by now."""
        from dukou.site.members.holdings import register_holdings

        register_holdings()
