"""Reads the people and notes of the demo community from TOML, with clear errors."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

HERE = Path(__file__).parent
Made = TypeVar("Made")


class ContentError(Exception):
    """A file of the demo says something that cannot be read: carries the file and the reason."""

    def __init__(self, file: str, reason: str) -> None:
        self.file, self.reason = file, reason
        super().__init__(f"{file}: {reason}")


@dataclass(frozen=True)
class Words:
    """A version in another language; `by` is `author` or `community`."""

    lang: str
    body: str = ""
    title: str = ""
    text: str = ""
    by: str = "community"


@dataclass(frozen=True)
class Avatar:
    """What the drawn portrait shows."""

    motif: str
    hue: int


@dataclass(frozen=True)
class Person:
    """A member of the demo community."""

    name: str
    shown: str
    home: str
    reads: list[str]
    region: str
    arrival: str
    joined_days_ago: float
    bio: str
    interests: list[str]
    reach: float
    avatar: Avatar
    bio_other: Words | None = None


@dataclass(frozen=True)
class Drawing:
    """A picture to be drawn."""

    scene: str
    mood: str
    shape: str
    alt: str
    alt_other: str = ""


@dataclass(frozen=True)
class CardDesign:
    """The design of a text card."""

    design: str


@dataclass(frozen=True)
class Remark:
    """A comment; `reply_to` counts the note's comments from 0."""

    by: str
    lang: str
    body: str
    other: Words
    more: list[Words] = field(default_factory=list)
    reply_to: int | None = None

    @property
    def versions(self) -> list[Words]:
        """All versions beside the original."""
        return [self.other, *self.more]


@dataclass(frozen=True)
class Story:
    """A note of the demo community."""

    by: str
    days_ago: float
    lang: str
    title: str
    body: str
    topics: list[str]
    other: Words
    place: str = ""
    pictures: list[Drawing] = field(default_factory=list)
    card: CardDesign | None = None
    more: list[Words] = field(default_factory=list)
    comments: list[Remark] = field(default_factory=list)

    @property
    def versions(self) -> list[Words]:
        """All versions beside the original."""
        return [self.other, *self.more]


@dataclass(frozen=True)
class Content:
    """Everyone and everything in the demo community."""

    people: list[Person]
    stories: list[Story]


def read_content(folder: Path = HERE) -> Content:
    """The whole demo community, newest note last; raises ContentError."""
    people: list[Person] = []
    stories: list[Story] = []
    for path in sorted(folder.glob("banks_*.toml")):
        try:
            table = tomllib.loads(path.read_text("utf-8"))
            people += [_made(Person, row) for row in table.get("people", [])]
            stories += [_made(Story, row) for row in table.get("notes", [])]
        except (tomllib.TOMLDecodeError, TypeError, KeyError) as error:
            raise ContentError(path.name, str(error)) from error
    _check(people, stories)
    return Content(people, sorted(stories, key=lambda story: -story.days_ago))


def _made(kind: type[Made], row: dict[str, Any]) -> Made:
    """The row as a dataclass, tables within it too."""
    nested = {
        "bio_other": Words, "other": Words, "more": Words, "avatar": Avatar,
        "pictures": Drawing, "card": CardDesign, "comments": Remark,
    }  # fmt: skip
    known = {item.name for item in fields(kind)}  # type: ignore[arg-type]
    unknown = set(row) - known
    if unknown:
        raise TypeError(f"{kind.__name__} has no {', '.join(sorted(unknown))}: {row}")
    values = {key: _nested(nested[key], value) if key in nested else value
              for key, value in row.items()}  # fmt: skip
    return kind(**values)


def _nested(kind: type[Any], value: Any) -> Any:
    if isinstance(value, list):
        return [_made(kind, row) for row in value]
    return _made(kind, value)


def _check(people: list[Person], stories: list[Story]) -> None:
    names = {person.name for person in people}
    for author in _authors(stories):
        if author not in names:
            raise ContentError("banks", f"nobody is called {author}")


def _authors(stories: list[Story]) -> Iterator[str]:
    for story in stories:
        yield story.by
        yield from (remark.by for remark in story.comments)
