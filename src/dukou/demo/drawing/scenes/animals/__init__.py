"""Cats, dogs and other company, in the places where they like to be."""

from .bird import bird
from .cat import cat
from .cat_window import cat_window
from .dog import dog
from .hamster import hamster

SCENES = {
    "cat": cat,
    "cat_window": cat_window,
    "dog": dog,
    "hamster": hamster,
    "bird": bird,
}
