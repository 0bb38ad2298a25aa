"""What is wrong with a contract, in words: the engine names the fault and its facts."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dukou.engine import ContractError, Fault

_LINES = gettext_lazy("Write one `field = value` a line under a [table].")
_KIND = gettext_lazy("%(value)s is of the wrong kind")
_GROUP = gettext_lazy(
    'Write, for example, { language = "zh", arrival = "resident" }, { topic = "food" } '
    'or { followers_below = "median" }.'
)
#: What is wrong, and what to write.
WORDS: dict[Fault, tuple[str | Promise, str | Promise]] = {
    Fault.NOT_TOML: (gettext_lazy("this is not TOML (column %(column)s)"), _LINES),
    Fault.NO_EQUALS: (
        gettext_lazy("there is no = after the name of a field (column %(column)s)"),
        _LINES,
    ),
    Fault.BAD_VALUE: (
        gettext_lazy("there is no value that TOML knows (column %(column)s)"),
        gettext_lazy(
            'Write words in quotes, numbers as 0.55, true or false, or { name = "value" }.'
        ),
    ),
    Fault.NOT_CLOSED: (
        gettext_lazy("something is opened and not closed (column %(column)s)"),
        gettext_lazy("Close every quote and bracket where it belongs."),
    ),
    Fault.TWICE: (
        gettext_lazy("this is written twice (column %(column)s)"),
        gettext_lazy("Write each field and each [table] once; [[share]] may come again."),
    ),
    Fault.NOT_ALONE: (
        gettext_lazy("more follows on the same line (column %(column)s)"),
        gettext_lazy("Write one field on each line."),
    ),
    Fault.UNKNOWN_FIELD: (
        gettext_lazy("unknown field"),
        gettext_lazy("Write one of %(known)s."),
    ),
    Fault.MISSING: (gettext_lazy("missing"), gettext_lazy("Write %(name)s = ...")),
    Fault.ONE_TABLE: (
        gettext_lazy("one table"),
        gettext_lazy("Write [[%(name)s]] with two brackets."),
    ),
    Fault.NOT_TABLE: (
        gettext_lazy("not a table"),
        gettext_lazy("Write [%(name)s] and fields below it."),
    ),
    Fault.NOT_WORDS: (_KIND, gettext_lazy("Write words in quotes.")),
    Fault.NOT_WHOLE: (_KIND, gettext_lazy("Write a whole number.")),
    Fault.NOT_NUMBER: (_KIND, gettext_lazy("Write a number, for example 0.55.")),
    Fault.NOT_TRUTH: (_KIND, gettext_lazy("Write true or false.")),
    Fault.NOT_REASONS: (
        gettext_lazy("not words by language"),
        gettext_lazy('Write, for example, reason = { en = "...", zh-Hans = "..." }.'),
    ),
    Fault.NOT_GROUP: (gettext_lazy("%(value)s is not a group"), _GROUP),
    Fault.NO_SUCH_GROUP: (gettext_lazy("%(key)s = %(value)s names no group"), _GROUP),
    Fault.NOBODY: (
        gettext_lazy("nobody has so many followers"),
        gettext_lazy(
            "Write followers_at_least below followers_below, and followers_below above 0."
        ),
    ),
    Fault.READERS_BY_COHORT: (
        gettext_lazy("readers are grouped by language and arrival only"),
        gettext_lazy('Write, for example, readers = { language = "zh", arrival = "resident" }.'),
    ),
    Fault.DEBUTS_BY_COHORT: (
        gettext_lazy(
            "first notes are promised readers by their author's language and arrival only"
        ),
        gettext_lazy(
            'Write, for example, providers = { arrival = "newcomer" }, or {} for everyone.'
        ),
    ),
    Fault.NOT_SHARE: (
        gettext_lazy("%(value)s is not a share"),
        gettext_lazy("Write a number from 0 to 1."),
    ),
    Fault.PERCENT: (
        gettext_lazy("%(value)s is not a share"),
        gettext_lazy("Write %(share)s for %(value)s percent."),
    ),
    Fault.NOT_SHARE_ABOVE_0: (
        gettext_lazy("%(value)s is not a share above 0"),
        gettext_lazy("Write a number above 0, at most 1."),
    ),
    Fault.FLOOR_ABOVE_CEILING: (
        gettext_lazy("the floor %(floor)s lies above the ceiling %(ceiling)s"),
        gettext_lazy("Write a floor that is not above the ceiling."),
    ),
    Fault.NO_WINDOW: (
        gettext_lazy("%(value)s is no window"),
        gettext_lazy('Write "hour", "day" or "week".'),
    ),
    Fault.TOO_SMALL: (gettext_lazy("%(value)s is too small"), gettext_lazy("Write 1 or more.")),
    Fault.NEGATIVE: (gettext_lazy("%(value)s is below 0"), gettext_lazy("Write 0 or more.")),
    Fault.TOO_LARGE: (
        gettext_lazy("%(value)s is too large"),
        gettext_lazy("Write %(most)s or less."),
    ),
    Fault.NOT_0_OR_1: (gettext_lazy("%(value)s is too many"), gettext_lazy("Write 0 or 1.")),
    Fault.NO_NAME: (
        gettext_lazy("%(value)s cannot name a clause"),
        gettext_lazy('Write letters, digits and hyphens, for example "residents-home".'),
    ),
    Fault.LONG_NAME: (
        gettext_lazy("%(count)s letters are too many for a name"),
        gettext_lazy("Write %(most)s at the most."),
    ),
    Fault.SAME_ID: (
        gettext_lazy("%(count)s clauses have this id"),
        gettext_lazy("Give each clause its own id."),
    ),
}


def in_words(error: ContractError) -> str:
    """What is wrong and what to write, in the reader's language."""
    problem, advice = (words % error.written for words in WORDS[error.fault])
    return _("%(problem)s. %(advice)s") % {"problem": problem, "advice": advice}


def with_its_place(error: ContractError) -> str:
    """The same, after the line and the field that it is about."""
    line = _("Line %(line)s") % {"line": error.line} + " · " if error.line else ""
    return _("%(where)s: %(what)s") % {"where": line + error.field, "what": in_words(error)}
