"""What the operator writes is what the place does, and a mistake is named."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from dukou.ground.configuration import Configuration, load
from dukou.ground.errors import ConfigurationError

Load = Callable[..., Configuration]


@pytest.fixture
def read(tmp_path: Path) -> Load:
    """Loads a configuration from the given variables and the text of a `.env` file."""

    def read(env_file: str = "", **environ: str) -> Configuration:
        (tmp_path / ".env").write_text(env_file, "utf-8")
        return load({"DUKOU_HOME": str(tmp_path / "home"), **environ}, tmp_path / ".env")

    return read


def test_a_place_without_settings_works(read: Load) -> None:
    found = read()
    assert (found.port, found.sign_up, found.place_language) == (8000, "open", "zh-Hans")
    assert found.database_url == ""


def test_secret_key_is_made_once_and_kept_private(read: Load) -> None:
    first, second = read(), read()
    assert first.secret_key == second.secret_key
    assert len(first.secret_key) >= 50
    assert stat.S_IMODE((first.home / "secret-key").stat().st_mode) == 0o600


def test_secrets_stay_out_of_the_printed_form(read: Load) -> None:
    found = read(DUKOU_METRICS_TOKEN="token-of-the-place")
    assert found.secret_key not in repr(found)
    assert "token-of-the-place" not in repr(found)


def test_env_file_is_read_and_environment_wins(read: Load) -> None:
    written = "# the port\nexport DUKOU_PORT=9000 # here\nDUKOU_PLACE_NAME='南 # 岸'\n"
    assert read(written).port == 9000
    assert read(written).place_name == "南 # 岸"
    assert read(written, DUKOU_PORT="9001").port == 9001


def test_empty_value_means_the_default(read: Load) -> None:
    assert read(DUKOU_PORT="").port == 8000


def test_public_host_is_allowed(read: Load) -> None:
    found = read(DUKOU_ORIGIN="https://dukou.example", DUKOU_HOSTS="a.example, b.example")
    assert found.allowed_hosts[-3:] == ["dukou.example", "a.example", "b.example"]
    assert found.is_secure


def test_mail_server_is_read_from_one_address(read: Load) -> None:
    smtp = read(DUKOU_SMTP_URL="smtps://li%40x.example:p%3Aw@mail.example").smtp
    assert smtp is not None
    assert (smtp.host, smtp.port, smtp.user, smtp.password) == (
        "mail.example",
        465,
        "li@x.example",
        "p:w",
    )
    assert smtp.implicit_tls
    assert not smtp.starttls


@pytest.mark.parametrize(
    ("env", "value", "says"),
    [
        ("DUKOU_SIGNUP", "open", "Did you mean DUKOU_SIGN_UP"),
        ("DUKOU_SIGN_UP", "maybe", "open, invitation, closed"),
        ("DUKOU_PORT", "http", "whole number"),
        ("DUKOU_PORT", "70000", "from 1 to 65535"),
        ("DUKOU_WORKERS", "0", "from 1 to 64"),
        ("DUKOU_DEBUG", "perhaps", "1 for on"),
        ("DUKOU_ORIGIN", "dukou.example", "https://"),
        ("DUKOU_ORIGIN", "https://dukou.example/home", "host name only"),
        ("DUKOU_TIME_ZONE", "Asia/Chengdu", "Asia/Shanghai"),
        ("DUKOU_SMTP_URL", "mail.example", "smtp://"),
        ("DUKOU_SMTP_URL", "smtp://mail.example:port", "smtp://"),
        ("DUKOU_SECRET_KEY", "short", "32 characters"),
        ("DATABASE_URL", "mysql://x", "postgresql://"),
        ("DUKOU_TRANSLATE_URL", "localhost:5000", "https://"),
    ],
)
def test_mistake_names_the_setting_and_the_remedy(
    read: Load, env: str, value: str, says: str
) -> None:
    with pytest.raises(ConfigurationError, match=says) as raised:
        read(**{env: value})
    assert str(raised.value).startswith(env)


def test_broken_line_in_env_file_is_named(read: Load) -> None:
    with pytest.raises(ConfigurationError, match=r"\.env:2"):
        read("DUKOU_PORT=1\nnonsense\n")
