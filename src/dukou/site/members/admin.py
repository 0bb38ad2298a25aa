"""The operator's tables of members."""

from django.contrib import admin

from dukou.site.members.models import Invitation, Member, Suspension
from dukou.site.tables import Fixable, ReadOnly


@admin.register(Member)
class MemberTable(Fixable):
    """Everyone with an account; names, roles and languages can be put right."""

    list_display = (
        "name",
        "shown",
        "email",
        "role",
        "home_language",
        "region",
        "wave",
        "joined_at",
        "suspended",
    )
    search_fields = (
        "name",
        "shown",
        "email",
    )
    list_filter = (
        "role",
        "home_language",
        "suspended",
    )
    fields = ("shown", "email", "role", "home_language", "region", "wave", "bio")


@admin.register(Suspension)
class SuspensionTable(ReadOnly):
    """Rows of Suspension, to look things up."""

    list_display = (
        "member",
        "by",
        "reason",
        "at",
        "until",
        "lifted_at",
    )
    search_fields = ("member__name",)
    list_filter = ("at",)
    list_select_related = (
        "member",
        "by",
    )


@admin.register(Invitation)
class InvitationTable(ReadOnly):
    """Rows of Invitation, to look things up."""

    list_display = (
        "code",
        "by",
        "made_at",
        "expires_at",
        "used_by",
    )
    search_fields = (
        "code",
        "by__name",
    )
    list_filter = ("made_at",)
    list_select_related = (
        "by",
        "used_by",
    )
