"""The contract in force, and how a new version comes about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import structlog
from django.db import transaction
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext_noop

from dukou.engine import Contract, ContractError, ShareClause, StateError
from dukou.site.members.models import Member
from dukou.site.notes.models import TopicName
from dukou.site.notes.topics import normalized
from dukou.site.reading.contract_text import contract_in, tidied
from dukou.site.reading.models import ContractVersion
from dukou.site.text import cleaned

log = structlog.get_logger()
FIRST_CONTRACT = """\
# Who is promised what on Explore. docs/engine.md says how to write a clause.
version = 1

[[share]]
id = "residents-home"
readers = { arrival = "resident" }
providers = { arrival = "resident" }
floor = 0.55
ceiling = 0.80
band = true
window = "day"
after_days = 90
reason = { en = "People who live here keep meeting people who live here, and newcomers too.", \
zh-Hans = "住在这里的人，打开首页还能看到老邻居，也能遇见新朋友。", \
zh-Hant = "住在這裡的人，打開首頁仍能看到老鄰居，也會遇見新朋友。" }

[[share]]
id = "small-creators"
providers = { followers_below = "median" }
floor = 0.35
window = "day"
tier = 2
reason = { en = "Those with few followers are read too: more than a third of all exposure.", \
zh-Hans = "粉丝不多的人也要被看见：超过三分之一的曝光归他们。", \
zh-Hant = "粉絲不多的人也要被看見：超過三分之一的曝光屬於他們。" }

[author_cap]
per_page = 2
share = 0.10
window = "day"
notes_a_day = 10

[debut]
providers = {}
notes = 3
impressions = 100
hours = 48
per_page = 2
"""
FIRST_REASON = gettext_noop("The first contract.")


@dataclass(frozen=True)
class InForce:
    """The newest contract, and its clauses that are in force in a place of this age.

    `written` names topics as people do, `contract` by the key that live notes carry.
    """

    version_id: int
    written: Contract
    contract: Contract


def newest_version() -> ContractVersion:
    """The newest version that can be read; the first one is made where there is none yet.

    One that was written before a rule was made stricter binds no more, and the one before does.
    """
    versions = ContractVersion.objects.order_by("-pk")
    found = versions.first()
    if found is not None and not _can_be_read(found.toml):
        found = next((older for older in versions if _can_be_read(older.toml)), None)
    if found is not None:
        return found
    return ContractVersion.objects.create(toml=FIRST_CONTRACT, reason=FIRST_REASON)


@lru_cache(maxsize=64)
def _can_be_read(toml: str) -> bool:
    try:
        contract_in(toml)
    except ContractError as error:
        log.warning("contract.unreadable", reason=str(error))
        return False
    return True


def in_force(version: ContractVersion) -> InForce:
    """The version's contract as it binds today."""
    written = contract_in(version.toml)
    return InForce(version.pk, written, binding(written))


def binding(written: Contract) -> Contract:
    """A contract as it would bind today: what waits left out, topics by their keys."""
    ripe = written.in_force(place_days=place_days())
    return replace(ripe, shares=tuple(map(_by_key, ripe.shares)))


def _by_key(clause: ShareClause) -> ShareClause:
    """The clause with its topic under the name that live notes carry."""
    topic = clause.providers.topic
    if topic is None:
        return clause
    name = TopicName.objects.filter(normalized=normalized(topic)).first()
    key = str(name.topic_id) if name else topic
    return replace(clause, providers=replace(clause.providers, topic=key))


def bound_then(version: ContractVersion, *, clauses: int) -> Contract:
    """The version as it bound while so many of its share clauses were in force.

    Clauses come into force by the place's age alone, so their number says which they were.
    Raises StateError: the version never bound with that number.
    """
    written = contract_in(version.toml)
    for days in sorted({0, *(clause.after_days for clause in written.shares)}):
        contract = written.in_force(place_days=days)
        if len(contract.shares) == clauses:
            return contract
    raise StateError("terms", f"{clauses} clauses, the contract has {len(written.shares)}")


def place_days() -> int:
    """Days since the first member joined."""
    first = Member.objects.aggregate(first=Min("joined_at"))["first"]
    return (timezone.now() - first).days if first else 0


class NoReason(Exception):
    """The change has no reason that anybody could read."""


class ContractMoved(Exception):
    """Another version was written since the one that this change was made on."""

    def __init__(self, on: int, newest: int) -> None:
        self.on, self.newest = on, newest
        super().__init__(f"made on version {on}, the newest is {newest}")


@transaction.atomic
def write_contract(toml: str, *, by: Member, reason: str, on: int) -> ContractVersion:
    """A new version, made on the version `on`, in force from the next page on.

    Raises ContractError with what is wrong, NoReason, ContractMoved where `on` is not the newest.
    """
    toml = tidied(toml)
    contract_in(toml)
    reason = cleaned(reason, limit=500)
    if not reason:
        raise NoReason
    ContractVersion.objects.select_for_update().order_by("-pk").first()  # one after the other
    newest = newest_version()
    if newest.pk != on:
        raise ContractMoved(on, newest.pk)
    return ContractVersion.objects.create(toml=toml, by=by, reason=reason)
