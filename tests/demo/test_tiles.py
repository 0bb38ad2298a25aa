"""The committed pictures of topics and the mark's icons are there and small."""

from PIL import Image

from dukou.demo.drawing.marks import STATIC, preview, touch_icon
from dukou.demo.drawing.tiles import FOLDER, MOST_BYTES, SIDE, TILES, draw_tile
from dukou.site.notes.interests import INTERESTS


def test_every_topic_to_choose_has_a_small_tile():
    assert {interest.slug for interest in INTERESTS} == set(TILES)
    for slug in TILES:
        file = FOLDER / f"{slug}.webp"
        assert file.stat().st_size <= MOST_BYTES
        with Image.open(file) as tile:
            assert tile.size == (SIDE, SIDE)


def test_a_tile_is_drawn_within_its_bytes():
    assert 1000 < len(draw_tile("books")) <= MOST_BYTES


def test_icons_are_square_and_the_preview_is_wide():
    assert touch_icon(180).size == (180, 180)
    assert preview().size == (1200, 630)
    with Image.open(STATIC / "touch-icon.png") as icon:
        assert icon.size == (180, 180)
    assert (STATIC / "preview.jpg").stat().st_size < 150_000
