"""Does a contract hold while a wave arrives? Two real communities blended into one place.

    DUKOU_DATA=... python bench/wave_balance.py [--hours 24] [--reading steady] [--json FILE]

Gowalla's users fall by their check-ins into two communities that hardly overlap. A are the
residents. B arrive on A along the hourly sign-ups of the Mastodon wave of November 2022, scaled;
tastes and sizes are real, only the order of arrival is made up. Each who arrives publishes
places of B as notes. Readers' tastes are the leading singular vectors of all check-ins: the
engine is given them as they are, so that what is measured is the contract and not the learning.

Clauses that bind: at most 80 % of A's notes for A's readers, for each of them; at least 20 % of
B's for everybody; at least half for notes of fewer check-ins than the median; impressions for
the first notes of each who arrives. The page has no diversity and no exploration slot here,
since the optimum in hindsight knows of neither; nor does it know of promises, so relevance is
taken from a second run without them, and told with them beside it. The optimum knows beforehand
who will come; what a floor costs in the morning and in the evening it may balance at will. Beside
it stands the optimum that keeps the floors in each hour, which leaves that out. Promises are
those of one impression or more, as they stood at their end.

With more readers in every hour whatever was forecast is exceeded, and promises are easy to keep.
`--reading steady` has as many pages in each hour as in the first, `falling` half as many after
twelve hours, however many arrive and publish; both are forecast to stay as they are.

Settings are the engine's defaults, which were chosen on made-up places; those of promises on half
of this one (350 residents, 800 arrivals, seed 2): report others.
"""

import argparse
import csv
import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from dukou.engine import (
    Cohort,
    Contract,
    DebutClause,
    Debuts,
    EngineConfig,
    Exploration,
    Group,
    LiveNotes,
    Page,
    Place,
    Prices,
    Reader,
    ReaderAccount,
    ShareClause,
    rank,
    slot_exposure,
)
from gowalla_places import Communities, check_ins, check_ins_folder, communities

RESIDENTS, ARRIVALS = 700, 1_600
PAGES_AN_HOUR = 0.6
START = datetime(2022, 11, 4, tzinfo=UTC)
A, B = Cohort("a"), Cohort("b", wave="2022-11")
LEAST_PAGES = 500
SESSION = 60
SLOTS = 20
ROUNDS = 250
CONFIG = EngineConfig(
    diversity_penalty=0.0, freshness_weight=0.0, language_weight=0.0, quality_weight=0.0
)
RESIDENT, NEWCOMER = Group(arrival="resident"), Group(arrival="newcomer")
CONTRACT = Contract(
    shares=(
        ShareClause(id="a-home", readers=RESIDENT, providers=RESIDENT, ceiling=0.8, band=True),
        ShareClause(id="b-seen", providers=NEWCOMER, floor=0.2, tier=2),
        ShareClause(id="small", providers=Group(followers_below="median"), floor=0.5, tier=2),
    ),
    exploration=Exploration(slots=0),
    debut=DebutClause(impressions=100, hours=12),
)


def main() -> None:
    """Measures, prints the table, writes the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hours", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reading", choices=["growing", "steady", "falling"], default="growing")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    folder = check_ins_folder("waves/mastodon_hourly_2022_slice.csv")
    arrivals = hourly_arrivals(folder / "waves", options.hours)
    world = communities(check_ins(folder))
    figures: dict[str, float] = {}
    for promises in (True, False):
        rng = np.random.default_rng(options.seed)
        run = Run(world, rng, promises=promises, reading=options.reading)
        run.live(arrivals)
        found = run.figures()
        without = {name: value for name, value in found.items() if name.startswith("relevance")}
        figures = found | figures | without
        if promises:
            figures["relevance_with_promises"] = found["relevance_of_optimum"]
    print(f"{run.pages:,} pages, {len(arrivals)} hours, {ARRIVALS:,} arrive on {RESIDENTS:,}")
    for name, value in figures.items():
        print(f"{name:28}{value:10.4f}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2))


def hourly_arrivals(folder: Path, hours: int) -> np.ndarray:
    """Arrivals in each hour from START, along the wave's sign-ups."""
    with (folder / "mastodon_hourly_2022_slice.csv").open(newline="") as file:
        rows = [(int(row["timestamp"]), int(row["usercount"])) for row in csv.DictReader(file)]
    times, counts = np.array(rows).T
    hour = START.timestamp() + 3600 * np.arange(hours + 1)
    signed_up = np.clip(np.diff(np.interp(hour, times, counts)), 0, 6_000)
    return np.round(ARRIVALS * signed_up / signed_up.sum()).astype(int)


@dataclass
class Tally:
    """One hour: exposure of each clause with and without the contract, and what was needed."""

    pages: int = 0
    base: np.ndarray = field(default_factory=lambda: np.zeros(3))
    given: np.ndarray = field(default_factory=lambda: np.zeros(3))
    plain: np.ndarray = field(default_factory=lambda: np.zeros(3))
    low: np.ndarray = field(default_factory=lambda: np.zeros(3))
    high: np.ndarray = field(default_factory=lambda: np.ones(3))


