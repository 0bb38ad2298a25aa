"""Every scene by name, one module a family."""

from __future__ import annotations

from collections.abc import Callable

from ..sheet import Sheet
from . import animals, food, nature

Scene = Callable[[Sheet], None]

SCENES: dict[str, Scene] = {**food.SCENES, **animals.SCENES, **nature.SCENES}
