"""Who will like a note that nobody has seen? From its topic, author, language and text.

    python bench/new_notes.py [--quick] [--json FILE]

The notes, topics, texts and languages are the demo's, written by hand; who likes what comes from
the lab's reader model, whose tastes follow topics. Members read notes drawn at random and factors
are learnt from their likes; then notes that were left out are placed by their content alone. Twice:
a quarter of all notes left out; and every note that is not Chinese left out and its topics unread,
so that only its text can say that it is about cats. The figure is the chance that of two left-out
notes, one liked and one not, the liked one scores higher for that member (AUC; 0.5 is chance).
Settings are the engine's defaults and were chosen by seeds other than those reported. `--quick`
is too few members to tell anything, to see that it runs.
"""

import argparse
import json
import random
from pathlib import Path

import numpy as np

from dukou.demo.content.reading import Story, read_content
from dukou.engine.content import learn_content
from dukou.engine.engagement import Events
from dukou.engine.learning import Learning, learn
from dukou.lab.taste import Look, appeal, charm_of, taste_of
from dukou.language.vectors import vectors

READERS, FEW = 300, 100
READ_EACH = 60
SEEDS = (11, 12, 13)
WAYS = ("nothing", "topics", "text", "topics and text")


def main() -> None:
    """Measures both ways of leaving out, prints the table, writes the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--seeds", type=int, nargs="*", default=SEEDS)
    parser.add_argument("--quick", action="store_true", help="too few members to tell anything")
    options = parser.parse_args()
    readers = FEW if options.quick else READERS
    stories = read_content().stories
    texts = vectors([f"{story.title}\n{story.body}" for story in stories])
    figures = {}
    for name in ("quarter", "other_languages"):
        runs = [measured(stories, texts, seed, name, readers=readers) for seed in options.seeds]
        figures[name] = {way: float(np.mean([run[way] for run in runs])) for way in WAYS}
    print(f"{len(stories)} notes, {readers} members" + "".join(f"{way:>18}" for way in WAYS))
    for name, row in figures.items():
        print(f"{name:25}" + "".join(f"{row[way]:18.3f}" for way in WAYS))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2))


def measured(
    stories: list[Story], texts: np.ndarray, seed: int, leave_out: str, *, readers: int
) -> dict[str, float]:
    """AUC of the left-out notes by what of their content was used."""
    rng, chance = np.random.default_rng(seed), random.Random(seed)
    liking = likings(stories, chance, readers=readers)
    liked = rng.random(liking.shape) < liking
    chinese = np.array([story.lang.startswith("zh") for story in stories])
    out = rng.random(len(stories)) < 0.25 if leave_out == "quarter" else ~chinese
    kept = np.flatnonzero(~out)
    members, notes = [], []
    for member in range(readers):
        read = rng.choice(kept, READ_EACH, replace=False)
        members += [member] * int(liked[member, read].sum())
        notes += read[liked[member, read]].tolist()
    events = Events(np.array(members), np.array(notes), np.ones(len(notes)))
    found = learn(events, Learning.sized(len(events.members)), rng=rng)
    names = sorted({topic for story in stories for topic in story.topics})
    codes = sorted({story.lang for story in stories})
    topics = [[names.index(topic) for topic in story.topics] for story in stories]
    languages = np.array([codes.index(story.lang) for story in stories])
    who = sorted({story.by for story in stories})
    authors = np.array([who.index(story.by) for story in stories])
    known, left = found.note_ids, np.flatnonzero(out)
    of_member = found.of_members(np.arange(readers))
    auc = {"nothing": 0.5}
    for way in WAYS[1:]:
        with_topics, with_text = "topics" in way, "text" in way
        shown = topics if with_topics else [[] for _ in topics]
        content = learn_content(
            found.notes,
            topics=[shown[at] for at in known],
            languages=languages[known],
            authors=authors[known],
            topic_count=len(names),
            language_count=len(codes),
            texts=texts[known] if with_text else None,
            counts=np.bincount(events.notes, minlength=len(stories))[known],
        )
        unread = leave_out == "other_languages" and with_text
        placed = content.factors(
            [[] if unread else shown[at] for at in left],
            languages[left],
            authors[left],
            texts=texts[left] if with_text else None,
        )
        auc[way] = mean_auc(of_member @ placed.T, liked[:, left])
    return auc


def likings(stories: list[Story], rng: random.Random, *, readers: int) -> np.ndarray:
    """The chance that each member likes each note; shape (members, notes)."""
    subjects = sorted({topic for story in stories for topic in story.topics})
    found = np.zeros((readers, len(stories)))
    for member in range(readers):
        home = rng.choice(["zh", "en"])
        taste = taste_of(rng, rng.sample(subjects, 3), all_topics=subjects)
        for at, story in enumerate(stories):
            look = Look(story.topics, story.lang.startswith(home), charm_of(at))
            found[member, at] = appeal(taste, look)
    return found


def mean_auc(score: np.ndarray, liked: np.ndarray) -> float:
    """Mean over members who liked some and not others."""
    found = []
    for row, right in zip(score, liked, strict=True):
        if right.any() and not right.all():
            above = row[right][:, None] - row[~right][None, :]
            found.append(float(((above > 0) + 0.5 * (above == 0)).mean()))
    return float(np.mean(found))


if __name__ == "__main__":
    main()
