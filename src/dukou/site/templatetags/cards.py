"""`{% written_cards feed.cards %}`: cards that stand ready but for the page they come on."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def written_cards(context: Context, cards: Iterable[Any]) -> SafeString:
    """The cards, one after the other, with the token of the page's forms."""
    token = str(context.get("csrf_token", ""))
    html = "".join([card.with_token(token) for card in cards])
    return mark_safe(html)  # noqa: S308 - written by the card's own template
