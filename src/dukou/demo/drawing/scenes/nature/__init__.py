"""Out of doors: mountains, water, woods, snow, gardens."""

from .fireworks import fireworks
from .forest import forest
from .garden import garden
from .lake import lake
from .moon import moon
from .mountain import mountain
from .plant import plant
from .sea import sea
from .snow import snow
from .sunset import sunset
from .tent import tent

SCENES = {
    "mountain": mountain,
    "forest": forest,
    "lake": lake,
    "sea": sea,
    "sunset": sunset,
    "snow": snow,
    "tent": tent,
    "moon": moon,
    "fireworks": fireworks,
    "plant": plant,
    "garden": garden,
}
