"""Hiding a note from everyone but its author, for moderators."""

from django.utils import timezone

from dukou.site.notes.models import Note
from dukou.site.notes.services.copies import fold, print_of
from dukou.site.notes.services.moving import ask_to_move


def hide_note(note: Note) -> None:
    """Take every version of the note out of every page, at once; its pictures move away."""
    now = timezone.now()
    Note.objects.filter(pk=note.pk).update(hidden_at=now, changed_at=now)
    note.hidden_at = now
    ask_to_move(note)


def show_note(note: Note) -> None:
    """Let the note be seen again; it stands for its copies as before."""
    Note.objects.filter(pk=note.pk).update(hidden_at=None, changed_at=timezone.now())
    note.hidden_at = None
    same = print_of(note)
    if same is not None:
        fold(same)
