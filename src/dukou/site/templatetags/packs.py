"""`{% pack "style" %}`: the address of a pack of stylesheets or modules."""

from functools import cache

from django import template
from django.urls import reverse

from dukou.site.packs import packs

register = template.Library()


@register.simple_tag
def pack(stem: str) -> str:
    """The address of the pack as it is now."""
    return _address(packs()[stem].name)


@cache
def _address(name: str) -> str:
    return reverse("pack", args=[name])
