"""Does the ranker feed on the exposure that it gave? A wave of 1 % over ten rounds of learning.

    python bench/feedback.py [--seeds N ...] [--quick] [--json FILE]

A round: 150 members who were not there before open a page ranked by the engine, read it as the
lab's reader model does, and like what pleases them; then relevance is learnt anew from all that
happened. A hundredth of the notes are the wave's, and please as much as anyone else's: what an
all-knowing ranker would give them is in the table. In the first round they are put forward from
outside, as when a subject trends; then nobody pushes any more. What the wave's share of exposure
is in the last three rounds, in multiples of its share of the notes, is its amplification.

Four ways to learn, from the same notes, members and push:
- showings: from every served slot, liked or not, and the chance that it was seen (the engine's);
- propensities: from likes alone, each by the inverse chance of its slot, clipped;
- likes: from likes alone, all alike;
- counts: the same, and each note's number of likes, by the most liked note's, in the score.

`amplification_with` is that of showings, `amplification_without` that of counts: what a place does
that takes likes as they come. No clause is in force. Members, tastes and notes are made up; the
settings are the engine's own for a small place, and were chosen by the seeds 1 and 2. `--quick`
is a place too small to tell anything, to see that it runs.
"""

import argparse
import json
import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import numpy as np

from dukou.engine import (
    Cohort,
    Contract,
    EngineConfig,
    LiveNotes,
    Page,
    Place,
    Prices,
    Reader,
    rank,
)
from dukou.engine.content import fold_in_interests, learn_content
from dukou.engine.engagement import Events, Showings
from dukou.engine.learning import Learning, learn
from dukou.lab.taste import Look, Taste, appeal, charm_of, read_page, taste_of

SLOTS = 20
WAVE = 0.01
JUDGED = 3
TOPICS = [f"topic-{number}" for number in range(24)]
START = datetime(2025, 1, 14, tzinfo=UTC)
RESIDENT, NEWCOMER = Cohort("zh-Hans"), Cohort("en", wave="2025-01")
WAYS = ("showings", "propensities", "likes", "counts")
CONTRACT = Contract()
CONFIG = EngineConfig(bridging_weight=1.0)
PUSH = 0.4
ASKED = 10


class Size(NamedTuple):
    """How many notes there are, how often is learnt, and how many new readers come in between."""

    notes: int
    rounds: int
    visits: int


SIZE, QUICK = Size(1_000, 10, 150), Size(200, 3, 8)


