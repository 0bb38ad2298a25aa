"""A contract out of its text, with words that may be shown to everybody."""

from __future__ import annotations

from dataclasses import replace

from dukou.engine import Contract, ShareClause
from dukou.site.text import cleaned, one_line

TOML_LIMIT = 20_000
REASON_LIMIT = 1000
_NAME_LIMIT = 60


def tidied(toml: str) -> str:
    """The text to keep: without control characters and direction overrides."""
    return cleaned(toml, limit=TOML_LIMIT) + "\n"


def contract_in(toml: str) -> Contract:
    """The contract that the text writes down.

    TOML can write any character as an escape, so its words are cleaned once they are read.
    Raises ContractError with what to write.
    """
    contract = Contract.from_toml(toml)
    return replace(contract, shares=tuple(map(_cleaned, contract.shares)))


def _cleaned(clause: ShareClause) -> ShareClause:
    reason = {
        one_line(lang, limit=_NAME_LIMIT): one_line(words, limit=REASON_LIMIT)
        for lang, words in clause.reason.items()
    }
    topic = clause.providers.topic
    if topic is not None:
        topic = one_line(topic, limit=_NAME_LIMIT)
    return replace(clause, reason=reason, providers=replace(clause.providers, topic=topic))
