"""The operator's tables of arrivals."""

from django.contrib import admin

from dukou.site.arrivals.models import Wave
from dukou.site.tables import Fixable


@admin.register(Wave)
class WaveTable(Fixable):
    """Rows of Wave, to look things up."""

    list_display = (
        "key",
        "home_language",
        "region",
        "started_at",
        "ended_at",
    )
    search_fields = ("key",)
    list_filter = ("home_language",)
