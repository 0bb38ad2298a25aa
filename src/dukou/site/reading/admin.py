"""The operator's tables of reading."""

from django.contrib import admin

from dukou.site.reading.models import ClauseHour, ContractVersion
from dukou.site.tables import ReadOnly


@admin.register(ContractVersion)
class ContractVersionTable(ReadOnly):
    """Rows of ContractVersion, to look things up."""

    list_display = (
        "id",
        "by",
        "at",
        "reason",
    )
    search_fields = ("reason",)
    list_filter = ("at",)
    list_select_related = ("by",)


@admin.register(ClauseHour)
class ClauseHourTable(ReadOnly):
    """Rows of ClauseHour, to look things up."""

    list_display = (
        "clause",
        "hour",
        "delivered",
        "base",
        "plain",
        "pages",
    )
    search_fields = ("clause",)
    list_filter = ("clause",)
