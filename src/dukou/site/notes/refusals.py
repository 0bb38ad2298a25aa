"""What is said to a member whose picture or note is not taken."""

from __future__ import annotations

import math
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

_OF_PICTURES: dict[str, str | Promise] = {
    "unknown": _("This is no picture that we can read. Take JPEG, PNG, WebP, AVIF or HEIC."),
    "broken": _("This picture is damaged and could not be read."),
    "too-large": _("This picture is too large: 40 MB and 120 megapixels are the most."),
    "too-slow": _("Reading this picture took too long. Try a smaller one."),
    "busy": _("Many pictures are arriving just now. Try again in a minute."),
    "too-many": _("A note holds 18 pictures at most."),
    "disk-full": _("The disk of this place is full: the picture could not be kept."),
    "no-room": _("Your pictures fill the room that this place can give you. Delete some notes."),
}
_OF_NOTES: dict[str, tuple[str | Promise, str]] = {
    "empty": (_("Write a few words first: a title is enough."), "title"),
    "pictures": (_("A note holds 18 pictures at most."), "pictures"),
    "refused-picture": (_("One picture could not be read. Take it out, then publish."), "pictures"),
    "long-title": (_("The title is too long: 100 characters are the most."), "title"),
    "long-body": (_("The text is too long: 5,000 characters are the most."), "body"),
    "long-other-title": (
        _("The title in the other language is too long: 100 characters are the most."),
        "other_title",
    ),
    "long-other-body": (
        _("The text in the other language is too long: 5,000 characters are the most."),
        "other_body",
    ),
    "same-language": (
        _("Both versions are marked with the same language. Choose another for one of them."),
        "other_lang",
    ),
    "too-many-drafts": (_("You have 100 drafts. Finish or delete one of them first."), ""),
}


@dataclass(frozen=True)
class Refusal:
    """Why not, in words, and the field of the composer that it is about."""

    words: str
    field: str


def picture_refusal(code: str) -> str:
    """The words for the code of a `PictureRefused`."""
    return str(_OF_PICTURES.get(code, _OF_PICTURES["broken"]))


def note_refusal(code: str) -> Refusal:
    """The words for the code of a `PublishError`."""
    words, field = _OF_NOTES[code]
    return Refusal(str(words), field)


def disk_refusal() -> Refusal:
    """The words for a member whose text found no room."""
    words = _("The disk of this place is full. What you wrote is not kept yet: try again later.")
    return Refusal(str(words), "")


def limit_refusal(wait_seconds: int) -> Refusal:
    """The words for a member who has published a lot."""
    minutes = math.ceil(wait_seconds / 60)
    words = ngettext(
        "You have published a lot in this hour. Your draft is kept: go on in %(n)s minute.",
        "You have published a lot in this hour. Your draft is kept: go on in %(n)s minutes.",
        minutes,
    )
    return Refusal(words % {"n": minutes}, "")
