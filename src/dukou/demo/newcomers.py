"""The texts of the wave: who arrives, and what they say."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from dukou.demo.content.reading import HERE, CardDesign, Drawing, Story, Words


@dataclass(frozen=True)
class Newcomer:
    """Someone who arrives: handle and display name."""

    name: str
    shown: str


@dataclass(frozen=True)
class Saying:
    """A short comment that fits the notes of some topics; `any` fits all."""

    lang: str
    body: str
    topics: tuple[str, ...]
    other: Words


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads((HERE / "wave.toml").read_text("utf-8"))


def newcomers(rng: random.Random) -> Iterator[Newcomer]:
    """People with names of their own, one after another."""
    names = _texts()["names"]
    pairs = [(given, ending) for given in names["given"] for ending in names["endings"]]
    rng.shuffle(pairs)
    for given, ending in pairs:
        yield Newcomer(f"{given.lower()}_{ending['handle']}", f"{given} {ending['shown']}")


def introductions() -> list[Story]:
    """Self-introductions in two languages; `by` is filled in by whoever says them."""
    return [_story(row, card="letter") for row in _texts()["introductions"]]


def hello(rng: random.Random, topics: list[str]) -> Story:
    """A short introduction in two languages, put together from parts like the welcome's form."""
    parts = {key: rng.choice(values) for key, values in _hello().items()}
    place, other_place = parts["places"]
    title, other_title = parts["titles"]
    lines = [
        (f"I am from {place}.", f"我来自{other_place}。"),
        (f"{parts['work'][0]}.", f"{parts['work'][1]}。"),
        (f"I love {parts['love'][0]}.", f"我喜欢{parts['love'][1]}。"),
        (parts["ask"][0], parts["ask"][1]),
    ]
    if rng.random() < 0.4:
        lines.pop(rng.randrange(1, 3))
    design = rng.choice(["letter", "sticky", "ticket", "ink", "chalkboard", "subtitle"])
    return Story(
        by="",
        days_ago=0,
        lang="en",
        title=title.format(place=place)[:60],
        body="\n".join(line for line, _ in lines) + "\n#introduction",
        topics=["introductions", *topics[:1]],
        other=Words(
            lang="zh-Hans",
            title=other_title.format(place=other_place),
            body="\n".join(line for _, line in lines) + "\n#introduction",
            by="author",
        ),
        card=CardDesign(design),
    )


@cache
def _hello() -> dict[str, Any]:
    return tomllib.loads((HERE / "hello.toml").read_text("utf-8"))


def stories() -> list[Story]:
    """What newcomers write after they have introduced themselves."""
    return [_story(row) for row in _texts()["notes"]]


def sayings() -> list[Saying]:
    """What newcomers say under notes from the other bank."""
    return [
        Saying(row["lang"], row["body"], tuple(row["topics"]), Words(**row["other"]))
        for row in _texts()["comments"]
    ]


def _story(row: dict[str, Any], card: str = "") -> Story:
    pictures = [Drawing(**drawing) for drawing in row.get("pictures", [])]
    design = row.get("card", {}).get("design", "" if pictures else card or "letter")
    return Story(
        by="",
        days_ago=0,
        lang=row["lang"],
        title=row["title"],
        body=row["body"],
        topics=row["topics"],
        other=Words(**{"by": "author", **row["other"]}),
        pictures=pictures,
        card=CardDesign(design) if design else None,
    )
