"""The notes app."""

from django.apps import AppConfig


class NotesConfig(AppConfig):
    """Registers notes with Django."""

    name = "dukou.site.notes"
    label = "notes"

    def ready(self) -> None:
        """Models are loaded by now."""
        from dukou.site import detecting
        from dukou.site.notes import new_words
        from dukou.site.notes.holdings import register_holdings

        register_holdings()
        detecting.fresheners.append(new_words.freshen)
