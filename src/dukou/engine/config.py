"""Every number that steers the engine, in one object."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from dukou.engine.errors import ConfigError


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineConfig:
    """The engine's parameters; refuses unknown fields and round-trips to JSON.

    Prices, steps and penalties are in units of the interquartile range (IQR) of relevance
    among the candidates, so that rescaling relevance changes nothing.
    """

    topic_weight: float = 1.0
    """Relevance of a note whose topics are exactly the reader's favourite ones."""
    author_weight: float = 0.6
    """Relevance of an author the reader engages with most."""
    follow_weight: float = 0.4
    """Relevance added when the reader follows the author."""
    freshness_weight: float = 0.6
    """Relevance of a note published this minute."""
    freshness_half_life_hours: float = 36.0
    """Hours after which freshness is worth half."""
    language_weight: float = 0.5
    """Relevance of a text the reader reads without help."""
    similar_weight: float = 1.0
    """Relevance of a full match with what similar members liked."""
    quality_weight: float = 0.3
    """Relevance of a note of calibrated quality 1."""
    bridging_weight: float = 0.2
    """Score of a note of bridging 1: liked by people who usually disagree."""
    candidates: int = 300
    """Notes of highest relevance that compete for a page."""
    candidates_per_clause: int = 200
    """Best notes of each clause's providers that compete too: a price buys only what is there."""
    diversity_penalty: float = 0.8
    """IQRs that a note loses when it equals one that stands above it on the page."""
    similar_factors_share: float = 0.5
    """Part of likeness that comes from learnt factors."""
    similar_topics_share: float = 0.3
    """Part of likeness that comes from topics; the rest comes from the same author."""
    patience: float = 0.93
    """Chance that a reader who saw one row of the page looks at the next."""
    price_step: float = 0.03
    """Shared price step per page, in IQRs for a full share missed."""
    price_cap: float = 6.0
    """Highest price, in IQRs (M of the algorithm)."""
    proportional: float = 1.0
    """IQRs per share by which the delivered share lies outside the bound (kp)."""
    own_memory: float = 0.9
    """Part of a reader's account kept from page to page: about ten pages count."""
    dial_narrowing: float = 0.75
    """Part of the band that the dial takes away at its end."""
    forecast_floor: float = 0.02
    """The rest of a window is never forecast below this part of it."""
    carry_limit: float = 0.02
    """At most this part of a window's exposure is carried into the next as debt or credit."""
    guard_at: float = 0.8
    """A clause whose needed share passes this part of what is feasible becomes a quota per page."""
    quota_slack: float = 0.25
    """Part of a page's exposure by which its upper part may miss a quota of the whole page."""
    relevance_floor: float = 3.0
    """A quota takes no note that lies more than this many IQRs below the plain page's last."""
    scale_memory: float = 0.98
    """Part of the running IQR kept from page to page."""
    debut_interest: float = 0.8
    """A reader matches a debut when it lies above this quantile of their own relevance."""

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise ConfigError(field.name, f"{value!r} is not a number")
            if value < 0:
                raise ConfigError(field.name, f"{value} is negative")
            if field.name in _PARTS and value > 1:
                raise ConfigError(field.name, f"{value} is above 1")
            if field.name in _COUNTS and (value < 1 or value != int(value)):
                raise ConfigError(field.name, f"{value} is not a whole number from 1")
        if self.freshness_half_life_hours == 0:
            raise ConfigError("freshness_half_life_hours", "0 leaves no note fresh")
        if self.similar_factors_share + self.similar_topics_share > 1:
            raise ConfigError("similar_topics_share", "the parts of likeness pass 1")

    def to_json(self) -> str:
        """The configuration as a JSON object."""
        return json.dumps(asdict(self), indent=2)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The configuration that `to_json` wrote; fields left out keep their defaults.

        Raises: ConfigError: not an object, an unknown field, or a value out of range.
        """
        try:
            values: Any = json.loads(text)
        except json.JSONDecodeError as error:
            raise ConfigError("configuration", f"not JSON: {error}") from error
        if not isinstance(values, dict):
            raise ConfigError("configuration", "not a JSON object")
        known = {field.name for field in fields(cls)}
        for name in values:
            if name not in known:
                raise ConfigError(name, "unknown field")
        return cls(**values)


_COUNTS = frozenset({"candidates", "candidates_per_clause"})
_PARTS = frozenset(
    {
        "similar_factors_share",
        "similar_topics_share",
        "patience",
        "own_memory",
        "dial_narrowing",
        "forecast_floor",
        "carry_limit",
        "guard_at",
        "quota_slack",
        "scale_memory",
        "debut_interest",
    }
)
