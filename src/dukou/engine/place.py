"""The words of a place as numbers: its cohorts, languages and topics."""

from dataclasses import dataclass, field
from typing import Literal, TypeVar

from dukou.engine.errors import UnknownCohort

Arrival = Literal["resident", "newcomer"]
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Cohort:
    """Members who share home language and region, split by arrival.

    A newcomer's cohort names the wave that they joined in; a resident's has none.
    """

    language: str
    region: str = ""
    wave: str | None = None

    @property
    def arrival(self) -> Arrival:
        """`newcomer` for a cohort of a wave, else `resident`."""
        return "resident" if self.wave is None else "newcomer"

    @property
    def base_language(self) -> str:
        """The language without script or region: `zh` for `zh-Hant`."""
        return self.language.split("-")[0]


@dataclass(slots=True)
class Place:
    """Cohorts, languages and topics by index; they only grow, so an index stays true.

    `zone` is the place's time zone: days, hours and weeks of clauses begin by it.
    """

    cohorts: list[Cohort] = field(default_factory=list)
    languages: list[str] = field(default_factory=lambda: ["und"])
    topics: list[str] = field(default_factory=list)
    zone: str = "UTC"
    _cohort_of: dict[Cohort, int] = field(init=False, repr=False)
    _language_of: dict[str, int] = field(init=False, repr=False)
    _topic_of: dict[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._cohort_of = {cohort: index for index, cohort in enumerate(self.cohorts)}
        self._language_of = {code: index for index, code in enumerate(self.languages)}
        self._topic_of = {name: index for index, name in enumerate(self.topics)}

    def cohort(self, index: int) -> Cohort:
        """The cohort at an index.

        Raises: UnknownCohort: no cohort has that index.
        """
        if not 0 <= index < len(self.cohorts):
            raise UnknownCohort(index, len(self.cohorts))
        return self.cohorts[index]

    def cohort_index(self, cohort: Cohort) -> int:
        """The index of a cohort, given one if it has none."""
        return _index(cohort, self.cohorts, self._cohort_of)

    def language_index(self, code: str) -> int:
        """The index of a language, given one if it has none; `und` is a real value."""
        return _index(code, self.languages, self._language_of)

    def known_topic(self, name: str) -> int | None:
        """The index of a topic, None if it has none yet."""
        return self._topic_of.get(name)

    def topic_index(self, name: str) -> int:
        """The index of a topic, given one if it has none."""
        return _index(name, self.topics, self._topic_of)


def _index(value: _Value, values: list[_Value], index_of: dict[_Value, int]) -> int:
    index = index_of.get(value)
    if index is None:
        index = index_of[value] = len(values)
        values.append(value)
    return index
