"""Writes about members, by subject. Each is one use case, in a transaction."""

from dukou.site.members.services.joining import create_member, give_role, set_up_member
from dukou.site.members.services.languages import (
    apply_due_home_languages,
    set_home_language,
    set_reading_languages,
    set_translation_habits,
)
from dukou.site.members.services.leaving import delete_member
from dukou.site.members.services.objecting import answer_objection, object_to_cohort
from dukou.site.members.services.profile import (
    note_active_day,
    save_profile,
    set_avatar,
    set_interface,
    set_reply_policy,
    set_shown,
)
from dukou.site.members.services.relations import block, follow, mute, unblock, unfollow, unmute
from dukou.site.members.services.repeating import forget_old_keys, new_key, once
from dukou.site.members.services.suspending import lift_ended_suspensions, lift_suspension, suspend

__all__ = [
    "answer_objection",
    "apply_due_home_languages",
    "block",
    "create_member",
    "delete_member",
    "follow",
    "forget_old_keys",
    "give_role",
    "lift_ended_suspensions",
    "lift_suspension",
    "mute",
    "new_key",
    "note_active_day",
    "object_to_cohort",
    "once",
    "save_profile",
    "set_avatar",
    "set_home_language",
    "set_interface",
    "set_reading_languages",
    "set_reply_policy",
    "set_shown",
    "set_translation_habits",
    "set_up_member",
    "suspend",
    "unblock",
    "unfollow",
    "unmute",
]
