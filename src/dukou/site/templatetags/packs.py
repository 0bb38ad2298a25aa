"""`{% pack "style" %}`: the address of a pack of stylesheets or modules."""

from django import template
from django.urls import reverse

from dukou.site.packs import packs

register = template.Library()


@register.simple_tag
def pack(stem: str) -> str:
    """The address of the pack as it is now."""
    return reverse("pack", args=[packs()[stem].name])
