"""The operator's tables of bridge."""

from django.contrib import admin

from dukou.site.bridge.glossary.models import GlossaryVersion
from dukou.site.bridge.models import Memory, Spending, Wish
from dukou.site.bridge.words.models import UnknownExpression
from dukou.site.tables import ReadOnly


@admin.register(Memory)
class MemoryTable(ReadOnly):
    """Rows of Memory, to look things up."""

    list_display = (
        "source",
        "target",
        "engine",
        "quality",
        "text",
        "at",
    )
    search_fields = ("text",)
    list_filter = (
        "source",
        "target",
        "quality",
    )


@admin.register(Wish)
class WishTable(ReadOnly):
    """Rows of Wish, to look things up."""

    list_display = (
        "kind",
        "text_id",
        "target",
        "outcome",
        "detail",
        "at",
    )
    search_fields = ("detail",)
    list_filter = (
        "outcome",
        "target",
    )


@admin.register(Spending)
class SpendingTable(ReadOnly):
    """Rows of Spending, to look things up."""

    list_display = (
        "day",
        "member",
        "account",
        "characters",
    )
    search_fields = ("member__name",)
    list_filter = ("day", "account")
    list_select_related = ("member",)


@admin.register(GlossaryVersion)
class GlossaryTable(ReadOnly):
    """Wordings of the glossary, to look things up."""

    list_display = ("language", "term", "rendering", "state", "by", "at")
    search_fields = ("term", "rendering", "by__name")
    list_filter = ("language", "state", "kind", "tone")
    list_select_related = ("by",)


@admin.register(UnknownExpression)
class UnknownTable(ReadOnly):
    """Expressions that members looked up in vain."""

    list_display = ("language", "key", "member", "at")
    search_fields = ("key",)
    list_filter = ("language",)
    list_select_related = ("member",)
