"""What can be wrong with a contract, and what to write instead, in English.

An error carries the fault and its facts; whoever shows it to people has words of their own.
"""

from enum import StrEnum


class Fault(StrEnum):
    """What is wrong. Behind each stand the facts that come with it."""

    NOT_TOML = "not-toml"
    """column"""
    NO_EQUALS = "no-equals"
    """column"""
    BAD_VALUE = "bad-value"
    """column"""
    NOT_CLOSED = "not-closed"
    """column"""
    TWICE = "twice"
    """column"""
    NOT_ALONE = "not-alone"
    """column"""
    UNKNOWN_FIELD = "unknown-field"
    """known: the fields that there are"""
    MISSING = "missing"
    """name"""
    ONE_TABLE = "one-table"
    """name"""
    NOT_TABLE = "not-table"
    """name"""
    NOT_WORDS = "not-words"
    """value"""
    NOT_WHOLE = "not-whole"
    """value"""
    NOT_NUMBER = "not-number"
    """value"""
    NOT_TRUTH = "not-truth"
    """value"""
    NOT_REASONS = "not-reasons"
    NOT_GROUP = "not-group"
    """value"""
    NO_SUCH_GROUP = "no-such-group"
    """key, value"""
    NOBODY = "nobody"
    READERS_BY_COHORT = "readers-by-cohort"
    DEBUTS_BY_COHORT = "debuts-by-cohort"
    NOT_SHARE = "not-share"
    """value"""
    PERCENT = "percent"
    """value, share: the same from 0 to 1"""
    NOT_SHARE_ABOVE_0 = "not-share-above-0"
    """value"""
    FLOOR_ABOVE_CEILING = "floor-above-ceiling"
    """floor, ceiling"""
    NO_WINDOW = "no-window"
    """value"""
    TOO_SMALL = "too-small"
    """value"""
    NEGATIVE = "negative"
    """value"""
    TOO_LARGE = "too-large"
    """value, most"""
    NOT_0_OR_1 = "not-0-or-1"
    """value"""
    NO_NAME = "no-name"
    """value"""
    LONG_NAME = "long-name"
    """count: of letters; most"""
    SAME_ID = "same-id"
    """count"""


_GROUP = (
    'Write, for example, {{ language = "zh", arrival = "resident" }}, {{ topic = "food" }} '
    'or {{ followers_below = "median" }}.'
)
_LINES = "Write one `field = value` a line under a [table]."
#: What is wrong, and what to write, with places for the facts.
ENGLISH: dict[Fault, tuple[str, str]] = {
    Fault.NOT_TOML: ("this is not TOML (column {column})", _LINES),
    Fault.NO_EQUALS: ("there is no = after the name of a field (column {column})", _LINES),
    Fault.BAD_VALUE: (
        "there is no value that TOML knows (column {column})",
        'Write words in quotes, numbers as 0.55, true or false, or {{ name = "value" }}.',
    ),
    Fault.NOT_CLOSED: (
        "something is opened and not closed (column {column})",
        "Close every quote and bracket where it belongs.",
    ),
    Fault.TWICE: (
        "this is written twice (column {column})",
        "Write each field and each [table] once; [[share]] may come again.",
    ),
    Fault.NOT_ALONE: (
        "more follows on the same line (column {column})",
        "Write one field on each line.",
    ),
    Fault.UNKNOWN_FIELD: ("unknown field", "Write one of {known}."),
    Fault.MISSING: ("missing", "Write {name} = ..."),
    Fault.ONE_TABLE: ("one table", "Write [[{name}]] with two brackets."),
    Fault.NOT_TABLE: ("not a table", "Write [{name}] and fields below it."),
    Fault.NOT_WORDS: ("{value} is of the wrong kind", "Write words in quotes."),
    Fault.NOT_WHOLE: ("{value} is of the wrong kind", "Write a whole number."),
    Fault.NOT_NUMBER: ("{value} is of the wrong kind", "Write a number, for example 0.55."),
    Fault.NOT_TRUTH: ("{value} is of the wrong kind", "Write true or false."),
    Fault.NOT_REASONS: (
        "not words by language",
        'Write, for example, reason = {{ en = "...", zh-Hans = "..." }}.',
    ),
    Fault.NOT_GROUP: ("{value} is not a group", _GROUP),
    Fault.NO_SUCH_GROUP: ("{key} = {value} names no group", _GROUP),
    Fault.NOBODY: (
        "nobody has so many followers",
        "Write followers_at_least below followers_below, and followers_below above 0.",
    ),
    Fault.READERS_BY_COHORT: (
        "readers are grouped by language and arrival only",
        'Write, for example, readers = {{ language = "zh", arrival = "resident" }}.',
    ),
    Fault.DEBUTS_BY_COHORT: (
        "first notes are promised readers by their author's language and arrival only",
        'Write, for example, providers = {{ arrival = "newcomer" }}, or {{}} for everyone.',
    ),
    Fault.NOT_SHARE: ("{value} is not a share", "Write a number from 0 to 1."),
    Fault.PERCENT: ("{value} is not a share", "Write {share} for {value} percent."),
    Fault.NOT_SHARE_ABOVE_0: (
        "{value} is not a share above 0",
        "Write a number above 0, at most 1.",
    ),
    Fault.FLOOR_ABOVE_CEILING: (
        "the floor {floor} lies above the ceiling {ceiling}",
        "Write a floor that is not above the ceiling.",
    ),
    Fault.NO_WINDOW: ("{value} is no window", 'Write "hour", "day" or "week".'),
    Fault.TOO_SMALL: ("{value} is too small", "Write 1 or more."),
    Fault.NEGATIVE: ("{value} is below 0", "Write 0 or more."),
    Fault.TOO_LARGE: ("{value} is too large", "Write {most} or less."),
    Fault.NOT_0_OR_1: ("{value} is too many", "Write 0 or 1."),
    Fault.NO_NAME: (
        "{value} cannot name a clause",
        'Write letters, digits and hyphens, for example "residents-home".',
    ),
    Fault.LONG_NAME: ("{count} letters are too many for a name", "Write {most} at the most."),
    Fault.SAME_ID: ("{count} clauses have this id", "Give each clause its own id."),
}
