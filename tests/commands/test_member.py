"""Members from the command line."""

import pytest

from tests.commands.conftest import PASSWORD, create
from tests.place import Place

MAIL = "--email=xin@example.org"


def test_a_member_is_listed_with_role_and_language(lived_in: Place) -> None:
    line = next(line for line in lived_in.dukou("member", "list").splitlines() if "lin" in line)
    assert "operator" in line
    assert "zh-Hans" in line


def test_a_role_is_given_and_taken(lived_in: Place) -> None:
    create(lived_in, "bo")
    assert "bo" not in lived_in.dukou("member", "list", "--role=moderator")
    lived_in.dukou("member", "promote", "@bo", "moderator")
    assert "bo" in lived_in.dukou("member", "list", "--role=moderator")
    lived_in.dukou("member", "promote", "bo", "member")
    assert "bo" not in lived_in.dukou("member", "list", "--role=moderator")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("create", "lin", MAIL, PASSWORD), "is here already"),
        (("create", "xin", "--email=LIN@example.org", PASSWORD), "is here already"),
        (("create", "Li N", MAIL, PASSWORD), "small letters"),
        (("create", "admin", MAIL, PASSWORD), "belongs to the place"),
        (("create", "xin", "--email=nowhere", PASSWORD), "valid email"),
        (("create", "xin", MAIL, "--password=12345678"), "common"),
        (("create", "xin", MAIL, PASSWORD, "--language=klingon"), "zh-Hans"),
        (("promote", "nobody"), "no member named nobody"),
        (("promote", "lin", "queen"), "operator"),
    ],
)
def test_a_mistake_is_one_sentence(lived_in: Place, arguments: tuple[str, ...], says: str) -> None:
    said = lived_in.dukou("member", *arguments, succeeds=False)
    assert says in said
    assert "Traceback" not in said
