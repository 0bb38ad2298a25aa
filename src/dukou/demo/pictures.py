"""Draws the pictures and portraits that the demo community waits for."""

from __future__ import annotations

import io
import os
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection

from dukou.demo import drawing
from dukou.demo.content.reading import Avatar, Person
from dukou.site.members.models import Member
from dukou.site.notes.files import path_of
from dukou.site.notes.models import Media, MediaState, Note
from dukou.site.notes.pictures import Encoded, encode

Report = Callable[[int, int], None]
PORTRAIT = 192


@dataclass(frozen=True)
class Task:
    """One picture to draw; picklable, for another process."""

    media_id: int
    scene: str
    mood: str
    shape: str
    width: int
    height: int


def draw_waiting(*, most: int | None = None, report: Report = lambda done, of: None) -> int:
    """Draw the pictures that wait, those of the newest notes first; gives how many it drew.

    Stopping and starting again goes on where it stopped.
    """
    waiting = Media.objects.filter(state=MediaState.WAITING, note__isnull=False, draft=None)
    rows = list(waiting.filter(stem__contains=".").order_by("-note_id", "position")[:most])
    tasks = [_task(media) for media in rows]
    connection.close()  # the processes must not share it
    by_id = {media.pk: media for media in rows}
    for done, (media_id, encoded) in enumerate(_drawn(tasks), start=1):
        _keep(by_id[media_id], encoded)
        report(done, len(rows))
    return len(rows)


def draw_portraits(people: list[Person]) -> None:
    """Draw everyone's portrait."""
    for person in people:
        draw_portrait(person.name, person.avatar)


def draw_portrait(name: str, portrait: Avatar) -> None:
    """Draw one member's portrait, the same for the same name."""
    seed = zlib.crc32(name.encode())
    image = drawing.avatar(portrait.motif, portrait.hue, seed, size=PORTRAIT)
    out = io.BytesIO()
    image.convert("RGB").save(out, "WEBP", quality=80)
    kept = default_storage.save(f"portraits/{name}.webp", ContentFile(out.getvalue()))
    Member.objects.filter(name=name).update(avatar=kept)


def _task(media: Media) -> Task:
    _, scene, mood, shape = media.stem.rsplit(".", 3)
    return Task(media.pk, scene, mood, shape, media.width, media.height)


def _drawn(tasks: list[Task]) -> Iterator[tuple[int, Encoded]]:
    workers = min(4, os.cpu_count() or 1)
    if workers == 1 or len(tasks) < 4:
        yield from map(_draw, tasks)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_draw, tasks, chunksize=2)


def _draw(task: Task) -> tuple[int, Encoded]:
    image = drawing.draw(task.scene, mood=task.mood, shape=task.shape, seed=task.media_id % 100_003)
    return task.media_id, encode(image.resize((task.width, task.height)))


def _keep(media: Media, encoded: Encoded) -> None:
    media.stem = media.stem.rsplit(".", 3)[0]
    for size, content in encoded.files.items():
        default_storage.save(path_of(media.stem, size), ContentFile(content))
    media.state, media.bytes = MediaState.READY, encoded.bytes
    media.blur, media.fingerprint = encoded.blur, encoded.fingerprint
    media.save()
    Note.objects.filter(pk=media.note_id).update(changed_at=media.made_at)
