"""The welcome: three short steps, each of which a member can come back to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from dukou.language.tags import direction
from dukou.site.arrivals import queries
from dukou.site.arrivals.introduction import Introduction, introduction_of, template_for
from dukou.site.arrivals.services.introducing import introduce
from dukou.site.arrivals.services.joining import (
    choose_interests,
    declare_languages,
    finish_welcome,
)
from dukou.site.members import services as members
from dukou.site.members.languages import known_languages, language_choices
from dukou.site.members.models import Language, Member
from dukou.site.members.queries import reading_languages
from dukou.site.notes.models import Design
from dukou.site.notes.services import NoteText, PublishError
from dukou.site.requests import MemberRequest, member_required

STEPS: dict[str, str | Promise] = {
    "languages": gettext_lazy("Languages"),
    "interests": gettext_lazy("Interests"),
    "introduction": gettext_lazy("Hello"),
}


@dataclass(frozen=True)
class Step:
    """One step of the welcome, as the line above the page shows it."""

    word: str | Promise
    done: bool
    current: bool


@require_safe
@member_required
def welcome(request: MemberRequest) -> HttpResponse:
    """To the first step; members who have been welcomed go home."""
    return redirect("home" if request.member.welcomed_at else "welcome_languages")


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def languages(request: MemberRequest) -> HttpResponse:
    """Which language is home, and which others one reads. Later changes are made in Settings."""
    member = request.member
    if member.welcomed_at:
        return redirect("settings_languages")
    if request.method == "POST":
        home = request.POST.get("home", "")
        home = home if home in Language else member.home_language
        declare_languages(member, home=home, reads=known_languages(request.POST.getlist("reads")))
        return redirect("welcome_interests")
    context = {
        "homes": language_choices([member.home_language]),
        "others": language_choices(reading_languages(member)),
    }
    return _step(request, "languages", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def interests(request: MemberRequest) -> HttpResponse:
    """What one cares for: pictures to tap."""
    member = request.member
    if request.method == "POST":
        chosen = set(request.POST.getlist("interest"))
        topics = [topic for topic in queries.interest_topics() if topic.slug in chosen]
        choose_interests(member, topics)
        return redirect("settings" if member.welcomed_at else "welcome_introduction")
    tiles = queries.interest_tiles(member, reading_languages(member))
    return _step(request, "interests", {"tiles": tiles})


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def introduction(request: MemberRequest) -> HttpResponse:
    """A self-introduction in two languages, which becomes the first note; or none.

    A form that says `show` only asks for both versions: so it works without JavaScript.
    """
    member = request.member
    if request.method == "POST" and "show" not in request.POST:
        return _introduced(request)
    if member.welcomed_at:
        return redirect("home")
    filled = _filled(request, request.POST)
    context = {
        "filled": filled,
        "template": template_for(member),
        "tiles": queries.loved_tiles(member, [topic.slug for topic in filled.loves]),
        "key": request.POST.get("key") or members.new_key(),
        "versions": _cards(filled, member),
    }
    return _step(request, "introduction", context)


@require_safe
@member_required
def introduction_preview(request: MemberRequest) -> HttpResponse:
    """Both versions as they stand while one fills in the template."""
    filled = _filled(request, request.GET)
    context = {"versions": _cards(filled, request.member)}
    return render(request, "arrivals/_versions.html", context)


def _introduced(request: MemberRequest) -> HttpResponse:
    filled = _filled(request, request.POST)
    if filled.shown:
        members.set_shown(request.member, filled.shown)
    if "skip" in request.POST:
        finish_welcome(request.member)
        return redirect("home")
    if not filled.says_something:
        messages.info(request, _("Fill in one line at least, or skip this."))
        return redirect("welcome_introduction")
    try:
        note = introduce(request.member, filled, key=request.POST.get("key", ""))
    except PublishError:
        return redirect("welcome_introduction")
    messages.success(request, _("Your first note is out, in two languages."))
    return redirect(note)


def _filled(request: MemberRequest, given: Any) -> Introduction:
    """What the form holds; one that is opened begins with the interests just chosen."""
    loves = given.getlist("loves") if given else queries.chosen_slugs(request.member)
    return introduction_of(request.member, given.dict(), loves, queries.interest_topics())


@dataclass(frozen=True)
class VersionCard:
    """A version of the introduction, as a text card."""

    lang: str
    dir: str
    title: str
    words: str
    design: str = Design.LETTER


def _cards(filled: Introduction, member: Member) -> list[VersionCard]:
    return [_card(text) for text in filled.versions(reading_languages(member))]


def _card(text: NoteText) -> VersionCard:
    return VersionCard(text.lang, direction(text.lang), text.title, text.body)


def _step(request: MemberRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    """A step's page; the line of steps is for those who are still arriving."""
    names = list(STEPS)
    here = names.index(name)
    steps = [Step(word, place < here, place == here) for place, word in enumerate(STEPS.values())]
    arriving = request.member.welcomed_at is None
    return render(request, f"arrivals/{name}.html", {**context, "steps": steps if arriving else []})
