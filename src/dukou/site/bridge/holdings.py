"""What this app holds of a member: what their reading cost, and translations of their words."""

from __future__ import annotations

from dukou.site.bridge.corrections.models import Correction
from dukou.site.bridge.glossary.models import GlossaryVersion, GlossaryVote
from dukou.site.bridge.memory import forget_texts
from dukou.site.bridge.models import Spending
from dukou.site.bridge.precedents.services import forget
from dukou.site.bridge.words.models import SavedWord, UnknownExpression
from dukou.site.members.models import Member
from dukou.site.members.registry import Holding, Rows, register
from dukou.site.notes.models import NoteVersion


def register_holdings() -> None:
    """Called once, when Django starts."""
    register(Holding("translated_characters", rows=_spending, forget=_forget_notes))
    register(Holding("glossary_wordings", rows=_wordings), Holding("glossary_votes", rows=_votes))
    register(Holding("corrections", rows=_corrections))
    register(Holding("saved_words", rows=_words), Holding("words_not_found", rows=_unknown))


def _spending(member: Member) -> Rows:
    return Spending.objects.filter(member=member).order_by("day").values("day", "characters")


def _wordings(member: Member) -> Rows:
    """What the community accepted stays when its author leaves, without their name."""
    own = GlossaryVersion.objects.filter(by=member).order_by("pk")
    return own.values("language", "term", "rendering", "meaning", "example", "why", "state", "at")


def _corrections(member: Member) -> Rows:
    """What was accepted stays with the text when its writer leaves, without their name."""
    own = Correction.objects.filter(by=member).order_by("pk")
    return own.values("kind", "text_id", "target", "parts", "why", "state", "at")


def _votes(member: Member) -> Rows:
    own = GlossaryVote.objects.filter(member=member).order_by("pk")
    return own.values("version__language", "version__term", "agrees", "at")


def _words(member: Member) -> Rows:
    own = SavedWord.objects.filter(member=member).order_by("pk")
    return own.values("word", "language", "reading", "meaning", "kind", "text_id", "at")


def _unknown(member: Member) -> Rows:
    """Expressions that the member looked up and nobody could explain."""
    own = UnknownExpression.objects.filter(member=member).order_by("pk")
    return own.values("language", "key", "at")


def _forget_notes(member: Member) -> None:
    """The memory and the precedents know no foreign key that would take them along."""
    own = NoteVersion.objects.filter(note__author=member, is_source=True)
    forget_texts(part for parts in own.values_list("title", "body") for part in parts)
    forget("note", list(own.values_list("note_id", flat=True)))
