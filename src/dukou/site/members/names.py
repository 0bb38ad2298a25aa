"""What a member's name may be."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from dukou.site.members.models import valid_name

RESERVED = frozenset(
    "account admin api balance collections compose drafts explore following healthz language "
    "latest media members metrics moderation moderator notes notifications operator readyz rules "
    "saved search settings static support suspended theme topics welcome dukou everyone all".split()
)


def not_reserved(name: str) -> None:
    """Refuse names that stand for the place or its pages."""
    if name.lower() in RESERVED:
        raise ValidationError(_("This name belongs to the place. Choose another."))


validators = [valid_name, not_reserved]
