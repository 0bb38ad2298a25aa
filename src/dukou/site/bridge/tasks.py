"""The bridge's background jobs, in the lane `language`."""

from procrastinate.contrib.django import app


@app.task(queue="language")
def translate(*, kind: str, text_id: int, target: str, asked_by: int | None) -> None:
    """Fulfil one wish for a translation."""
    from dukou.site.bridge import services  # services enqueue this very task

    services.translate(kind, text_id, target, asked_by=asked_by)
