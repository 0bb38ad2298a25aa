"""Figures for the operator: for this machine or whoever has the token, and nobody else."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

HERE = {"host": "127.0.0.1:8000"}
ONE_PROCESS = """
import django
django.setup()
from django.test import Client
stranger = Client(headers={"host": "127.0.0.1"})
stranger.get("/healthz")
print(stranger.get("/metrics").content.decode())
"""


def test_this_machine_reads_them(stranger: Client) -> None:
    answer = stranger.get("/metrics", headers=HERE)
    assert answer.status_code == 200
    assert b"dukou_answers_total" in answer.content


@pytest.mark.parametrize(
    "headers",
    [
        HERE | {"x-forwarded-for": "203.0.113.9"},
        {"host": "dukou.example"},  # by a proxy that says the name and not for whom it asks
    ],
)
def test_whoever_comes_by_a_proxy_finds_nothing(
    headers: dict[str, str], stranger: Client, settings: Settings
) -> None:
    settings.ALLOWED_HOSTS = ["127.0.0.1", "dukou.example"]
    assert stranger.get("/metrics", headers=headers).status_code == 404


def test_another_machine_finds_nothing(stranger: Client) -> None:
    assert stranger.get("/metrics", headers=HERE, REMOTE_ADDR="10.0.0.9").status_code == 404


def test_a_token_opens_them_from_everywhere(stranger: Client, settings: Settings) -> None:
    settings.CONFIGURATION = replace(settings.CONFIGURATION, metrics_token="river-stone")
    assert stranger.get("/metrics", headers=HERE).status_code == 404
    bearer = {"authorization": "Bearer river-stone", "x-forwarded-for": "203.0.113.9"}
    assert stranger.get("/metrics", headers=bearer).status_code == 200


def test_they_are_those_of_all_web_processes(tmp_path: Path) -> None:
    shared = tmp_path / "figures"
    shared.mkdir()
    own = {"DUKOU_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "dukou.site.settings"}
    environment = os.environ | own | {"PROMETHEUS_MULTIPROC_DIR": str(shared)}
    for asked in (1, 2):
        line = [sys.executable, "-c", ONE_PROCESS]
        said = subprocess.run(line, env=environment, capture_output=True, text=True, check=True)
        assert f'dukou_answers_total{{page="healthz",status="200"}} {asked}.0' in said.stdout
