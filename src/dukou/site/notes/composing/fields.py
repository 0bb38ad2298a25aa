"""What the composer holds of a note, as the member left it: kept in `Draft.fields`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Self

from django.http import QueryDict

from dukou.site.detecting import detect
from dukou.site.notes.composing.languages import offered
from dukou.site.notes.models import (
    ALT_LIMIT,
    BODY_LIMIT,
    PICTURES_LIMIT,
    TITLE_LIMIT,
    Audience,
    Design,
    ReplyPolicy,
)
from dukou.site.notes.texts import NoteText, PublishError
from dukou.site.text import can_be_seen, cleaned, one_line

#: A draft keeps more than a note may hold, so that nothing is lost of what is too long.
DRAFT_FACTOR = 4
PLACE_LIMIT = 80
TOPICS_LIMIT = 20


@dataclass(frozen=True)
class Fields:
    """Title, text and settings. A language that is empty is to be recognised.

    `order` and `alts` speak of pictures by id; `taken_out` are a published note's pictures that
    the change leaves out.
    """

    title: str = ""
    body: str = ""
    lang: str = ""
    other_title: str = ""
    other_body: str = ""
    other_lang: str = ""
    design: str = Design.LETTER
    place: str = ""
    audience: str = Audience.EVERYONE
    reply_policy: str = ReplyPolicy.EVERYONE
    sensitive: bool = False
    topics: tuple[str, ...] = ()
    order: tuple[int, ...] = ()
    alts: Mapping[str, str] = field(default_factory=dict)
    taken_out: tuple[int, ...] = ()

    @classmethod
    def kept(cls, stored: Mapping[str, Any]) -> Self:
        """The fields as a draft keeps them."""
        names = {item.name for item in fields(cls)}
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in stored.items()
            if name in names
        }
        return cls(**values)

    @classmethod
    def from_form(cls, form: QueryDict) -> Self:
        """The fields as the composer's form sends them, made safe to keep."""

        def said(name: str, limit: int) -> str:
            return cleaned(form.get(name, ""), limit=limit * DRAFT_FACTOR)

        def one_of(name: str, choices: Any) -> str:
            given = form.get(name, "")
            return given if given in choices.values else str(choices.values[0])

        return cls(
            title=said("title", TITLE_LIMIT),
            body=said("body", BODY_LIMIT),
            lang=offered(form.get("lang", "")),
            other_title=said("other_title", TITLE_LIMIT),
            other_body=said("other_body", BODY_LIMIT),
            other_lang=offered(form.get("other_lang", "")),
            design=one_of("design", Design),
            place=one_line(form.get("place", ""), limit=PLACE_LIMIT),
            audience=one_of("audience", Audience),
            reply_policy=one_of("reply_policy", ReplyPolicy),
            sensitive="sensitive" in form,
            topics=tuple(one_line(name, limit=60) for name in form.getlist("topic"))[:TOPICS_LIMIT],
            order=tuple(map(int, filter(_is_id, form.getlist("picture"))))[: 2 * PICTURES_LIMIT],
            alts=_alts(form),
        )

    def stored(self) -> dict[str, Any]:
        """What a draft keeps: only what differs from an empty composer."""
        empty = asdict(type(self)())
        return {name: value for name, value in asdict(self).items() if value != empty[name]}

    def recognised(self) -> Self:
        """The fields with both languages known: chosen by the member, else recognised."""
        own = self.lang or detect(f"{self.title}\n{self.body}").lang
        other = self.other_lang or detect(f"{self.other_title}\n{self.other_body}").lang
        return replace(self, lang=own, other_lang=other)

    def texts(self) -> tuple[NoteText, list[NoteText]]:
        """The member's text and, where there is one, the other version of it."""
        known = self.recognised()
        own = NoteText(known.lang, known.title, known.body)
        other = NoteText(known.other_lang, known.other_title, known.other_body)
        return own, [other] if self.has_other else []

    @property
    def has_other(self) -> bool:
        """Whether there is a version in another language."""
        return can_be_seen(self.other_title + self.other_body)

    def check(self) -> None:
        """Raise PublishError where the words cannot be published as they are."""
        for name, limit in (("title", TITLE_LIMIT), ("body", BODY_LIMIT)):
            for part in ("", "other_"):
                if len(getattr(self, part + name)) > limit:
                    raise PublishError(f"long-{part}{name}".replace("_", "-"))
        known = self.recognised()
        if self.has_other and known.lang == known.other_lang:
            raise PublishError("same-language")


def _alts(form: QueryDict) -> dict[str, str]:
    """Picture descriptions by picture id."""
    given = [
        (name.removeprefix("alt-"), form.get(name, "")) for name in form if name.startswith("alt-")
    ]
    kept = [(key, one_line(words, limit=ALT_LIMIT)) for key, words in given if _is_id(key)]
    return {key: words for key, words in kept[: 2 * PICTURES_LIMIT] if words}


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19
