"""What can go wrong below the site. Each message is a sentence for the operator.

GroundError
├── ConfigurationError      a setting is unknown, missing or malformed
├── DatabaseError           the embedded PostgreSQL cannot be run
│   ├── WrongVersion        the data folder belongs to another major version
│   └── DatabaseDidNotStart the server ended or stayed silent while starting
├── PartFailed              a supervised part keeps ending
└── ArchiveError            a backup cannot be written, read or put back
"""


class GroundError(Exception):
    """Anything that the command line answers with one sentence instead of a traceback."""


class ConfigurationError(GroundError):
    """A setting that cannot be used; says its name, what is wrong and what to write."""

    def __init__(self, env: str, problem: str, remedy: str) -> None:
        self.env, self.problem, self.remedy = env, problem, remedy
        super().__init__(f"{env} {problem}. {remedy}")


class DatabaseError(GroundError):
    """The embedded PostgreSQL cannot be run here."""


class PartFailed(GroundError):
    """A supervised part ended too often to go on."""


class ArchiveError(GroundError):
    """A backup cannot be written, read or put back."""
