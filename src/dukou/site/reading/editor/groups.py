"""Groups of readers and of notes as fields of a form, and back."""

from __future__ import annotations

from typing import Any, Literal

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dukou.engine import Group
from dukou.language import tags
from dukou.site.members.languages import content_language
from dukou.site.members.models import Language
from dukou.site.notes.models import TopicName
from dukou.site.notes.topics import normalized

ARRIVALS = [
    ("", gettext_lazy("anyone")),
    ("resident", gettext_lazy("people who live here")),
    ("newcomer", gettext_lazy("newcomers")),
]
FOLLOWERS = [
    ("", gettext_lazy("any number of followers")),
    ("below_median", gettext_lazy("the half with the fewest followers")),
    ("least_median", gettext_lazy("the half with the most followers")),
    ("below", gettext_lazy("fewer followers than")),
    ("least", gettext_lazy("at least so many followers")),
]


def language_choices(*, same: bool) -> list[tuple[str, Any]]:
    """Languages to choose, named in the reader's own."""
    codes = dict.fromkeys(["zh", *Language.values])
    first = [("", gettext_lazy("any language"))]
    if same:
        first.append(("same", gettext_lazy("the reader's own language")))
    return [*first, *((code, tags.name(code, shown_in=content_language())) for code in codes)]


def readers_initial(group: Group) -> dict[str, Any]:
    """The fields that say who reads."""
    return {"readers_language": group.language or "", "readers_arrival": group.arrival or ""}


def providers_initial(group: Group) -> dict[str, Any]:
    """The fields that say whose notes."""
    kind, count = _followers(group)
    return {
        "providers_language": group.language or "",
        "providers_arrival": group.arrival or "",
        "providers_topic": group.topic or "",
        "providers_followers": kind,
        "providers_count": count,
    }


def _followers(group: Group) -> tuple[str, int | None]:
    below, least = group.followers_below, group.followers_at_least
    if below == "median":
        return "below_median", None
    if least == "median":
        return "least_median", None
    if below is not None:
        return "below", below
    return ("least", least) if least is not None else ("", None)


def readers_of(cleaned: dict[str, Any]) -> Group:
    """Who reads, from the form."""
    return Group(
        language=cleaned.get("readers_language") or None,
        arrival=cleaned.get("readers_arrival") or None,
    )


def providers_of(cleaned: dict[str, Any]) -> Group:
    """Whose notes, from the form."""
    median: Literal["median"] = "median"
    kind, count = cleaned.get("providers_followers"), cleaned.get("providers_count")
    below = {"below_median": median, "below": count}.get(kind or "")
    least = {"least_median": median, "least": count}.get(kind or "")
    return Group(
        language=cleaned.get("providers_language") or None,
        arrival=cleaned.get("providers_arrival") or None,
        topic=cleaned.get("providers_topic") or None,
        followers_below=below,
        followers_at_least=least,
    )


def known_topic(name: str) -> str:
    """The topic's name as it was written, if the place has such a topic."""
    bare = name.strip().lstrip("#＃")
    if bare and not TopicName.objects.filter(normalized=normalized(bare)).exists():
        raise forms.ValidationError(
            _("Nobody has written about this topic yet. Choose one that has notes.")
        )
    return bare
