"""The talk app."""

from django.apps import AppConfig


class TalkConfig(AppConfig):
    """Registers talk with Django, and comments with the bridge."""

    name = "dukou.site.talk"
    label = "talk"

    def ready(self) -> None:
        """Models are loaded only now."""
        from dukou.site.bridge.translatable import register
        from dukou.site.talk.comment_texts import CommentTexts

        register(CommentTexts())
