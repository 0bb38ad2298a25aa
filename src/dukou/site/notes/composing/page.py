"""The composer as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from dukou.language.tags import base
from dukou.site.members.queries import reading_languages
from dukou.site.notes.composing import languages
from dukou.site.notes.composing.fields import PLACE_LIMIT, Fields
from dukou.site.notes.composing.languages import LanguageChoice, language_choice, other_language
from dukou.site.notes.composing.pictures import pictures_of_draft
from dukou.site.notes.files import url_of
from dukou.site.notes.models import (
    ALT_LIMIT,
    BODY_LIMIT,
    PICTURES_LIMIT,
    TITLE_LIMIT,
    Audience,
    Design,
    Draft,
    Media,
    MediaState,
    ReplyPolicy,
)

WORDS_ON_A_CARD = 220


@dataclass(frozen=True)
class TrayPicture:
    """A picture in the tray."""

    id: int
    draft_id: int
    state: str
    src: str
    width: int
    height: int
    blur: str
    alt: str


@dataclass(frozen=True)
class Card:
    """A text card with the member's words, in one of the designs."""

    design: str
    name: str
    title: str
    words: str
    lang: str
    chosen: bool
    dir: str = "auto"


@dataclass(frozen=True)
class Composer:
    """Everything that the composer's page shows."""

    id: int
    url: str
    stamp: str
    fields: Fields
    pictures: list[TrayPicture]
    pictures_limit: int
    cards: list[Card]
    own: LanguageChoice
    other: LanguageChoice
    other_name: str
    audiences: list[tuple[str, str]]
    reply_policies: list[tuple[str, str]]
    note_url: str
    title_limit: int = TITLE_LIMIT
    body_limit: int = BODY_LIMIT
    alt_limit: int = ALT_LIMIT
    place_limit: int = PLACE_LIMIT


def composer_of(draft: Draft) -> Composer:
    """The draft, ready to be written on."""
    fields = Fields.kept(draft.fields)
    if not draft.fields and draft.author.reply_policy in ReplyPolicy.values:
        fields = replace(fields, reply_policy=draft.author.reply_policy)
    reads = reading_languages(draft.author)
    own = own_language(fields, reads)
    return Composer(
        id=draft.pk,
        url=f"/drafts/{draft.pk}",
        stamp=draft.stamp,
        fields=fields,
        pictures=[tray_picture(media, draft) for media in pictures_of_draft(draft)],
        pictures_limit=PICTURES_LIMIT,
        cards=_cards(fields, own.chosen or own.found),
        own=own,
        other=other_choice(fields, reads),
        other_name=other_name(own, reads),
        audiences=[(value, str(label)) for value, label in Audience.choices],
        reply_policies=[(value, str(label)) for value, label in ReplyPolicy.choices],
        note_url=draft.note.get_absolute_url() if draft.note else "",
    )


def own_language(fields: Fields, reads: list[str]) -> LanguageChoice:
    """The pill of the member's version."""
    text = f"{fields.title}\n{fields.body}"
    return language_choice("lang", text=text, chosen=fields.lang, reads=reads)


def other_choice(fields: Fields, reads: list[str]) -> LanguageChoice:
    """The pill of the version in another language."""
    text = f"{fields.other_title}\n{fields.other_body}"
    return language_choice("other_lang", text=text, chosen=fields.other_lang, reads=reads)


def other_name(own: LanguageChoice, reads: list[str]) -> str:
    """What the language is called in which a second version would help."""
    lang = own.chosen or (own.found if own.found_name else reads[0])
    return languages.name(base(other_language(lang, reads)))


def tray_picture(media: Media, draft: Draft) -> TrayPicture:
    """The picture with its small file, once there is one."""
    ready = media.state == MediaState.READY
    return TrayPicture(
        id=media.pk,
        draft_id=draft.pk,
        state=media.state,
        src=url_of(media.stem, "small") if ready else "",
        width=media.width,
        height=media.height,
        blur=media.blur,
        alt=media.alt,
    )


def _cards(fields: Fields, lang: str) -> list[Card]:
    written = bool(fields.title or fields.body)
    title = fields.title or ("" if written else _("Your words"))
    words = fields.body if written else _("become a card like this one.")
    return [
        Card(value, str(label), title, words[:WORDS_ON_A_CARD], lang, value == fields.design)
        for value, label in Design.choices
    ]
