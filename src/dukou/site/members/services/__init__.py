"""Writes about members, by subject. Each is one use case, in a transaction."""

from dukou.site.members.services.joining import create_member, give_role, set_up_member
from dukou.site.members.services.languages import set_reading_languages
from dukou.site.members.services.profile import set_interface
from dukou.site.members.services.relations import block, follow, mute, unblock, unfollow, unmute
from dukou.site.members.services.repeating import once
from dukou.site.members.services.suspending import lift_suspension, suspend

__all__ = [
    "block",
    "create_member",
    "follow",
    "give_role",
    "lift_suspension",
    "mute",
    "once",
    "set_interface",
    "set_reading_languages",
    "set_up_member",
    "suspend",
    "unblock",
    "unfollow",
    "unmute",
]
