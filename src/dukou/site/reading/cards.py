"""Cards: notes as feeds show them, in the reader's language, with a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dukou.site.bridge import queries as bridge
from dukou.site.bridge.choosing import Chosen
from dukou.site.bridge.reader import Viewer
from dukou.site.notes.files import SIZES, media_url, url_of
from dukou.site.notes.models import Media
from dukou.site.reading.card_rows import CardRow, FirstPicture, rows_among

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


def cards_with_ids(ids: Iterable[int], viewer: Viewer) -> list[Card]:
    """Cards of these notes in this order; those that the viewer may not see are left out."""
    order = list(ids)
    rows = rows_among(order, viewer.member)
    return [card_of(rows[note_id], viewer.reads) for note_id in order if note_id in rows]


def card_of(row: CardRow, reads: tuple[str, ...]) -> Card:
    """The card for a reader of these languages."""
    text = bridge.opening_for(row.texts, reads)
    title = text.title or text.body.split("\n", 1)[0]
    author_url = f"/@{row.author_name}"
    return Card(
        id=row.id,
        url=f"{author_url}/{row.id}",
        lang=text.lang,
        dir=text.dir,
        title=title[:TITLE_ON_A_CARD],
        words=text.body[:WORDS_ON_A_CARD],
        design=row.design or ("" if row.first else "letter"),
        picture=picture_of(row.first, reads) if row.first else None,
        chip=_chip(row, text),
        sensitive=row.sensitive,
        author_name=row.author_name,
        author_shown=row.author_shown or row.author_name,
        author_url=author_url,
        avatar_url=media_url(row.avatar) if row.avatar else "",
        likes=row.likes,
        liked=row.liked,
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
