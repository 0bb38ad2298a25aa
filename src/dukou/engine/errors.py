"""What can go wrong in the engine, as one tree; every error carries its facts.

EngineError
├── BadInput            an argument that cannot be ranked with
│   ├── UnknownCohort   a cohort index outside the place's cohorts
│   ├── UnknownLanguage a language index outside the place's languages
│   ├── UnknownTopic    a topic index below 0
│   ├── UnknownNote     an id that is not among the live notes
│   ├── DuplicateNote   an id that is there already
│   ├── NotFinite       a column with a number that is none, or endless
│   └── ShapeMismatch   a column of another length or width than the rest
├── ContractError       a contract that cannot be read; names line and field and says what to write
├── ConfigError         a configuration field that is unknown or out of range
├── StateError          stored prices, accounts or terms that cannot be read
└── SnapshotError       a learnt snapshot that cannot be served
    ├── SnapshotMissing
    ├── SnapshotCorrupt
    └── SnapshotForeign
"""

import json
from pathlib import Path

from dukou.engine.faults import ENGLISH, Fault


class EngineError(Exception):
    """Root of every error that the engine raises on purpose."""


class BadInput(EngineError):
    """An argument that cannot be ranked with."""


class UnknownCohort(BadInput):
    """A cohort index outside 0 to cohorts - 1."""

    def __init__(self, index: int, cohorts: int) -> None:
        self.index, self.cohorts = index, cohorts
        super().__init__(f"cohort index {index}, expected 0 to {cohorts - 1}")


class UnknownLanguage(BadInput):
    """A language index outside 0 to languages - 1."""

    def __init__(self, index: int, languages: int) -> None:
        self.index, self.languages = index, languages
        super().__init__(f"language index {index}, expected 0 to {languages - 1}")


class UnknownTopic(BadInput):
    """A topic index below 0."""

    def __init__(self, index: int) -> None:
        self.index = index
        super().__init__(f"topic index {index}, expected 0 or above")


class UnknownNote(BadInput):
    """A note id that is not among the live notes."""

    def __init__(self, note_id: int) -> None:
        self.note_id = note_id
        super().__init__(f"note {note_id} is not among the live notes")


class DuplicateNote(BadInput):
    """A note id that was added before."""

    def __init__(self, note_id: int) -> None:
        self.note_id = note_id
        super().__init__(f"note {note_id} is among the live notes already")


class NotFinite(BadInput):
    """A column with nan or infinity in it: the note would stand above, or below, all others."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"{name} has numbers that are not finite")


class ShapeMismatch(BadInput):
    """A column whose length or width does not fit the others."""

    def __init__(self, name: str, got: tuple[int, ...], expected: tuple[int, ...]) -> None:
        self.name, self.got, self.expected = name, got, expected
        super().__init__(f"{name} has shape {got}, expected {expected}")


class ContractError(EngineError):
    """A contract that cannot be read: where (field, and line from 1 of a text), and what is wrong.

    `facts` belong to the fault; `written` has them as the contract's text would write them.
    """

    def __init__(self, field: str, fault: Fault, line: int | None = None, **facts: object) -> None:
        self.field, self.fault, self.line, self.facts = field, fault, line, facts
        where = f"line {line}, {field}" if line else field
        super().__init__(f"{where}: {self.problem}. {self.advice}")

    @property
    def written(self) -> dict[str, str]:
        """The facts as words; a value that was given in quotes stands in quotes."""
        found = {name: str(fact) for name, fact in self.facts.items()}
        if "value" in found:
            value = self.facts["value"]
            found["value"] = json.dumps(value, ensure_ascii=False, default=str)
        return found

    @property
    def problem(self) -> str:
        """What is wrong, in English."""
        return ENGLISH[self.fault][0].format(**self.written)

    @property
    def advice(self) -> str:
        """What to write instead, in English."""
        return ENGLISH[self.fault][1].format(**self.written)


class ConfigError(EngineError):
    """A configuration field that is unknown or out of range."""

    def __init__(self, field: str, problem: str) -> None:
        self.field, self.problem = field, problem
        super().__init__(f"{field}: {problem}")


class StateError(EngineError):
    """Stored prices, accounts or packed terms that do not have the expected form."""

    def __init__(self, what: str, problem: str) -> None:
        self.what, self.problem = what, problem
        super().__init__(f"{what}: {problem}")


class SnapshotError(EngineError):
    """A snapshot directory that cannot be served."""

    def __init__(self, path: Path, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(f"{path}: {problem}")


class SnapshotMissing(SnapshotError):
    """No snapshot lies where one was expected."""


class SnapshotCorrupt(SnapshotError):
    """A file of the snapshot is not what its checksum says."""


class SnapshotForeign(SnapshotError):
    """The snapshot was written in another format or for another place."""
