"""Days as the place counts them, whoever asks and wherever they are."""

from datetime import date

from django.utils import timezone


def day_of_place() -> date:
    """Today in the place's own time zone; `timezone.localdate` is that of who reads."""
    return timezone.localdate(timezone=timezone.get_default_timezone())
