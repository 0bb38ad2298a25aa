"""The operator's tables of talk."""

from django.contrib import admin

from dukou.site.tables import ReadOnly
from dukou.site.talk.models import Comment


@admin.register(Comment)
class CommentTable(ReadOnly):
    """Rows of Comment, to look things up."""

    list_display = (
        "id",
        "author",
        "note",
        "lang",
        "at",
        "hidden_at",
        "likes_count",
    )
    search_fields = ("author__name",)
    list_filter = ("lang",)
    list_select_related = (
        "author",
        "note",
    )
