"""Hiding a note from everyone but its author, for moderators."""

from django.utils import timezone

from dukou.site.notes.models import Note


def hide_note(note: Note) -> None:
    """Take every version of the note out of every page, at once."""
    now = timezone.now()
    Note.objects.filter(pk=note.pk).update(hidden_at=now, changed_at=now)
    note.hidden_at = now


def show_note(note: Note) -> None:
    """Let the note be seen again."""
    Note.objects.filter(pk=note.pk).update(hidden_at=None, changed_at=timezone.now())
    note.hidden_at = None
