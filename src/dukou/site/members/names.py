"""What a member's name may be."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from dukou.site.members.models import valid_name

RESERVED = frozenset(
    """
    account admin all api balance collections compose drafts dukou everyone explore following
    healthz invitations language latest media members metrics moderation moderator notes
    notifications objections operator readyz report rules saved search seen settings static support
    suspended theme topics welcome why
    """.split()  # noqa: SIM905 - a list of forty strings would be harder to read
)


def not_reserved(name: str) -> None:
    """Refuse names that stand for the place or its pages."""
    if name.lower() in RESERVED:
        raise ValidationError(_("This name belongs to the place. Choose another."))


validators: list[Callable[[str], None]] = [valid_name, not_reserved]
