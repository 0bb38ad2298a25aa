"""The arguments of the compiled functions, laid out as the C files declare them."""

import ctypes

WHOLE, NUMBER, WHERE = ctypes.c_int64, ctypes.c_double, ctypes.c_void_p
"""A whole number, a number, and where an array lies."""


class Scan(ctypes.Structure):
    """What `dukou_scan` takes (scan.c)."""

    _fields_ = [
        ("notes", WHOLE),
        ("width", WHOLE),
        ("readable", WHERE),
        ("liking", WHERE),
        ("topic_set", WHERE),
        ("levels", WHERE),
        ("steps", WHERE),
        ("query", WHERE),
        ("weight", ctypes.c_float),
        ("authors", WHOLE),
        ("marks", WHOLE),
        ("by_author", WHERE),
        ("marked", WHERE),
        ("author", WHERE),
        ("slope", WHERE),
        ("offset", WHERE),
        ("language", WHERE),
        ("score", WHERE),
    ]


class Group(ctypes.Structure):
    """One group of `dukou_best` (best.c)."""

    _fields_ = [
        ("bits", WHERE),
        ("by_set", WHERE),
        ("rows", WHERE),
        ("count", WHOLE),
        ("size", WHOLE),
    ]


class Best(ctypes.Structure):
    """What `dukou_best` takes (best.c)."""

    _fields_ = [
        ("notes", WHOLE),
        ("score", WHERE),
        ("topic_set", WHERE),
        ("groups", WHOLE),
        ("group", WHERE),
        ("extras", WHOLE),
        ("extra", WHERE),
        ("room", WHOLE),
        ("rows", WHERE),
    ]


class Fill(ctypes.Structure):
    """What `dukou_fill` takes (fill.c)."""

    _fields_ = [
        *((name, WHOLE) for name in ("notes", "width", "slots")),
        *((name, WHERE) for name in ("score", "author", "unseen", "levels", "unit")),
        *((name, WHERE) for name in ("topic_set", "begin", "topic", "part")),
        *((name, NUMBER) for name in ("author_likeness", "penalty")),
        *((name, WHERE) for name in ("members", "low", "high")),
        ("orders", WHOLE),
        *((name, WHERE) for name in ("order", "good", "open", "resting")),
        *((name, WHOLE) for name in ("per_author", "per_topic")),
        ("slack", NUMBER),
        ("fixes", WHOLE),
        *((name, WHERE) for name in ("fixed_slot", "fixed_note")),
        *((name, WHOLE) for name in ("dues", "due_by")),
        *((name, WHERE) for name in ("due", "worth", "taken", "natural", "forced", "penalties")),
    ]
