"""The operator's tables of commons."""

from django.contrib import admin

from dukou.site.commons.models import Decision, Report
from dukou.site.tables import ReadOnly


@admin.register(Report)
class ReportTable(ReadOnly):
    """Rows of Report, to look things up."""

    list_display = (
        "by",
        "ground",
        "words",
        "at",
        "closed_at",
    )
    search_fields = (
        "words",
        "by__name",
    )
    list_filter = ("ground",)
    list_select_related = ("by",)


@admin.register(Decision)
class DecisionTable(ReadOnly):
    """Rows of Decision, to look things up."""

    list_display = (
        "act",
        "member",
        "by",
        "reason",
        "at",
        "undone_at",
    )
    search_fields = (
        "reason",
        "member__name",
    )
    list_filter = ("act",)
    list_select_related = (
        "member",
        "by",
    )
