"""What every test stands on: one database server for the whole run, and marks that follow from use.

The server is the embedded one in a folder of its own, or the one that DATABASE_URL names.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from dukou.ground import postgres
from dukou.ground.configuration import load
from tests.leaving_out import leave_out, left_out
from tests.place import Place, eventually

pytest_plugins = ["tests.cast", "tests.door", "tests.translating"]

# The same examples in each run, however long a busy machine takes for one.
hypothesis_settings.register_profile("dukou", derandomize=True, deadline=None)
hypothesis_settings.load_profile("dukou")

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "database_server"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `.ci/run` insist on everything."""
    parser.addoption(
        "--nothing-left-out", action="store_true", help="fail if a test cannot run here"
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was left out, before pytest's closing line."""
    for line in left_out(terminalreporter.stats.get("skipped", [])):
        terminalreporter.write_line(line)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Make the run fail if something was left out although nothing may be."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if skipped and session.config.getoption("--nothing-left-out"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches the database, so that `-m database` runs just that."""
    leave_out(items)
    for item in items:
        used = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("django_db") or used & DATABASE_FIXTURES:
            item.add_marker(pytest.mark.database)


@pytest.fixture(autouse=True)
def fresh_process() -> None:
    """Each test starts as a web process that has served nothing: databases come and go."""
    serving = sys.modules.get("dukou.site.reading.allocation.serving")
    if serving is not None:
        serving.forget_process_state()
    glossary = sys.modules.get("dukou.site.bridge.glossary.known")
    if glossary is not None:
        glossary.forget()
    new_words = sys.modules.get("dukou.site.notes.new_words")
    if new_words is not None:
        new_words.forget()
    place_words = sys.modules.get("dukou.language.place_words")
    if place_words is not None:
        place_words.forget()
    near = sys.modules.get("dukou.site.reading.search.near")
    if near is not None:
        near.forget_process_state()
    precedents = sys.modules.get("dukou.site.bridge.precedents.shelf")
    if precedents is not None:
        precedents.forget_process_state()


@pytest.fixture(scope="session")
def database_server() -> Iterator[str]:
    """The address of a server that runs until the last worker of the test run is done."""
    embedded = load({"DUKOU_HOME": os.environ["DUKOU_HOME"], "DATABASE_URL": ""})
    address = os.environ["DATABASE_URL"]
    if address != postgres.url(embedded):
        yield address
        return
    with postgres.running(embedded, durable=False):
        yield address


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    database_server: str, django_db_modify_db_settings_parallel_suffix: None
) -> None:
    """Have the server run before pytest-django makes the test database."""


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """A home in which commands can be run; what they leave running fails the test."""
    place = Place(tmp_path / "home")
    yield place
    eventually(lambda: not place.processes(), "processes stayed behind")
    place.remove_database()
