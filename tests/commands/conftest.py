"""A place with a member and a picture, made once for the tests of a file."""

from collections.abc import Iterator

import pytest

from tests.place import Place

PASSWORD = "--password=river-stone-88"


def create(place: Place, name: str, *options: str) -> str:
    """What the command says that creates a member."""
    return place.dukou("member", "create", name, f"--email={name}@example.org", PASSWORD, *options)


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Migrated, with Lin as an operator and one file of media."""
    place = Place(tmp_path_factory.mktemp("lived-in") / "home")
    place.dukou("migrate")
    create(place, "lin", "--operator")
    (place.home / "media/ab").mkdir(parents=True)
    (place.home / "media/ab/picture.webp").write_bytes(b"a picture")
    yield place
    place.remove_database()
