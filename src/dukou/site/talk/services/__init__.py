"""Writes of talk, by subject: reactions, collections, comments, notifications."""

from dukou.site.talk.services.collections import (
    delete_collection,
    make_collection,
    rename_collection,
)
from dukou.site.talk.services.comments import (
    CommentError,
    delete_comment,
    hide_comment,
    like_comment,
    show_comment,
    unlike_comment,
    write_comment,
)
from dukou.site.talk.services.following import follow_member, unfollow_member
from dukou.site.talk.services.languages import correct_comment_language
from dukou.site.talk.services.notifying import (
    announce_correction,
    announce_note,
    mark_all_read,
    notify,
)
from dukou.site.talk.services.reactions import (
    like_note,
    not_for_me,
    save_note,
    take_back_not_for_me,
    unlike_note,
    unsave_note,
)

__all__ = [
    "CommentError",
    "announce_correction",
    "announce_note",
    "correct_comment_language",
    "delete_collection",
    "delete_comment",
    "follow_member",
    "hide_comment",
    "like_comment",
    "like_note",
    "make_collection",
    "mark_all_read",
    "not_for_me",
    "notify",
    "rename_collection",
    "save_note",
    "show_comment",
    "take_back_not_for_me",
    "unfollow_member",
    "unlike_comment",
    "unlike_note",
    "unsave_note",
    "write_comment",
]
