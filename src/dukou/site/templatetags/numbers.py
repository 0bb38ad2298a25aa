"""Numbers as people write them."""

from babel.numbers import format_compact_decimal
from django import template
from django.utils.translation import get_language, to_locale

register = template.Library()


@register.filter
def compact(number: int) -> str:
    """A count, short: nothing for 0, "412", "1.2K", "1.2万"."""
    if not number:
        return ""
    if number < 1000:
        return str(number)
    locale = to_locale(get_language() or "en")
    return str(format_compact_decimal(number, locale=locale, fraction_digits=1))
