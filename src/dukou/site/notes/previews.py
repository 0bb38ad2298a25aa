"""The drawn picture of a text card, for those who only show links: chats, other sites."""

from __future__ import annotations

import io
from hashlib import sha256

from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from dukou.site.notes import queries
from dukou.site.notes.card_picture import draw_card
from dukou.site.notes.models import Kind, NoteVersion
from dukou.site.requests import SiteRequest

SIZE = (720, 960)
KEPT_SECONDS = 24 * 3600


@require_safe
def card(request: SiteRequest, name: str, note_id: int) -> HttpResponse:
    """The card's original words as a PNG, for everyone who may read the note, as long as it is so.

    Caches must ask again each time, so that a note that is taken away is gone here too.
    """
    note = queries.note_for(request.member, note_id)
    if note.kind != Kind.CARD or note.author.name != name.lower():
        raise Http404
    text = note.versions.get(is_source=True)
    mark = _mark(note.design, text)
    answer = get_conditional_response(request, etag=f'"{mark}"')
    if answer is None:
        drawn = cache.get_or_set(f"card.{mark}", lambda: _png(note.design, text), KEPT_SECONDS)
        answer = HttpResponse(drawn, content_type="image/png")
        answer["ETag"] = f'"{mark}"'
    answer["Cache-Control"] = "no-cache"
    return answer


def _mark(design: str, text: NoteVersion) -> str:
    """Changes with the design and the words, and with nothing else."""
    said = "\0".join((design, text.lang, text.title, text.body))
    return sha256(said.encode()).hexdigest()[:32]


def _png(design: str, text: NoteVersion) -> bytes:
    picture = draw_card(design, text.title, text.body, text.lang, SIZE)
    out = io.BytesIO()
    picture.quantize(128).save(out, "PNG", optimize=True)
    return out.getvalue()
