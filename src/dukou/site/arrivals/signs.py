"""What stands on the tile of an interest: its picture, or a sign where none is drawn."""

from __future__ import annotations

from functools import cache

from django.contrib.staticfiles.finders import find
from django.templatetags.static import static

SIGNS = {
    "food": "🍜", "cooking": "🍳", "coffee": "🍵", "cats": "🐈", "pets": "🐕", "dorm": "🛏️",
    "study": "✏️", "homework": "📐", "language": "💬", "travel": "🧭", "hiking": "⛰️", "city": "🏙️",
    "photography": "📷", "film": "🎬", "music": "🎸", "games": "🎲", "books": "📚", "makeup": "💄",
    "fashion": "👘", "fitness": "🏃", "health": "🩺", "bills": "🧾", "money": "🪙", "work": "💼",
    "crafts": "🧶", "home": "🪑", "plants": "🪴", "memes": "🙃", "festivals": "🏮", "friends": "✉️",
}  # fmt: skip


def sign_of(slug: str) -> str:
    """An emoji for the subject."""
    return SIGNS.get(slug, "✨")


@cache
def picture_of(slug: str) -> str:
    """The address of the subject's drawing; empty where there is none."""
    path = f"arrivals/interests/{slug}.webp"
    return static(path) if find(path) else ""
