"""What newcomers of the wave say under notes that they like."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from dukou.demo.newcomers import Saying, sayings
from dukou.site.members.models import Member
from dukou.site.notes.events import Slot
from dukou.site.notes.models import Note, Provenance
from dukou.site.notes.services import store_version
from dukou.site.talk import services as talk
from dukou.site.talk.services.comments import may_comment

SAYS_SOMETHING = 0.25
ANY = "any"


class SmallTalk:
    """Short comments from one bank under notes of the other, each once under a note."""

    def __init__(self, rng: random.Random, *, often: float = SAYS_SOMETHING) -> None:
        self.rng = rng
        self.often = often
        self.said = 0
        self._sayings = sayings()
        self._under: dict[int, set[str]] = defaultdict(set)

    def after_a_like(
        self, note: Note, topics: Collection[str], *, by: Member, slot: Slot, at: datetime
    ) -> None:
        """Perhaps a comment, in two languages, where a newcomer likes what came from across."""
        if by.arrival == "resident" or self.rng.random() >= self.often:
            return
        saying = self._fitting(note, topics, by)
        if saying is None or note.sensitive or not may_comment(note, by):
            return
        self._under[note.pk].add(saying.body)
        comment = talk.write_comment(
            note, by=by, body=saying.body, lang=saying.lang, slot=slot, at=at
        )
        other = saying.other
        store_version(
            comment, lang=other.lang, body=other.body, provenance=Provenance.AUTHOR, by=by
        )
        self.said += 1

    def _fitting(self, note: Note, topics: Collection[str], by: Member) -> Saying | None:
        """One about a topic of the note rather than one that fits all."""
        unsaid = [
            saying
            for saying in self._sayings
            if _base(saying.lang) == _base(by.home_language) != _base(note.lang)
            and saying.body not in self._under[note.pk]
        ]
        near = [saying for saying in unsaid if not {*topics}.isdisjoint(saying.topics)]
        found = near or [saying for saying in unsaid if ANY in saying.topics]
        return self.rng.choice(found) if found else None


def _base(lang: str) -> str:
    return lang.split("-")[0]
