"""What was shown to whom, under which contract, and how far the contract was kept."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from dukou.site.days import day_of_place
from dukou.site.ids import TimeId
from dukou.site.members.models import Member
from dukou.site.notes.models import Note, Topic

KEPT_WITHIN = 0.5


class Interest(models.Model):
    """How much a member cares for a topic: stated when they arrived, or learnt since."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="interests")
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="+")
    weight = models.FloatField(default=1.0)
    is_stated = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "topic"], name="interest_once")]


class ContractVersion(models.Model):
    """A version of the contract, with who changed it, when and why."""

    toml = models.TextField(max_length=20_000)
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(db_default=Now())
    reason = models.CharField(max_length=500)

    class Meta:
        ordering = ["-id"]
        get_latest_by = "id"


class ServedPage(models.Model):
    """A page that was sent, one value in each list for each slot.

    The table is partitioned by day. `terms` holds the packed terms of all slots in a row.
    The reader is named by their reader key only; it is empty for readers without an account.
    """

    id = TimeId()
    at = models.DateTimeField(db_default=Now())
    reader_key = models.UUIDField(null=True)
    surface = models.CharField(max_length=12)
    session = models.UUIDField(default=uuid.uuid4)
    dial = models.SmallIntegerField(default=0)
    contract_id = models.BigIntegerField()
    note_ids = ArrayField(models.BigIntegerField())
    reasons = ArrayField(models.SmallIntegerField())
    propensities = ArrayField(models.FloatField())
    exposures = ArrayField(models.FloatField())
    terms = ArrayField(models.FloatField())
    clause_exposure = ArrayField(models.FloatField())
    clause_base = ArrayField(models.FloatField())
    plain_clause_exposure = ArrayField(models.FloatField())

    class Meta:
        managed = False  # made by migration 0002: Django cannot write PARTITION BY
        db_table = "reading_servedpage"


class FeedPage(models.Model):
    """A page of a feed in the order of time, as a member got it. Partitioned by day.

    Kept apart from Explore's pages: contract, balance and all that is said of the ranker count
    Explore alone. `feed`: `latest`, `following` or `topic`.
    """

    id = TimeId()
    at = models.DateTimeField(db_default=Now())
    reader_key = models.UUIDField()
    feed = models.CharField(max_length=12)
    note_ids = ArrayField(models.BigIntegerField())

    class Meta:
        managed = False  # made by migration 0006
        db_table = "reading_feedpage"


class Impression(models.Model):
    """A served slot, of Explore or of a feed, that was seen for a second, told by a signed beacon.
    Partitioned by day."""

    page_id = models.BigIntegerField(primary_key=True)
    slot = models.SmallIntegerField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        managed = False
        db_table = "reading_impression"


class ReaderAccount(models.Model):
    """How one reader's last pages lie against each clause, and their own price.

    `state` is what `dukou.engine.ReaderAccount` reads and writes.
    """

    member = models.OneToOneField(Member, models.CASCADE, related_name="+")
    state = models.TextField()
    at = models.DateTimeField(db_default=Now())


class PublishedPrices(models.Model):
    """The merged state of the contract's prices and accounts: where every process starts from."""

    contract = models.ForeignKey(ContractVersion, models.CASCADE, related_name="+")
    state = models.TextField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        get_latest_by = "id"


class PriceReport(models.Model):
    """What one process served since its last report; the minute's job merges and deletes it."""

    contract = models.ForeignKey(ContractVersion, models.CASCADE, related_name="+")
    state = models.TextField()
    at = models.DateTimeField(db_default=Now())


class DebutPromise(models.Model):
    """Views promised to a newcomer's note until `deadline`, and those given so far.

    `expected` and `matched`: pages that it matches, as forecast and as they came. The row stays
    when the note goes, so that deleting and publishing again earns no second promise.
    """

    note = models.OneToOneField(Note, models.SET_NULL, null=True, related_name="+")
    author = models.ForeignKey(Member, models.CASCADE, related_name="+")
    contract = models.ForeignKey(ContractVersion, models.CASCADE, related_name="+")
    issued_at = models.DateTimeField()
    deadline = models.DateTimeField()
    impressions = models.PositiveIntegerField()
    expected = models.FloatField()
    given = models.FloatField(default=0)
    matched = models.FloatField(default=0)

    class Meta:
        indexes = [models.Index(fields=["deadline"], name="debut_promises_open")]

    @property
    def is_kept(self) -> bool:
        """Whether all was given; a slot gives less than one, so half a view is let pass."""
        return self.given >= self.impressions - KEPT_WITHIN


class ClauseHour(models.Model):
    """The audit: what a clause promised and what readers were shown, hour by hour.

    `delivered`, `base`, `plain` are sums of exposure: of the clause's notes on its readers' pages,
    of all notes there, and of the clause's notes had there been no contract.
    """

    clause = models.CharField(max_length=60)
    hour = models.DateTimeField()
    delivered = models.FloatField(default=0)
    base = models.FloatField(default=0)
    plain = models.FloatField(default=0, help_text="What it would have been without the contract.")
    floor = models.FloatField(default=0)
    ceiling = models.FloatField(default=1)
    reachable_floor = models.FloatField(default=0)
    reachable_ceiling = models.FloatField(default=1)
    price_floor = models.FloatField(default=0)
    price_ceiling = models.FloatField(default=0)
    pages = models.PositiveIntegerField(default=0, help_text="Pages of the clause's readers.")
    pages_outside = models.FloatField(
        default=0, help_text="Pages after which the reader lay outside their band."
    )
    readers = models.PositiveIntegerField(
        default=0, help_text="Readers of the last day who have a band of the clause."
    )
    readers_outside = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["clause", "hour"], name="clause_hour_once")]
        indexes = [models.Index(fields=["hour"], name="clause_hours")]


class SearchedWord(models.Model):
    """That a member of a cohort searched for these words; who it was is not kept (see `seal`)."""

    words = models.CharField(max_length=40, help_text="In one script and small letters.")
    cohort = models.CharField(max_length=40, help_text="Home language and arrival.")
    seal = models.BinaryField(
        max_length=8, help_text="Of the words under the member's reader key: counts each once."
    )
    day = models.DateField(default=day_of_place)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["words", "cohort", "seal"], name="searched_word_once")
        ]
        indexes = [models.Index(fields=["cohort", "day"], name="searched_words_of_cohort")]
