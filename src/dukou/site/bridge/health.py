"""What `dukou doctor` says about translation."""

from collections import Counter
from datetime import timedelta

from django.db import ProgrammingError
from django.utils import timezone

from dukou.ground.configuration import Configuration
from dukou.ground.health import Finding, fail, ok, register_check, warn
from dukou.site.bridge import budget
from dukou.site.bridge.engines import engines_of, is_unused
from dukou.site.bridge.models import Account, Outcome, Wish

_LATELY = timedelta(hours=1)
_MANY = 5
_MIGRATE = "Run `dukou migrate`."


@register_check("translation")
def translation(found: Configuration) -> Finding:
    """Each engine that is configured would work now."""
    engines = [engine for engine in engines_of(found).values() if not is_unused(engine)]
    if not engines:
        return warn(
            "no engine: authors' and members' own versions are shown, nothing is translated",
            mend="Run `dukou language install zh-en`, or set DUKOU_TRANSLATE_URL; "
            "docs/language.md tells of others.",
        )
    states = [(engine.name, engine.health()) for engine in engines]
    said = "; ".join(f"{name}: {health.detail}" for name, health in states)
    if all(health.ok for _, health in states):
        return ok(said)
    return warn(said, mend="Start the engine, or correct its setting; see docs/language.md.")


@register_check("translations")
def translations(found: Configuration) -> Finding:
    """How the last hour's translations ended, and what is left of the day's characters."""
    try:
        return _lately(found)
    except ProgrammingError:  # the tables are not there, or are older than this version
        return fail("nothing can be told before the database is up to date", mend=_MIGRATE)


def _lately(found: Configuration) -> Finding:
    used = budget.spent_today(Account.ALL)
    said = f"{used} of {found.translate_daily_chars} characters used today"
    if paid := budget.spent_today(Account.PAID):
        said += f", {paid} of {found.translate_paid_daily_chars} by engines with a key"
    ended = Wish.objects.filter(ended_at__gt=timezone.now() - _LATELY)
    endings = Counter(ended.values_list("outcome", flat=True))
    said += f"; in the last hour {endings[Outcome.DONE]} were translated"
    if failed := endings[Outcome.FAILED]:
        last = ended.filter(outcome=Outcome.FAILED).order_by("-ended_at").first()
        said += f", {failed} failed, the last with: {last.detail if last else ''}"
    if failed >= _MANY and failed > endings[Outcome.DONE]:
        return warn(said, mend="See what the engine says, or name another; docs/language.md.")
    if endings[Outcome.BUDGET]:
        mend = "Raise DUKOU_TRANSLATE_DAILY_CHARS if the engine can take more."
        return warn(f"{said}; {endings[Outcome.BUDGET]} were out of budget", mend=mend)
    return ok(said)
