"""The talk app."""

from django.apps import AppConfig


class TalkConfig(AppConfig):
    """Registers talk with Django, comments and corrections with the bridge, mentions with notes,
    what is held of members, and what is unread with their sessions."""

    name = "dukou.site.talk"
    label = "talk"

    def ready(self) -> None:
        """Models are loaded only now."""
        from dukou.site.bridge.corrections import services as corrections
        from dukou.site.bridge.translatable import register
        from dukou.site.members.sessions import bring_along
        from dukou.site.notes.hooks import announcers
        from dukou.site.talk.comment_texts import CommentTexts
        from dukou.site.talk.holdings import register_holdings
        from dukou.site.talk.queries import UNREAD, unread_figure
        from dukou.site.talk.services import announce_correction, announce_note

        register(CommentTexts())
        register_holdings()
        bring_along(UNREAD, unread_figure)
        announcers.append(announce_note)
        corrections.announcers.append(announce_correction)
