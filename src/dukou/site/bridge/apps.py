"""The bridge app."""

from django.apps import AppConfig


class BridgeConfig(AppConfig):
    """Registers bridge with Django, notes with the bridge, engines with `dukou doctor`."""

    name = "dukou.site.bridge"
    label = "bridge"

    def ready(self) -> None:
        """Models are loaded only now."""
        from dukou.site import detecting
        from dukou.site.bridge import health  # noqa: F401 - registers its check
        from dukou.site.bridge.glossary import known
        from dukou.site.bridge.holdings import register_holdings
        from dukou.site.bridge.note_texts import NoteTexts
        from dukou.site.bridge.precedents.services import renew
        from dukou.site.bridge.services import wish_anew
        from dukou.site.bridge.sides.services import compare_anew
        from dukou.site.bridge.translatable import register
        from dukou.site.bridge.words import health as words  # noqa: F401 - registers its check
        from dukou.site.notes.hooks import announcers

        register(NoteTexts())
        announcers.extend([renew, compare_anew, lambda note: wish_anew("note", note.pk)])
        register_holdings()
        detecting.fresheners.append(known.freshen)
