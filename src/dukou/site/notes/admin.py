"""The operator's tables of notes."""

from django.contrib import admin

from dukou.site.notes.models import NewWord, Note, Topic, TopicName
from dukou.site.tables import Fixable, ReadOnly


@admin.register(Note)
class NoteTable(ReadOnly):
    """Rows of Note, to look things up."""

    list_display = (
        "id",
        "author",
        "kind",
        "lang",
        "audience",
        "published_at",
        "hidden_at",
        "likes_count",
        "comments_count",
    )
    search_fields = ("author__name",)
    list_filter = (
        "kind",
        "lang",
        "audience",
    )
    list_select_related = ("author",)


@admin.register(Topic)
class TopicTable(Fixable):
    """Subjects."""

    list_display = (
        "slug",
        "is_interest",
        "position",
    )
    search_fields = ("slug",)
    list_filter = ("is_interest",)


@admin.register(TopicName)
class TopicNameTable(Fixable):
    """What subjects are called."""

    list_display = (
        "name",
        "lang",
        "topic",
    )
    search_fields = ("name",)
    list_filter = ("lang",)
    list_select_related = ("topic",)


@admin.register(NewWord)
class NewWordTable(ReadOnly):
    """Expressions that notes here use and no dictionary has."""

    list_display = ("word", "notes", "authors", "found_at", "seen_at")
    search_fields = ("word",)
