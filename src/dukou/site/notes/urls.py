"""Addresses of the notes app."""

from django.urls import path

from dukou.site.notes import avatars, previews
from dukou.site.notes.views import aids, composing, later, pictures

urlpatterns = [
    path("compose", composing.compose, name="compose"),
    path("drafts", composing.drafts, name="drafts"),
    path("drafts/<int:draft_id>", composing.draft, name="draft"),
    path("drafts/<int:draft_id>/pictures", pictures.pictures, name="draft_pictures"),
    path("drafts/<int:draft_id>/pictures/<int:media_id>", pictures.picture, name="draft_picture"),
    path("detect", aids.detect, name="detect"),
    path("suggest", aids.suggest, name="suggest"),
    path("@<str:name>/<int:note_id>/card.png", previews.card, name="card_picture"),
    path("@<str:name>/<int:note_id>/edit", composing.edit, name="edit_note"),
    path("@<str:name>/<int:note_id>/history", later.history, name="note_history"),
    path("@<str:name>/<int:note_id>/delete", later.ask_delete, name="ask_delete_note"),
    path("notes/<int:note_id>", later.note, name="delete_note"),
    path("notes/<int:note_id>/language", later.language, name="note_language"),
    path("settings/avatar", avatars.avatar, name="avatar"),
]
