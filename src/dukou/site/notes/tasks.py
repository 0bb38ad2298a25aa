"""Background jobs about notes."""

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from dukou.site.notes import services
from dukou.site.notes.services.moving import MOVE, MOVE_ALL
from dukou.site.notes.services.placing import PLACE, PLACE_WAITING
from dukou.site.notes.services.uploading import PREPARE


# Three seconds to five hours: a full disk may take its operator an afternoon.
@app.task(name=PREPARE, queue="media", retry=RetryStrategy(max_attempts=9, exponential_wait=3))
def prepare_picture(media_id: int) -> None:
    """Make a waiting picture ready."""
    services.prepare_picture(media_id)


@app.task(name=MOVE, queue="media", retry=RetryStrategy(max_attempts=9, exponential_wait=3))
def move_pictures(note_id: int) -> None:
    """Give the pictures of a note that fewer may see now new addresses."""
    services.move_pictures(note_id)


@app.task(name=MOVE_ALL, queue="media", retry=RetryStrategy(max_attempts=9, exponential_wait=3))
def move_pictures_of(member_id: int) -> None:
    """Give the pictures of a member whose account was closed new addresses."""
    services.move_pictures_of(member_id)


@app.task(name=PLACE, queue="language", retry=RetryStrategy(max_attempts=3, wait=10))
def place_note(note_id: int) -> None:
    """Find out where a note's text lies among all others."""
    services.place_note(note_id)


@app.periodic(cron="*/5 * * * *")
@app.task(name=PLACE_WAITING, queue="language", queueing_lock=PLACE_WAITING)
def place_waiting(timestamp: int) -> None:
    """Do so for all notes that were left over: imports, the demo, a new space."""
    services.place_waiting()


@app.periodic(cron="17 * * * *")
@app.task(name="notes.clear_leftovers", queue="default", queueing_lock="notes.clear_leftovers")
def clear_leftovers(timestamp: int) -> None:
    """Take away empty drafts and pictures that nobody owns any more."""
    services.clear_leftovers()


@app.periodic(cron="41 3 * * *")
@app.task(name="notes.find_new_words", queue="language", queueing_lock="notes.find_new_words")
def find_new_words(timestamp: int) -> None:
    """Once a night, find the words that notes use and no dictionary has."""
    services.find_new_words(timezone.now())
