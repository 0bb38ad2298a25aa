"""What can go wrong below the site. Each message is a sentence for the operator.

GroundError
├── ConfigurationError      a setting is unknown, missing or malformed
├── DatabaseError           the embedded PostgreSQL cannot be run
│   ├── WrongVersion        the data folder belongs to another major version
│   └── DatabaseDidNotStart the server ended or stayed silent while starting
├── NotMigrated             the database is not of this version
├── PartFailed              a supervised part keeps ending
├── ArchiveError            a backup cannot be written, read or put back
└── MissingExtra            what the command needs is not installed
"""

from pathlib import Path


class GroundError(Exception):
    """Anything that the command line answers with one sentence instead of a traceback."""


class ConfigurationError(GroundError):
    """A setting that cannot be used; says its name, what is wrong and what to write."""

    def __init__(self, env: str, problem: str, remedy: str) -> None:
        self.env, self.problem, self.remedy = env, problem, remedy
        super().__init__(f"{env} {problem}. {remedy}")


class DatabaseError(GroundError):
    """The embedded PostgreSQL cannot be run here."""


class WrongVersion(DatabaseError):
    """The data folder was written by another major version of PostgreSQL."""

    def __init__(self, folder: Path, found: str, expected: int) -> None:
        self.folder, self.found, self.expected = folder, found, expected
        super().__init__(
            f"The database in {folder} was written by PostgreSQL {found}, and this Dukou brings "
            f"{expected}. With the Dukou that wrote it run `dukou backup place.dukou`; move "
            f"{folder} away; then run `dukou restore place.dukou` with this one."
        )


class DatabaseDidNotStart(DatabaseError):
    """The server ended, or did not answer in time, while starting."""

    def __init__(self, said: str) -> None:
        self.said = said
        super().__init__(f"PostgreSQL did not start: {said}")


class NotMigrated(GroundError):
    """The database is empty, or of an older version than the code."""

    def __init__(self) -> None:
        super().__init__("The database is not of this version yet. Run `dukou migrate` first.")


class PartFailed(GroundError):
    """A supervised part ended too often to go on."""


class ArchiveError(GroundError):
    """A backup cannot be written, read or put back."""


class MissingExtra(GroundError):
    """A part of Dukou that is installed only where it is wanted."""

    def __init__(self, extra: str) -> None:
        self.extra = extra
        super().__init__(
            f"This needs the extra `{extra}`. In the checkout, run "
            f"`.venv/bin/pip install -c constraints.txt -e '.[{extra}]'`."
        )
