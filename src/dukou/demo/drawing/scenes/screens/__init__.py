"""Screens and stages: laptop, phone, games, films, concerts."""

from .film import film
from .game import game
from .guitar import guitar
from .laptop import laptop
from .phone import phone
from .stage import stage
from .vinyl import vinyl

SCENES = {
    "laptop": laptop,
    "phone": phone,
    "game": game,
    "film": film,
    "stage": stage,
    "vinyl": vinyl,
    "guitar": guitar,
}