def main() -> None:
    """Measures, prints the table, writes the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="*", default=(101, 102))
    parser.add_argument("--quick", action="store_true", help="a place too small to tell anything")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    size = QUICK if options.quick else SIZE
    print(f"{size.notes} notes, {WAVE:.0%} by the wave; {size.visits} new readers a round")
    print("the wave's exposure by round, in multiples of its share of the notes")
    amplified = {}
    for way in WAYS:
        runs = [Run(way, seed, size) for seed in options.seeds]
        for run in runs:
            run.live()
        shares = np.mean([run.shares for run in runs], axis=0)
        amplified[way] = float(shares[-JUDGED:].mean())
        liked = np.mean([run.liked for run in runs])
        told = "".join(f"{share:7.1f}" for share in shares)
        print(f"{way:14}{told}   likes a page {liked:.2f}", flush=True)
        if way == WAYS[0]:
            deserved = np.mean([run.deserved for run in runs], axis=0)
    print(f"{'all-knowing':14}" + "".join(f"{share:7.1f}" for share in deserved))
    figures = {
        "amplification_with": amplified["showings"],
        "amplification_without": amplified["counts"],
    }
    for name, value in figures.items():
        print(f"{name:24}{value:8.2f}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2))


@dataclass
class Log:
    """All that happened: served slots with their exposure, and likes with that of their slot."""

    members: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    exposures: list[float] = field(default_factory=list)
    liked: list[bool] = field(default_factory=list)

    def events(self, *, propensities: bool) -> Events:
        """The likes."""
        did = np.array(self.liked)
        chances = np.array(self.exposures)[did] if propensities else None
        members, notes = np.array(self.members)[did], np.array(self.notes)[did]
        return Events(members, notes, np.ones(len(notes)), chances)

    def showings(self) -> Showings:
        """Every served slot."""
        return Showings(np.array(self.members), np.array(self.notes), np.array(self.exposures))


class Run:
    """One place, learning one way."""

    def __init__(self, way: str, seed: int, size: Size) -> None:
        self.way, self.seed, self.size = way, seed, size
        self.learning = Learning.sized(0, shown=way == "showings")
        self.rng, self.chance = np.random.default_rng(seed), random.Random(seed)
        place = Place(cohorts=[RESIDENT, NEWCOMER], languages=["zh-Hans"], topics=list(TOPICS))
        self.notes = LiveNotes(place, factors=self.learning.factors)
        self.prices = Prices.start(CONTRACT)
        self.log = Log()
        self.shares: list[float] = []
        self.deserved: list[float] = []
        self.publish()
        self.tastes: list[Taste] = []
        self.readers: list[Reader] = []
        for _ in range(size.visits * size.rounds):
            self.join()

    def publish(self) -> None:
        """All notes, some of them by the wave."""
        self.topics = [self.chance.sample(range(len(TOPICS)), 1) for _ in range(self.size.notes)]
        self.looks = [
            Look([TOPICS[topic] for topic in topics], False, charm_of(at + 1_000_000 * self.seed))
            for at, topics in enumerate(self.topics)
        ]
        count = self.size.notes
        self.by_wave = np.arange(count) < WAVE * count
        self.authors = np.where(self.by_wave, 1_000_000, np.arange(count) % (count // 5))
        self.notes.add(
            np.arange(count),
            authors=np.where(self.by_wave, 1_000_000 + np.arange(count), self.authors),
            cohorts=self.by_wave.astype(int),
            languages=[0] * count,
            published=[int(START.timestamp() * 1000)] * count,
            topics=self.topics,
        )

    def join(self) -> None:
        """One more member; what they state is part of what they like."""
        stated = self.chance.sample(TOPICS, 3)
        self.tastes.append(taste_of(self.chance, stated, all_topics=TOPICS))
        liking = np.array([topic in stated for topic in TOPICS], dtype=np.float32)
        self.readers.append(Reader(cohort=RESIDENT, topics=liking))

    def live(self) -> None:
        """All rounds; in the first one the wave is put forward."""
        count, rounds, visits = self.size
        for number in range(rounds):
            self.notes.update(range(count), bridging=(PUSH * (number == 0) * self.by_wave).tolist())
            self.read(range(number * visits, (number + 1) * visits))
            self.learn()
        self.liked = sum(self.log.liked) / (visits * rounds)

    def read(self, members: range) -> None:
        """These members open a page."""
        given = all_given = best = all_best = 0.0
        for at in members:
            page = rank(
                self.readers[at], self.notes, CONTRACT, self.prices,
                now=START + timedelta(hours=12), rng=np.random.default_rng((self.seed, at)),
                slots=SLOTS, config=CONFIG,
            )  # fmt: skip
            worth = np.array([slot.exposure for slot in page.slots])
            given += float(worth @ self.by_wave[list(page.note_ids)])
            all_given += float(worth.sum())
            if at % ASKED == 0:
                liking = np.array([appeal(self.tastes[at], look) for look in self.looks])
                best += float(worth @ self.by_wave[np.argsort(-liking)[: len(worth)]])
                all_best += float(worth.sum())
            self.react(at, page)
        self.shares.append(given / all_given / WAVE)
        self.deserved.append(best / all_best / WAVE)

    def react(self, at: int, page: Page) -> None:
        """The member reads and likes; all of it is logged."""
        looks = [self.looks[i] for i in page.note_ids]
        _, reactions = read_page(self.tastes[at], looks, self.chance)
        liked = {reaction.slot for reaction in reactions if reaction.liked}
        self.log.members += [at] * len(page.slots)
        self.log.notes += page.note_ids
        self.log.exposures += [slot.exposure for slot in page.slots]
        self.log.liked += [slot in liked for slot in range(len(page.slots))]

    def learn(self) -> None:
        """Relevance from all that happened so far."""
        events = self.log.events(propensities=self.way == "propensities")
        showings = self.log.showings() if self.way == "showings" else None
        found = learn(events, self.learning, rng=np.random.default_rng(0), showings=showings)
        counted = events.notes if showings is None else showings.notes
        known = found.note_ids
        count = self.size.notes
        nobody = np.zeros(count, np.int64)
        content = learn_content(
            found.notes,
            topics=[self.topics[at] for at in known.tolist()],
            languages=nobody[known],
            authors=self.authors[known],
            topic_count=len(TOPICS),
            language_count=1,
            counts=np.bincount(counted, minlength=count)[known],
        )
        factors = content.factors(self.topics, nobody, self.authors)
        factors[known] = found.notes
        self.notes.update(range(count), factors=factors)
        if self.way == "counts":
            likes = np.bincount(events.notes, minlength=count)
            self.notes.update(range(count), quality=(likes / likes.max()).tolist())
        liking = np.array([reader.topics for reader in self.readers])
        rows = fold_in_interests(content, found.notes, liking, self.learning, mean=found.mean)
        self.readers = [
            replace(reader, factors=row) for reader, row in zip(self.readers, rows, strict=True)
        ]


if __name__ == "__main__":
    main()
