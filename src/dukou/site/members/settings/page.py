"""What every page of the settings shows: the line of pages above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dukou.site.requests import MemberRequest

PAGES: dict[str, str | Promise] = {
    "settings": _("Profile"),
    "settings_languages": _("Languages"),
    "safety": _("Safety"),
    "settings_data": _("Data"),
}


@dataclass(frozen=True)
class Tab:
    """A page of the settings."""

    url_name: str
    word: str | Promise
    current: bool


def settings_page(
    request: MemberRequest, name: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """The page with its tabs; `name` is one of PAGES."""
    tabs = [Tab(url_name, word, url_name == name) for url_name, word in PAGES.items()]
    template = f"members/{name.removeprefix('settings_')}.html"
    return render(request, template, {**context, "tabs": tabs}, status=status)
