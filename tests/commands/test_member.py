"""Members from the command line."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import PASSWORD, create
from tests.place import Place

MAIL = "--email=xin@example.org"
SIGN_IN = """
from dukou.commands.opened import opened_place
with opened_place():
    from django.test import Client
    form = {"login": "lin", "password": "river-stone-88"}
    print(Client().post("/account/login/", form, headers={"host": "localhost"})["Location"])
"""


def test_a_member_is_listed_with_role_and_language(lived_in: Place) -> None:
    line = next(line for line in lived_in.dukou("member", "list").splitlines() if "lin" in line)
    assert "operator" in line
    assert "zh-Hans" in line


def test_who_was_created_here_signs_in_where_addresses_are_confirmed(lived_in: Place) -> None:
    asks = {"DUKOU_CONFIRM_EMAIL": "1", "DUKOU_SMTP_URL": "smtp://mail.example:587"}
    line = [sys.executable, "-c", SIGN_IN]
    environment = lived_in.environment | asks
    said = subprocess.run(line, env=environment, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "/welcome"


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
        (("promote", "nobody", "moderator"), "no member named nobody"),
        (("promote", "lin", "queen"), "operator"),
        (("promote", "lin"), "operator|moderator|member"),
    ],
)
def test_a_mistake_is_one_sentence(lived_in: Place, arguments: tuple[str, ...], says: str) -> None:
    said = lived_in.dukou("member", *arguments, succeeds=False)
    assert says in said
    assert "Traceback" not in said


def test_a_place_without_tables_says_what_to_run(tmp_path: Path) -> None:
    place = Place(tmp_path / "home")
    try:
        said = place.dukou("member", "create", "lin", MAIL, PASSWORD, succeeds=False)
    finally:
        place.remove_database()
    assert "dukou migrate" in said
    assert "Traceback" not in said
