"""Cups, cakes and the kitchen."""

from .bubbletea import bubbletea
from .cake import cake
from .coffee import coffee
from .kitchen import kitchen
from .tea import tea

SCENES = {
    "bubbletea": bubbletea,
    "coffee": coffee,
    "tea": tea,
    "cake": cake,
    "kitchen": kitchen,
}
