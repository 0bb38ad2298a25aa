"""Cards: notes as feeds show them, in the reader's language, with a fixed number of queries."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Prefetch, QuerySet

from dukou.site.bridge import queries as bridge
from dukou.site.bridge.choosing import Chosen
from dukou.site.bridge.reader import Viewer
from dukou.site.notes.files import SIZES, url_of
from dukou.site.notes.models import Media, MediaState, Note
from dukou.site.notes.queries import feed_for
from dukou.site.talk import queries as talk

TITLE_ON_A_CARD = 60
WORDS_ON_A_CARD = 220


@dataclass(frozen=True)
class Picture:
    """A picture as the page shows it."""

    src: str
    srcset: str
    width: int
    height: int
    blur: str
    alt: str


@dataclass(frozen=True)
class Card:
    """A note in a feed."""

    id: int
    url: str
    lang: str
    dir: str
    title: str
    words: str
    design: str
    picture: Picture | None
    chip: str
    sensitive: bool
    author_name: str
    author_shown: str
    author_url: str
    avatar_url: str
    likes: int
    liked: bool
    page_id: int
    slot: int
    seal: str

    @property
    def why_url(self) -> str:
        """Where the reason for this slot is told; empty where the feed is not ranked."""
        return f"/why/{self.page_id}/{self.slot}" if self.page_id else f"/notes/{self.id}/save"


def cards_of(
    notes: QuerySet[Note], viewer: Viewer, *, page_id: int = 0, order: Sequence[int] = ()
) -> list[Card]:
    """The notes as cards, in their own order or in that of the given ids."""
    found = list(notes.select_related("author").prefetch_related(_first_pictures()))
    place = {note_id: position for position, note_id in enumerate(order)}
    if order:
        found.sort(key=lambda note: place[note.pk])
    texts = bridge.versions_for(found, viewer.reads, viewer.member)
    liked = talk.liked_ids(viewer.member, [note.pk for note in found])
    return [
        _card(note, texts[note.pk], note.pk in liked, page_id, place.get(note.pk, 0), viewer)
        for note in found
    ]


def cards_with_ids(ids: Iterable[int], viewer: Viewer, *, page_id: int = 0) -> list[Card]:
    """Cards of these notes in this order; those that the viewer may not see are left out."""
    order = list(ids)
    notes = feed_for(viewer.member).filter(pk__in=order)
    return cards_of(notes, viewer, page_id=page_id, order=order)


def _first_pictures() -> Prefetch[str, QuerySet[Media], str]:
    first = Media.objects.filter(position=0, state=MediaState.READY)
    return Prefetch("media", queryset=first, to_attr="first_pictures")


def _card(note: Note, text: Chosen, liked: bool, page_id: int, slot: int, viewer: Viewer) -> Card:
    author = note.author
    pictures: list[Media] = getattr(note, "first_pictures", [])
    title = text.title or text.body.split("\n", 1)[0]
    return Card(
        id=note.pk,
        url=note.get_absolute_url() + (f"?page={page_id}&slot={slot}" if page_id else ""),
        lang=text.lang,
        dir=text.dir,
        title=title[:TITLE_ON_A_CARD],
        words=text.body[:WORDS_ON_A_CARD],
        design=note.design or ("" if pictures else "letter"),
        picture=picture_of(pictures[0], viewer.reads) if pictures else None,
        chip=_chip(note, text),
        sensitive=note.sensitive,
        author_name=author.name,
        author_shown=author.display_name,
        author_url=author.get_absolute_url(),
        avatar_url=author.avatar_url,
        likes=note.likes_count,
        liked=liked,
        page_id=page_id,
        slot=slot,
        seal=seal(page_id, slot) if page_id else "",
    )


def _chip(note: Note, text: Chosen) -> str:
    """Something only when it says something."""
    if not text.is_original and text.provenance != "author":
        return "translated"
    if text.is_bilingual:
        return "bilingual"
    return "first-note" if note.ordinal == 1 else ""


def picture_of(media: Media, reads: Sequence[str]) -> Picture:
    """The picture with its sizes, and its alt text in a language that the reader reads."""
    ratio = media.height / media.width if media.width else 1
    widths = {size: min(width, media.width) for size, width in SIZES.items()}
    alt = next((media.alt_others[lang] for lang in reads if lang in media.alt_others), media.alt)
    return Picture(
        src=url_of(media.stem, "medium"),
        srcset=", ".join(f"{url_of(media.stem, size)} {width}w" for size, width in widths.items()),
        width=widths["medium"],
        height=round(widths["medium"] * ratio),
        blur=media.blur,
        alt=alt,
    )


def seal(page_id: int, slot: int) -> str:
    """Proof that we served this slot, which the beacon brings back when it was seen."""
    message = f"{page_id}:{slot}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), message, hashlib.sha256).hexdigest()[:20]