class Run:
    """The place while the wave arrives."""

    def __init__(
        self,
        world: Communities,
        rng: np.random.Generator,
        *,
        promises: bool,
        reading: str = "growing",
    ) -> None:
        self.world, self.rng, self.reading = world, rng, reading
        self.contract = CONTRACT if promises else replace(CONTRACT, debut=None)
        place = Place(cohorts=[A, B], languages=["und"])
        self.notes = LiveNotes(place, factors=world.places.shape[1], capacity=len(world.places))
        self.prices, self.debuts = Prices.start(self.contract), Debuts()
        residents = rng.choice(np.flatnonzero(~world.user_of_b), RESIDENTS, replace=False)
        self.waiting = rng.choice(np.flatnonzero(world.user_of_b), ARRIVALS, replace=False)
        self.unpublished = rng.permutation(np.flatnonzero(world.place_of_b))
        self.readers = [self.reader(user, A) for user in residents]
        self.publish(np.flatnonzero(~world.place_of_b), A, START)
        self.publish(self.unpublished[:200], B, START)
        self.unpublished = self.unpublished[200:]
        self.tallies: list[Tally] = []
        self.relevance = self.pages = self.acted = self.without_promise = 0
        self.best: list[np.ndarray] = []
        self.of: list[int] = []
        self.hour: list[int] = []
        self.reader_given: dict[int, np.ndarray] = {}

    def reader(self, user: int, cohort: Cohort) -> Reader:
        return Reader(cohort=cohort, factors=self.world.users[user], account=ReaderAccount())

    def publish(self, places: np.ndarray, cohort: Cohort, now: datetime) -> None:
        """Places become notes, each by an author of its own: the check-ins know of none."""
        size = len(places)
        self.notes.add(
            places + 1,
            authors=places + 1,
            cohorts=np.full(size, 0 if cohort is A else 1),
            languages=np.zeros(size, int),
            published=np.full(size, int(now.timestamp() * 1000)),
            factors=self.world.places[places],
            followers=self.world.visits[places].astype(int),
        )

    def live(self, arrivals: np.ndarray) -> None:
        """Hour by hour: some arrive and publish, members read, prices are merged each minute."""
        each = len(self.unpublished) / max(arrivals.sum(), 1)
        for hour, count in enumerate(arrivals):
            now = START + timedelta(hours=hour)
            self.arrive(count, round(count * each), hour)
            self.prices.merge([self.prices.report()], now=now)
            needed = self.prices.standing(now, CONFIG).needed
            self.tallies.append(Tally(low=needed.low, high=needed.high))
            pages = self.rng.poisson(self.pages_an_hour(hour))
            for moment in np.sort(self.rng.random(pages)):
                self.page(now + timedelta(hours=float(moment)))

    def pages_an_hour(self, hour: int) -> float:
        """Pages read in the hour, by whoever is there then."""
        if self.reading == "growing":
            return len(self.readers) * PAGES_AN_HOUR
        falling = 0.5 ** (hour / 12) if self.reading == "falling" else 1.0
        return RESIDENTS * PAGES_AN_HOUR * falling

    def arrive(self, count: int, published: int, hour: int) -> None:
        now = START + timedelta(hours=hour)
        came, self.waiting = self.waiting[:count], self.waiting[count:]
        self.readers += [self.reader(user, B) for user in came]
        places, self.unpublished = self.unpublished[:published], self.unpublished[published:]
        self.publish(places, B, now)
        clause = self.contract.debut
        if clause is None:
            return
        expected = self.pages_an_hour(hour) * clause.hours
        self.debuts.share_out(clause, pages_expected=expected, now=now)
        for place in places:
            promise = self.debuts.issue(int(place) + 1, clause, pages_expected=expected, now=now)
            self.without_promise += promise.impressions < 1

    def page(self, now: datetime) -> None:
        at = int(self.rng.integers(len(self.readers)))
        reader = self.readers[at]
        rng = np.random.default_rng((at, self.pages))
        page = rank(
            reader, self.notes, self.contract, self.prices,
            now=now, rng=rng, slots=SLOTS, config=CONFIG, debuts=self.debuts,
        )  # fmt: skip
        self.remember_best(at, reader)
        self.prices.step(page, now=now, config=CONFIG)
        self.debuts.step(page)
        session = (*reader.session, *page.note_ids)[-SESSION:]
        self.readers[at] = replace(reader, account=page.account, session=session)
        self.count(at, page)

    def count(self, at: int, page: Page) -> None:
        tally = self.tallies[-1]
        tally.pages += 1
        tally.base += page.clause_base
        tally.given += page.clause_exposure
        tally.plain += page.plain.clause_exposure
        self.pages += 1
        self.relevance += sum(slot.exposure * slot.terms.relevance for slot in page.slots)
        self.acted += page.note_ids != page.plain.note_ids
        if at < RESIDENTS:
            total = self.reader_given.setdefault(at, np.zeros(3))
            total += (page.clause_exposure[0], page.exposure, page.plain.clause_exposure[0])

    def remember_best(self, at: int, reader: Reader) -> None:
        """The twenty most relevant notes of every kind: all that any ranker could have used."""
        score = self.notes.factors @ reader.factors
        score[self.notes.rows(reader.session)] = -np.inf
        of_a = self.notes.column("cohort") == 0
        small = self.notes.column("followers") < self.notes.median_followers()
        kinds = [of_a & small, of_a & ~small, ~of_a & small, ~of_a & ~small]
        top = [np.partition(score[kind], -SLOTS)[-SLOTS:] for kind in kinds]
        self.best.append(np.concatenate(top).astype(np.float32))
        self.of.append(at)
        self.hour.append(len(self.tallies) - 1)

    def figures(self) -> dict[str, float]:
        """What the issue of keeping a contract comes down to."""
        busy = [tally for tally in self.tallies if tally.pages >= LEAST_PAGES]
        hours = [_missed(t.given / t.base, t.low, t.high) for t in busy]
        days = [self.tallies[at : at + 24] for at in range(0, len(self.tallies), 24)]
        shares = [_share(day, "given") for day in days]
        plain = [_share(day, "plain") for day in days]
        bounds = (CONTRACT.floors, CONTRACT.ceilings)
        given = np.array(list(self.reader_given.values()))
        ceiling = CONTRACT.ceilings[0] + 0.005
        promises = [p for p in self.debuts.promises.values() if self.is_over(p.deadline)]
        return {
            "share_error_day": max(_missed(share, *bounds).max() for share in shares),
            "share_error_day_plain": max(_missed(share, *bounds).max() for share in plain),
            "share_error_hour_max": float(max((e.max() for e in hours), default=0.0)),
            "hours_judged": len(busy),
            "readers_outside_band": float((given[:, 0] > ceiling * given[:, 1]).mean()),
            "readers_outside_band_plain": float((given[:, 2] > ceiling * given[:, 1]).mean()),
            "relevance_of_optimum": self.relevance / self.optimum(np.zeros(len(self.of), int)),
            "relevance_of_hourly_optimum": self.relevance / self.optimum(np.array(self.hour)),
            "promises": len(promises),
            "notes_without_promise": self.without_promise,
            "promises_kept": float(np.mean([p.missing < 0.5 for p in promises] or [0])),
            "mean_promise": float(np.mean([p.impressions for p in promises] or [0])),
            "pages_where_a_price_acts": self.acted / self.pages,
        }

    def is_over(self, deadline: int) -> bool:
        end = START + timedelta(hours=len(self.tallies))
        return deadline <= end.timestamp() * 1000

    def optimum(self, window: np.ndarray) -> float:
        """The best that pages keeping the clauses could have given, from above: the floors over
        each window (its number for each page), the ceiling over all pages of each reader.

        For any prices, one for each floor in a window and one for each reader of A, the best
        pages under them, plus what the bounds are worth at those prices, are a bound (weak
        duality): the least over subgradient steps is taken.
        """
        worth = slot_exposure(SLOTS, 2, CONFIG.patience)
        best, of = np.array(self.best), np.array(self.of)
        of_a = of < RESIDENTS
        readers = len(self.readers)
        kinds = np.repeat(np.arange(4), SLOTS)
        members = np.array([kinds < 2, kinds >= 2, kinds % 2 == 0])
        page_worth, ceiling = worth.sum(), CONTRACT.ceilings[0]
        read = np.bincount(of, of_a, readers) * page_worth
        floors, base = CONTRACT.floors[1:], np.bincount(window) * page_worth
        step = 0.3 * float(np.std(best[np.isfinite(best)]))
        low, high = np.zeros((len(base), 2)), np.zeros(readers)
        least = np.inf
        for number in range(ROUNDS):
            priced = best + low[window] @ members[1:] - np.outer(high[of] * of_a, members[0])
            order = np.argsort(-priced, axis=1)[:, :SLOTS]
            value = float((np.take_along_axis(priced, order, axis=1) @ worth).sum())
            value += float(ceiling * (high @ read) - base @ low @ floors)
            least = min(least, value)
            given = members[:, order] @ worth
            share = np.bincount(of, given[0], readers) / np.maximum(read, page_worth)
            size = step / np.sqrt(number + 1.0)
            shown = np.array([np.bincount(window, of_clause, len(base)) for of_clause in given[1:]])
            low = np.maximum(low + size * (floors - shown.T / base[:, None]), 0.0)
            high = np.where(read > 0, np.maximum(high + size * (share - ceiling), 0.0), 0.0)
        return least


def _share(day: list[Tally], name: str) -> np.ndarray:
    given = np.sum([getattr(tally, name) for tally in day], axis=0)
    return np.asarray(given / np.sum([tally.base for tally in day], axis=0))


def _missed(share: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """How far shares lie outside their bounds."""
    return np.maximum(np.maximum(low - share, share - high), 0.0)


if __name__ == "__main__":
    main()
