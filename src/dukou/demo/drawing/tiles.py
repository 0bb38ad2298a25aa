"""The small pictures that a newcomer taps to choose interests, one a topic.

`python -m dukou.demo.drawing.tiles` draws them into the site's static files; they are committed,
so that a place without a demo has them too.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image

from .pictures import draw

SIDE = 320
MOST_BYTES = 12_000
FOLDER = Path(__file__).parents[2] / "site/arrivals/static/arrivals/interests"

# topic: (scene, mood, seed)
TILES: dict[str, tuple[str, str, int]] = {
    "food": ("noodles", "warm", 3),
    "cooking": ("kitchen", "warm", 4),
    "coffee": ("coffee", "warm", 0),
    "cats": ("cat", "fresh", 1),
    "pets": ("dog", "fresh", 1),
    "dorm": ("dorm", "candy", 2),
    "study": ("desk", "fresh", 1),
    "homework": ("notebook", "cool", 3),
    "language": ("classroom", "cool", 3),
    "travel": ("train", "cool", 0),
    "hiking": ("mountain", "fresh", 3),
    "city": ("city_night", "night", 0),
    "photography": ("film", "night", 3),
    "film": ("film", "fresh", 1),
    "music": ("vinyl", "warm", 4),
    "games": ("game", "cool", 3),
    "books": ("library", "warm", 0),
    "makeup": ("lipstick", "candy", 0),
    "fashion": ("outfit", "candy", 2),
    "fitness": ("running", "warm", 0),
    "health": ("clinic", "fresh", 0),
    "bills": ("bill", "fresh", 1),
    "money": ("market", "gold", 0),
    "work": ("laptop", "cool", 4),
    "crafts": ("knitting", "warm", 1),
    "home": ("plant", "gold", 4),
    "plants": ("plant", "fresh", 1),
    "memes": ("phone", "candy", 1),
    "introductions": ("letter", "warm", 0),
    "festivals": ("lantern", "night", 1),
    "friends": ("rooftop", "gold", 1),
}


def draw_tile(slug: str) -> bytes:
    """The tile of a topic as WebP, at most MOST_BYTES long."""
    scene, mood, seed = TILES[slug]
    picture = draw(scene, mood=mood, shape="square", seed=seed)
    small = picture.resize((SIDE, SIDE), Image.Resampling.LANCZOS)
    for quality in range(80, 20, -6):
        file = BytesIO()
        small.save(file, "WEBP", quality=quality, method=6)
        if len(file.getvalue()) <= MOST_BYTES:
            break
    return file.getvalue()


def main() -> None:
    """Draw all tiles into the site's static files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for slug in TILES:
        (FOLDER / f"{slug}.webp").write_bytes(draw_tile(slug))


if __name__ == "__main__":
    main()
