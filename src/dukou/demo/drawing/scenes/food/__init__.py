"""Meals seen from above: the table is the sheet."""

from .barbecue import barbecue
from .bento import bento
from .breakfast import breakfast
from .dumplings import dumplings
from .fruit import fruit
from .hotpot import hotpot
from .noodles import noodles

SCENES = {
    "hotpot": hotpot,
    "noodles": noodles,
    "dumplings": dumplings,
    "breakfast": breakfast,
    "bento": bento,
    "barbecue": barbecue,
    "fruit": fruit,
}
