"""How many follow the authors of live notes: it changes without any note's changing."""

from __future__ import annotations

import numpy as np

from dukou.site.members.models import Member
from dukou.site.reading.allocation.live import Live


def take_followers(live: Live) -> None:
    """Give live notes their authors' followers of now; clauses go by them."""
    notes = live.notes
    with notes.lock:
        authors = Member.objects.filter(pk__among=notes.author_ids)
        counts = dict(authors.values_list("pk", "followers_count"))
        of_author = np.array([counts.get(pk, 0) for pk in notes.author_ids], dtype=np.int64)
        followers = of_author[notes.column("author")]
        changed = np.flatnonzero(followers != notes.column("followers"))
        if len(changed):
            notes.update(notes.column("id")[changed], followers=followers[changed])
