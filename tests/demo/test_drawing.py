"""The demo's pictures: every scene draws, in every shape, the same way each time."""

import numpy as np
import pytest

from dukou.demo.drawing import (
    MOTIFS,
    SCENES,
    SHAPES,
    UnknownMood,
    UnknownMotif,
    UnknownScene,
    UnknownShape,
    avatar,
    draw,
)
from dukou.demo.drawing.colour import MOODS, oklch


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_scene_draws_in_every_shape(scene):
    for seed, shape in enumerate(SHAPES):
        mood = list(MOODS)[(len(scene) + seed) % len(MOODS)]
        picture = draw(scene, mood=mood, shape=shape, seed=seed, scale=0.15)
        assert picture.mode == "RGB"
        assert picture.size == tuple(round(side * 0.15) for side in SHAPES[shape])
        assert np.asarray(picture).std() > 8, "a picture is not one flat colour"


@pytest.mark.parametrize("mood", sorted(MOODS))
def test_every_mood_draws(mood):
    assert draw("street", mood=mood, shape="wide", seed=3, scale=0.15).size == (180, 135)


def test_same_seed_same_pixels():
    first, second = (draw("noodles", mood="warm", shape="tall", seed=5) for _ in range(2))
    assert first.tobytes() == second.tobytes()


def test_other_seed_other_picture():
    first, second = (
        draw("cat", mood="warm", shape="square", seed=seed, scale=0.2) for seed in (1, 2)
    )
    assert first.tobytes() != second.tobytes()


def test_full_size_is_what_the_shape_says():
    assert draw("moon", mood="night", shape="tall", seed=1).size == (900, 1200)


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"scene": "spaceship"}, UnknownScene),
        ({"mood": "angry"}, UnknownMood),
        ({"shape": "round"}, UnknownShape),
    ],
)
def test_unknown_words_are_named_with_what_is_known(words, error):
    asked = {"scene": "cat", "mood": "warm", "shape": "tall", **words}
    with pytest.raises(error, match=next(iter(words.values()))) as caught:
        draw(asked["scene"], mood=asked["mood"], shape=asked["shape"], seed=1)
    assert "expected one of" in str(caught.value)


@pytest.mark.parametrize("motif", sorted(MOTIFS))
def test_motif_draws_an_avatar(motif):
    picture = avatar(motif, hue=200, seed=4, size=96)
    assert picture.size == (96, 96)
    assert np.asarray(picture).std() > 8


def test_avatar_is_the_same_each_time_and_unknown_motifs_are_refused():
    assert avatar("fox", hue=20, seed=1).tobytes() == avatar("fox", hue=20, seed=1).tobytes()
    with pytest.raises(UnknownMotif, match="dragon"):
        avatar("dragon", hue=20, seed=1)


def test_colours_stay_on_the_screen():
    for hue in range(0, 360, 15):
        assert all(0 <= channel <= 255 for channel in oklch(0.7, 0.4, hue))
