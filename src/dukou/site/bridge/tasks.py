"""The bridge's background jobs, in the lane `language`."""

from django.utils import timezone
from procrastinate.contrib.django import app

#: By its name: services enqueue it too.
PLACE = "bridge.place_precedents"
COMPARE = "bridge.compare_versions"
COMPARE_DRAFT = "bridge.compare_draft"


@app.task(queue="language")
def translate(*, kind: str, text_id: int, target: str, asked_by: int | None) -> None:
    """Fulfil one wish for a translation."""
    from dukou.site.bridge import services  # services enqueue this very task

    services.translate(kind, text_id, target, asked_by=asked_by)


@app.periodic(cron="17 3 * * *")
@app.task(queue="language", queueing_lock="forget old translations")
def forget_old(timestamp: int) -> None:
    """Once a night, clear away what is no longer needed."""
    from dukou.site.bridge import services

    services.forget_old(timezone.now())


@app.periodic(cron="*/5 * * * *")
@app.task(name=PLACE, queue="language", queueing_lock=PLACE)
def place_precedents(timestamp: int) -> None:
    """Give vectors to what people translated: after each, and every five minutes what is left."""
    from dukou.site.bridge.precedents import services

    services.place_waiting()


@app.periodic(cron="*/5 * * * *")
@app.task(name=COMPARE, queue="language", queueing_lock=COMPARE)
def compare_versions(timestamp: int) -> None:
    """Compare what people wrote in two languages: after each note, and what was left over."""
    from dukou.site.bridge.sides import services

    services.compare_waiting()


@app.task(name=COMPARE_DRAFT, queue="language")
def compare_draft(*, draft_id: int) -> None:
    """Compare the two versions of a draft for its author."""
    from dukou.site.bridge.sides import services

    services.compare_draft(draft_id)
