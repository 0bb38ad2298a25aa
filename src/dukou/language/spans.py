"""Mixed text cut into runs, each with the language it is in: 这个vibe真的绝了 is three of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dukou.language import letters, slang, tags
from dukou.language.detect import detect, detect_plain
from dukou.language.glossary import ACROSS
from dukou.language.pieces import NOT_LANGUAGE, find_pieces
from dukou.language.place_words import place_words
from dukou.language.tags import UNKNOWN
from dukou.language.writing import writing

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CLAUSE_END = re.compile(r"[，,、。：:；;「」『』“”()（）?？!！…\s]+")
#: Fewer signs than this say nothing about the language they are in.
_TOLD_BY_HAN = 3
_SENTENCE_END = re.compile(r"[。！？!?\n]+|\.(?=\s)")
#: A Latin run of so many letters is long enough to be judged by itself.
_JUDGED_ALONE = 24


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` is in this language; `und` for mentions, tags, links and emoji."""

    start: int
    end: int
    lang: str


@dataclass(slots=True)
class _Run:
    start: int
    end: int
    #: east, latin, another writing system, "piece", a language, or None for marks only
    group: str | None


def spans(text: str, *, latin: tuple[str, ...] = letters.LATIN_LANGUAGES) -> list[Span]:
    """The text as runs of one language that follow each other without a gap, first to last.

    Spaces, digits and punctuation belong to the run before them. Neighbours of one language are
    one run, whatever sentences they hold.
    """
    whole = detect(text, latin=latin).lang
    runs = [part for run in _runs(text) for part in _parts(run, text)]
    languages = [_language_of(run, text, whole, latin) for run in runs]
    either = _language_of_either(whole, languages)
    found: list[Span] = []
    for run, lang in zip(runs, languages, strict=True):
        lang = either if lang == "zh" else lang
        if found and found[-1].lang == lang:
            found[-1] = Span(found[-1].start, run.end, lang)
        else:
            found.append(Span(run.start, run.end, lang))
    return found


def _runs(text: str) -> list[_Run]:
    """Runs of one writing system within one sentence; marks join what is before them."""
    runs: list[_Run] = []
    for start, end, group in _atoms(text):
        last = runs[-1] if runs else None
        if last and group is None:
            last.end = end
        elif last and last.group is None:
            last.end, last.group = end, group
        elif last and last.group == group and not _sentence_ends(text[last.start : start]):
            last.end = end
        else:
            runs.append(_Run(start, end, group))
    return runs


def _parts(run: _Run, text: str) -> list[_Run]:
    """The run cut where its language may change within one writing system."""
    if run.group == "east" and any(writing(char) == "kana" for char in text[run.start : run.end]):
        return _cut(run, text, _CLAUSE_END)
    if run.group == "latin":
        return _chat_apart(run, text)
    return [run]


def _cut(run: _Run, text: str, ends: re.Pattern[str]) -> list[_Run]:
    """Clauses: in one of them a Japanese text may say something in Chinese."""
    places = [end for found in ends.finditer(text, run.start, run.end) if (end := found.end())]
    bounds = [run.start, *(place for place in places if place < run.end), run.end]
    return [_Run(start, end, run.group) for start, end in pairwise(bounds)]


def _chat_apart(run: _Run, text: str) -> list[_Run]:
    """Words of another language's chat stand alone: yyds before an English sentence.

    Between Latin words 88 and 520 are numbers, and www is the web.
    """
    parts: list[_Run] = []
    place = run.start
    for word in _WORD.finditer(text, run.start, run.end):
        said = word.group()
        is_plain = said.isdigit() or said.lower() == "www"
        chat = None if is_plain else slang.slang_language(said)
        if chat not in {None, UNKNOWN} and tags.script(chat) != "Latn":
            if word.start() > place:
                parts.append(_Run(place, word.start(), run.group))
            parts.append(_Run(word.start(), word.end(), run.group))
            place = word.end()
    return [*parts, _Run(place, run.end, run.group)] if place < run.end else parts


def _atoms(text: str) -> Iterator[tuple[int, int, str | None]]:
    place = 0
    for start, end, group in sorted(_wholes(text)):
        if start >= place:
            yield from _chars(text, place, start)
            yield start, end, group
            place = end
    yield from _chars(text, place, len(text))


def _wholes(text: str) -> Iterator[tuple[int, int, str]]:
    """What is one thing whatever it is written in: mentions and the like, and expressions of the
    glossary in two writing systems (打call), whose group is their language."""
    for piece in find_pieces(text):
        if piece.kind in NOT_LANGUAGE:
            yield piece.start, piece.end, "piece"
    for found in place_words().mixed.find(text):
        yield found.start, found.end, found.entry.language


def _chars(text: str, start: int, end: int) -> Iterator[tuple[int, int, str | None]]:
    for place in range(start, end):
        system = writing(text[place])
        yield place, place + 1, "east" if system in {"han", "kana"} else system


def _sentence_ends(text: str) -> bool:
    return bool(_SENTENCE_END.search(text[-4:]))


def _language_of(run: _Run, text: str, whole: str, latin: tuple[str, ...]) -> str:
    said = text[run.start : run.end]
    if run.group in {None, "piece"}:
        return UNKNOWN
    if run.group in ACROSS:
        return run.group
    if run.group == "latin":
        return _latin_run(said, whole, latin)
    found = detect_plain(said, latin=latin).lang
    if whole == "ja" and tags.base(found) == "zh":
        return _chinese_or_japanese(said)
    return found


def _chinese_or_japanese(said: str) -> str:
    """A clause without kana in a Japanese text; what is too short to tell is Japanese."""
    han = "".join(char for char in said if writing(char) == "han")
    return (letters.han_language(han) or ("ja", 0.0))[0] if len(han) >= _TOLD_BY_HAN else "ja"


def _language_of_either(whole: str, languages: list[str]) -> str:
    """What a few characters that all scripts share are in: whatever the rest of the text is in."""
    chinese = [lang for lang in languages if lang.startswith("zh-")]
    if tags.base(whole) == "zh":
        return whole
    return chinese[0] if chinese else "ja" if whole == "ja" else "zh"


def _latin_run(said: str, whole: str, latin: tuple[str, ...]) -> str:
    known = slang.slang_only(said)
    if known:
        return whole if known == UNKNOWN else known
    if tags.script(whole) == "Latn" and len(said) < _JUDGED_ALONE and whole != UNKNOWN:
        return whole
    found = detect_plain(said, latin=latin)
    # A foreign word or two in another writing system is English more often than all else.
    if len(said) < _JUDGED_ALONE and found.confidence < 0.8 and "en" in latin:
        return "en"
    return found.lang
