"""Every scene by name, one module a family."""

from __future__ import annotations

from collections.abc import Callable

from ..sheet import Sheet
from . import animals, beauty, care, drinks, food, hands, nature, screens, sport, streets, study

Scene = Callable[[Sheet], None]

SCENES: dict[str, Scene] = {
    **food.SCENES,
    **animals.SCENES,
    **nature.SCENES,
    **streets.SCENES,
    **drinks.SCENES,
    **study.SCENES,
    **beauty.SCENES,
    **sport.SCENES,
    **screens.SCENES,
    **hands.SCENES,
    **care.SCENES,
}
