"""The drawn pictures of text cards for link previews: kept until the note changes."""

from __future__ import annotations

import io
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

from dukou.site.notes.card_picture import draw_card
from dukou.site.notes.models import Design, Note

SIZE = 720, 960


def card_png(note: Note) -> bytes:
    """The note's card as a PNG, from the disk where it was drawn before."""
    shelf = _shelf()
    name = f"{note.pk}-{_version(note)}.png"
    if not shelf.exists(name):
        forget_cards([note.pk])
        shelf.save(name, ContentFile(_drawn(note)))
    with shelf.open(name) as file:
        return bytes(file.read())


def forget_cards(note_ids: list[int]) -> None:
    """Delete what was drawn for these notes."""
    shelf = _shelf()
    for note_id in note_ids:
        for path in Path(shelf.location).glob(f"{note_id}-*.png"):
            path.unlink(missing_ok=True)


def clear_cards() -> int:
    """Delete the cards of notes that are no more, also those that went with their authors."""
    files = Path(_shelf().location).glob("*-*.png")
    drawn = {int(path.name.split("-", 1)[0]) for path in files}
    alive = set(Note.objects.filter(pk__in=drawn).values_list("pk", flat=True))
    forget_cards(list(drawn - alive))
    return len(drawn - alive)


def _shelf() -> FileSystemStorage:
    """A folder that no address serves: whoever gets a card has passed the gate of its note."""
    return FileSystemStorage(location=settings.CONFIGURATION.home / "cards")


def _version(note: Note) -> int:
    """Changes with the note's text and design."""
    return int(note.changed_at.timestamp() * 1000)


def _drawn(note: Note) -> bytes:
    text = note.versions.get(is_source=True)
    out = io.BytesIO()
    image = draw_card(note.design or Design.LETTER, text.title, text.body, text.lang, size=SIZE)
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
