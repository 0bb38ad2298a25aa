"""The operator's tables: look, search, and change the few things that services leave to hands.

What has rules (publishing, hiding, suspending, the contract) is done on the site's own pages, so
most tables here are for reading only.
"""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from unfold.admin import ModelAdmin


class ReadOnly(ModelAdmin):  # type: ignore[misc]
    """A table that can be read and searched, not changed."""

    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Rows are made by the site."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Rows are changed by the site."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Rows are deleted by the site."""
        return False


class Fixable(ReadOnly):
    """A table in which the operator may correct a row, but neither make nor delete one."""

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """A wrong row can be put right."""
        return True


admin.site.site_header = admin.site.site_title = "渡口 Dukou"
