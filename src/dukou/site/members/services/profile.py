"""What a member says of themselves, and how they want the pages to be."""

from __future__ import annotations

from dukou.site.members.models import Member


def set_interface(member: Member, *, language: str | None = None, theme: str | None = None) -> None:
    """Remember how the member wants the pages to be."""
    if language is not None:
        member.interface_language = language
    if theme is not None:
        member.theme = theme
    member.save(update_fields=["interface_language", "theme"])
