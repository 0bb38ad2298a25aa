"""How long ago something was said or done, in words."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

JUST_NOW = timedelta(minutes=1)


def ago(at: datetime) -> str:
    """`just now`, `5 minutes ago`, `3 weeks ago`."""
    now = timezone.now()
    if now - at < JUST_NOW:
        return _("just now")
    return _("%(span)s ago") % {"span": timesince(at, now, depth=1)}
