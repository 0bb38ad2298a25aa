"""What is said to a member whose picture or note is not taken."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_OF_PICTURES: dict[str, str | Promise] = {
    "unknown": _("This is no picture that we can read. Take JPEG, PNG, WebP, AVIF or HEIC."),
    "broken": _("This picture is damaged and could not be read."),
    "too-large": _("This picture is too large: 40 MB and 120 megapixels are the most."),
    "too-slow": _("Reading this picture took too long. Try a smaller one."),
    "busy": _("Many pictures are arriving just now. Try again in a minute."),
    "too-many": _("A note holds 18 pictures at most."),
    "no-room": _("Your pictures fill the room that this place can give you. Delete some notes."),
}


def picture_refusal(code: str) -> str:
    """The words for the code of a `PictureRefused`."""
    return str(_OF_PICTURES.get(code, _OF_PICTURES["broken"]))
