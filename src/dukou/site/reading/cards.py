"""Cards: notes as feeds show them, in the reader's language, with a fixed number of queries."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings

from dukou.site.bridge import queries as bridge
from dukou.site.bridge.choosing import Chosen
from dukou.site.bridge.reader import Viewer
from dukou.site.notes.files import SIZES, media_url, url_of
from dukou.site.notes.models import Media
from dukou.site.notes.queries import feed_for
from dukou.site.reading.card_rows import CardRow, FirstPicture, Gate, rows_among

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


def cards_with_ids(
    ids: Iterable[int], viewer: Viewer, *, page_id: int = 0, gate: Gate = feed_for
) -> list[Card]:
    """Cards of these notes in this order; those that the viewer may not see are left out."""
    order = list(ids)
    rows = rows_among(order, viewer.member, gate)
    return [
        _card(rows[note_id], page_id, slot, viewer)
        for slot, note_id in enumerate(order)
        if note_id in rows
    ]


def _card(row: CardRow, page_id: int, slot: int, viewer: Viewer) -> Card:
    text = bridge.opening_for(row.texts, viewer.reads)
    title = text.title or text.body.split("\n", 1)[0]
    author_url = f"/@{row.author_name}"
    return Card(
        id=row.id,
        url=f"{author_url}/{row.id}" + (f"?page={page_id}&slot={slot}" if page_id else ""),
        lang=text.lang,
        dir=text.dir,
        title=title[:TITLE_ON_A_CARD],
        words=text.body[:WORDS_ON_A_CARD],
        design=row.design or ("" if row.first else "letter"),
        picture=picture_of(row.first, viewer.reads) if row.first else None,
        chip=_chip(row, text),
        sensitive=row.sensitive,
        author_name=row.author_name,
        author_shown=row.author_shown or row.author_name,
        author_url=author_url,
        avatar_url=media_url(row.avatar) if row.avatar else "",
        likes=row.likes,
        liked=row.liked,
        page_id=page_id,
        slot=slot,
        seal=seal(page_id, slot) if page_id else "",
    )


def _chip(row: CardRow, text: Chosen) -> str:
    """Something only when it says something."""
    if not text.is_original and text.provenance != "author":
        return "translated"
    if text.is_bilingual:
        return "bilingual"
    return "first-note" if row.ordinal == 1 else ""


def picture_of(media: Media | FirstPicture, reads: Sequence[str]) -> Picture:
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
    return hmac.digest(settings.SECRET_KEY.encode(), message, "sha256").hex()[:20]
