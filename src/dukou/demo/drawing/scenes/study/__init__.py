"""Desks, dormitories, libraries, notebooks."""

from .books import books
from .classroom import classroom
from .desk import desk
from .dorm import dorm
from .library import library
from .notebook import notebook

SCENES = {
    "desk": desk,
    "dorm": dorm,
    "library": library,
    "notebook": notebook,
    "books": books,
    "classroom": classroom,
}
