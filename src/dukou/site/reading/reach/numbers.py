"""The numbers behind a note's reach, as rows of a list."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from dukou.engine.reach import freshness_at
from dukou.site.reading.clause_words import percent
from dukou.site.reading.reach.looking import NoteReach
from dukou.site.reading.why.numbers import Row


def numbers(found: NoteReach, *, now: datetime) -> list[Row]:
    """What the sentences were made from."""
    reach = found.reach
    of = _("%(some)s of %(all)s")
    rows = [
        Row(_("Pages it stood on"), of % {"some": reach.pages, "all": found.pages_looked_at}),
        Row(_("Readers with an account"), str(reach.readers)),
        Row(_("Views that these places give"), f"{reach.views:.1f}"),
        Row(_("Places that were seen, as told by browsers"), str(found.seen)),
    ]
    if found.promise:
        facts = {"some": f"{found.promise.given:.1f}", "all": found.promise.impressions}
        rows.append(Row(_("First views promised"), of % facts))
    if reach.matches:
        competes = {"some": reach.competes, "all": reach.pages_lately}
        rows += [
            Row(_("In the running, of the newest pages"), of % competes),
            Row(_("Notes it comes before, for the reader in the middle"), percent(reach.rank)),
            Row(_("In the top fifth of a reader's interest"), percent(reach.matching)),
            Row(_("Readers who read its language"), percent(reach.read_directly)),
            Row(_("With those who get it translated"), percent(reach.read_at_all)),
        ]
    if reach.cap_share < 1.0:
        facts = {"some": percent(reach.author_share), "all": percent(reach.cap_share)}
        rows.append(
            Row(_("All your notes, of what is shown"), _("%(some)s of at most %(all)s") % facts)
        )
    rows.append(Row(_("Left of its freshness"), percent(freshness_at(reach.hours_old))))
    return rows
