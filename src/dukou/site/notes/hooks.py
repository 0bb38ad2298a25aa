"""What the rooms above do when a note is published or changed.

Notes cannot know them, so they say so when the site starts (`AppConfig.ready`): every way to
publish, from the composer to an import, then tells the same people.
"""

from collections.abc import Callable

from dukou.site.notes.models import Note

announcers: list[Callable[[Note], None]] = []


def announce(note: Note) -> None:
    """Let every room know, within the transaction that wrote the note."""
    for announcer in announcers:
        announcer(note)
