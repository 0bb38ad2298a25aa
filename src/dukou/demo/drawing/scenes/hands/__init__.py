"""Made by hand: letters, brush writing, wool, clay, beads, plans on a map."""

from .beads import beads
from .calligraphy import calligraphy
from .knitting import knitting
from .letter import letter
from .maps import map_
from .pottery import pottery

SCENES = {
    "letter": letter,
    "calligraphy": calligraphy,
    "knitting": knitting,
    "pottery": pottery,
    "beads": beads,
    "map": map_,
}
