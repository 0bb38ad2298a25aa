"""Languages: which one reads, which is home, and the cohort that follows from it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from dukou.language.tags import can_read
from dukou.site.members import services
from dukou.site.members.cohorts import cohort_words
from dukou.site.members.languages import known_languages, language_choices
from dukou.site.members.models import Language, Member
from dukou.site.members.queries import reading_languages
from dukou.site.members.settings.page import settings_page
from dukou.site.requests import MemberRequest, member_required

PLACES_SHOWN = 5
ALWAYS, TAP, NEVER = "always", "tap", "never"


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def languages(request: MemberRequest) -> HttpResponse:
    """GET: what one reads, and the cohort. POST: keep the languages one reads, in order."""
    member = request.member
    if request.method == "POST":
        reads = known_languages(request.POST.getlist("reads"))
        services.set_reading_languages(member, reads or [member.home_language])
        messages.success(request, _("Kept. It acts on the next page you open."))
        return redirect("settings_languages")
    reads = reading_languages(member)
    # Who takes one Chinese script as written takes both: one line for the two.
    others = [lang for lang in Language.values if not can_read([*reads, Language.ZH_HANS], lang)]
    if not can_read(reads, Language.ZH_HANS):
        others.insert(0, Language.ZH_HANS.value)
    empty = max(PLACES_SHOWN - len(reads), 1)
    context = {
        "places": [language_choices([lang]) for lang in (*reads, *[""] * empty)],
        "habits": [_habit(member, lang) for lang in others],
        "homes": language_choices([member.home_language]),
        "waiting": member.home_language_changes.filter(applied_at=None).first(),
        "cohort": cohort_words(member),
        "objection": member.cohort_objections.first(),
    }
    return settings_page(request, "settings_languages", context)


@require_POST
@member_required
def translation(request: MemberRequest) -> HttpResponse:
    """Keep which languages are translated always, on tap or never, and what learners see."""
    said = {lang: request.POST.get(f"translate-{lang}", "") for lang in Language.values}
    services.set_translation_habits(
        request.member,
        on_tap=[lang for lang, habit in said.items() if habit == TAP],
        never=[lang for lang, habit in said.items() if habit == NEVER],
        both=bool(request.POST.get("both")),
        pinyin=bool(request.POST.get("pinyin")),
    )
    messages.success(request, _("Kept. It acts on the next page you open."))
    return redirect("settings_languages")


@dataclass(frozen=True)
class Habit:
    """How texts in a language come to the member: `always` translated, on `tap`, or `never`."""

    lang: str
    name: str
    habit: str


def _habit(member: Member, lang: str) -> Habit:
    habit = TAP if lang in member.translated_on_tap else ALWAYS
    habit = NEVER if lang in member.never_translated else habit
    name = "中文" if lang == Language.ZH_HANS else str(Language(lang).label)
    return Habit(lang, name, habit)


@require_POST
@member_required
def home_language(request: MemberRequest) -> HttpResponse:
    """Ask for another home language, which counts in 30 days; the present one takes that back."""
    lang = request.POST.get("home", "")
    if lang in Language:
        change = services.set_home_language(request.member, lang)
        messages.success(request, _("It counts in 30 days.") if change else _("It stays as it is."))
    return redirect("settings_languages")


@require_POST
@member_required
def objection(request: MemberRequest) -> HttpResponse:
    """Tell the moderators that the cohort is wrong."""
    words = request.POST.get("words", "").strip()
    if words:
        services.object_to_cohort(request.member, words=words)
        messages.success(request, _("A moderator will look at it. The answer comes to this page."))
    return redirect("settings_languages")
