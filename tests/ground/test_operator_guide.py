"""The operator's guide leaves out no setting and no command."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from dukou.cli import app
from dukou.ground.configuration import Configuration

GUIDE = (Path(__file__).parents[2] / "docs/operator.md").read_text("utf-8")
COMMANDS = [
    *(command.callback.__name__ for command in app.registered_commands if command.callback),
    *(
        str(group.typer_instance.info.name)
        for group in app.registered_groups
        if group.typer_instance
    ),
]


@pytest.mark.parametrize("setting", fields(Configuration), ids=lambda each: each.metadata["env"])
def test_every_setting_has_its_row(setting) -> None:
    row = re.search(rf"^\| `{setting.metadata['env']}` \|.*\|$", GUIDE, re.MULTILINE)
    assert row
    assert setting.metadata["doc"] in row[0]


def test_no_row_is_left_of_a_setting_that_is_gone() -> None:
    known = {setting.metadata["env"] for setting in fields(Configuration)}
    assert set(re.findall(r"^\| `([A-Z_0-9]+)` \|", GUIDE, re.MULTILINE)) == known


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_heading(command: str) -> None:
    assert f"\n### dukou {command}\n" in GUIDE
