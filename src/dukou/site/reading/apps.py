"""The reading app."""

from django.apps import AppConfig


class ReadingConfig(AppConfig):
    """Registers reading with Django, and first notes with the contract."""

    name = "dukou.site.reading"
    label = "reading"

    def ready(self) -> None:
        """Models are loaded by now."""
        from dukou.site.notes.hooks import announcers
        from dukou.site.reading import health  # noqa: F401 - registers its check
        from dukou.site.reading.allocation.debuts import announce_note
        from dukou.site.reading.holdings import register_holdings

        register_holdings()
        announcers.append(announce_note)
