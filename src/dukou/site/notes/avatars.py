"""A member's own picture: decoded in the limited process, cut square, kept as one small WebP."""

from __future__ import annotations

import io

from django.contrib import messages
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from PIL import Image

from dukou.site.disk import is_disk_full
from dukou.site.members import services as members
from dukou.site.members.limits import UPLOADING, spend
from dukou.site.members.models import Member
from dukou.site.notes.decoding import MOST_BYTES, PictureRefused, decode
from dukou.site.notes.files import new_avatar
from dukou.site.notes.refusals import picture_refusal
from dukou.site.requests import MemberRequest, member_required
from dukou.site.uploads import lost_files

SIDE = 256


@require_http_methods(["POST", "DELETE"])
@member_required
def avatar(request: MemberRequest) -> HttpResponse:
    """POST: the picture of the member from now on. DELETE: none any more."""
    if request.method == "DELETE":
        _replace(request.member, "")
        return redirect("settings")
    spend(UPLOADING, f"member:{request.member.pk}")
    upload = request.FILES.get("picture")
    if lost_files(request):
        messages.error(request, picture_refusal("disk-full"))
        return redirect("settings")
    if upload is None:
        messages.info(request, _("Choose a picture first."))
        return redirect("settings")
    try:
        keep_avatar(request.member, upload.read(MOST_BYTES + 1))
    except PictureRefused as refused:
        messages.error(request, picture_refusal(refused.code))
    else:
        messages.success(request, _("Your picture is kept."))
    return redirect("settings")


def keep_avatar(member: Member, data: bytes) -> None:
    """Make the member's picture from an untrusted file. Raises PictureRefused."""
    out = io.BytesIO()
    _square(decode(data)).save(out, "WEBP", quality=82, method=4)
    path = new_avatar()
    try:
        default_storage.save(path, ContentFile(out.getvalue()))
    except OSError as error:
        default_storage.delete(path)
        if is_disk_full(error):
            raise PictureRefused("disk-full") from error
        raise
    _replace(member, path)


def _square(image: Image.Image) -> Image.Image:
    """The middle of the picture."""
    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 2
    middle = image.convert("RGB").crop((left, top, left + side, top + side))
    return middle.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def _replace(member: Member, path: str) -> None:
    before = members.set_avatar(member, path)
    if before:
        default_storage.delete(before)
