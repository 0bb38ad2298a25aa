"""The log tells operators what happened, and nothing that is none of their business."""

import json
import logging
from collections.abc import Iterator
from typing import Literal

import pytest

from dukou.ground.logs import set_up_logs


@pytest.fixture(autouse=True)
def root_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level


def test_json_lines_hold_level_name_and_trace(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("json")
    try:
        raise ValueError("渡口")
    except ValueError:
        logging.getLogger("dukou.test").exception("it broke")
    line = json.loads(capsys.readouterr().err)
    assert (line["level"], line["logger"], line["event"]) == ("error", "dukou.test", "it broke")
    assert line["exception"][0]["exc_value"] == "渡口"


def test_arguments_of_a_failed_job_are_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("console")
    job = {"task_name": "send_mail", "id": 7, "task_kwargs": {"body": "secret-link"}}
    logging.getLogger("procrastinate.worker").error(
        "Job send_mail[7](body='secret-link') failed", extra={"job": job, "action": "job_error"}
    )
    said = capsys.readouterr().err
    assert "send_mail[7]" in said
    assert "secret-link" not in said


@pytest.mark.parametrize("form", ["console", "json"])
def test_a_traceback_names_the_place_and_not_what_variables_held(
    form: Literal["console", "json"], capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logs(form)
    try:
        open_with(password="-".join(("hunter", "2")))
    except ValueError:
        logging.getLogger("dukou.test").exception("it broke")
    said = capsys.readouterr().err
    assert "open_with" in said
    assert "ValueError" in said
    assert "hunter-2" not in said


def open_with(password: str) -> None:
    raise ValueError(f"refused after {len(password)} signs")


@pytest.mark.parametrize("form", ["console", "json"])
def test_a_host_that_is_not_ours_is_a_line_without_traceback(
    form: Literal["console", "json"], capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logs(form)
    try:
        raise ValueError("Invalid HTTP_HOST header: 'evil.example'.")
    except ValueError:
        logging.getLogger("django.security.DisallowedHost").exception("not ours: evil.example")
    said = capsys.readouterr().err
    assert "evil.example" in said
    assert len(said.splitlines()) == 1
    assert "ValueError" not in said
