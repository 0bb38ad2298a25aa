"""Drafts: writing on, saving, giving up, publishing. A change of a note is a draft too."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from dukou.site.members import services as members
from dukou.site.members.models import Member
from dukou.site.members.queries import reading_languages
from dukou.site.notes import files
from dukou.site.notes.composing.fields import Fields
from dukou.site.notes.composing.pictures import pictures_of_draft
from dukou.site.notes.models import Draft, MediaState, Note, NoteVersion, Provenance
from dukou.site.notes.services.editing import edit_note
from dukou.site.notes.services.publishing import publish_note
from dukou.site.notes.texts import NoteText, PublishError
from dukou.site.notes.topics import name_for, normalized, tags_in

DRAFTS_LIMIT = 100


def draft_to_write(member: Member) -> Draft:
    """An empty draft: one that lies there already, else a new one. Raises PublishError."""
    drafts = Draft.objects.filter(author=member, note=None)
    empty = drafts.filter(fields={}).annotate(pictures=Count("media")).filter(pictures=0).first()
    if empty is not None:
        return empty
    if drafts.count() >= DRAFTS_LIMIT:
        raise PublishError("too-many-drafts")
    return Draft.objects.create(author=member)


def draft_of_edit(note: Note, *, by: Member) -> Draft:
    """The change of the note that its author has begun, or begins now. Raises PublishError."""
    if note.author_id != by.pk:
        raise PublishError("not-yours")
    draft, _ = Draft.objects.get_or_create(
        note=note, defaults={"author": by, "fields": _fields_of(note).stored()}
    )
    return draft


def _fields_of(note: Note) -> Fields:
    """The note as the composer shows it."""
    versions = _own_versions(note)
    source, other = versions[0], versions[1] if len(versions) > 1 else None
    pictures = list(note.media.all())
    text = "\n".join(f"{version.title}\n{version.body}" for version in versions)
    tagged = {normalized(tag) for tag in tags_in(text)}
    named = [list(topic.names.all()) for topic in note.topics.prefetch_related("names")]
    beside = [names for names in named if tagged.isdisjoint(name.normalized for name in names)]
    reads = reading_languages(note.author)
    fields = Fields(
        title=source.title,
        body=source.body,
        lang=source.lang,
        place=note.place,
        audience=note.audience,
        reply_policy=note.reply_policy,
        sensitive=note.sensitive,
        topics=tuple(name_for(names, reads).name for names in beside),
        order=tuple(media.pk for media in pictures),
        alts={str(media.pk): media.alt for media in pictures if media.alt},
    )
    if note.design:
        fields = replace(fields, design=note.design)
    if other is None:
        return fields
    return replace(fields, other_title=other.title, other_body=other.body, other_lang=other.lang)


def _own_versions(note: Note) -> list[NoteVersion]:
    """The author's versions, the original first."""
    own = note.versions.filter(provenance=Provenance.AUTHOR)
    return list(own.order_by("-is_source", "pk"))


class WrittenElsewhere(Exception):
    """The draft was saved by another page meanwhile, and its words are not those known here."""


@transaction.atomic
def save_draft(draft: Draft, fields: Fields, *, known: str = "") -> Draft:
    """Keep what the member has written so far.

    `known`: the stamp of the state that it was written on, where that is to be the last one; an
    older tab must not lay its words over newer ones unasked. Raises WrittenElsewhere.
    """
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    fields = replace(fields, taken_out=Fields.kept(draft.fields).taken_out)
    if known and known != draft.stamp and fields.stored() != draft.fields:
        raise WrittenElsewhere
    draft.fields, draft.saved_at = fields.stored(), timezone.now()
    draft.save(update_fields=["fields", "saved_at"])
    return draft


@transaction.atomic
def remove_picture(draft: Draft, media_id: int) -> None:
    """Take a picture out of the draft; one of a published note stays there until the change is
    published."""
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    own = draft.media.filter(pk=media_id).first()
    if own is not None:
        stem = own.stem
        own.delete()
        transaction.on_commit(lambda: files.remove_pictures([stem] if stem else []))
    elif draft.note is not None and draft.note.media.filter(pk=media_id).exists():
        fields = Fields.kept(draft.fields)
        taken_out = tuple(dict.fromkeys((*fields.taken_out, media_id)))
        draft.fields = replace(fields, taken_out=taken_out).stored()
        draft.save(update_fields=["fields"])


@transaction.atomic
def discard_draft(draft: Draft) -> None:
    """Give the draft up, with the pictures that belong to nothing else."""
    stems = list(draft.media.exclude(stem="").values_list("stem", flat=True))
    draft.delete()
    transaction.on_commit(lambda: files.remove_pictures(stems))


@transaction.atomic
def publish_draft(draft: Draft, *, by: Member) -> Note:
    """Publish the draft, or the change that it is; whoever presses twice publishes once.

    Pictures that could not be read are left out. Raises PublishError, and the draft stays.
    """
    key = publishing_key(draft.pk)
    note_id, _ = members.once(by, "publish-draft", key, lambda: _publish(draft, by))
    return Note.objects.select_related("author").get(pk=note_id)


def publishing_key(draft_id: int) -> str:
    """The idempotency key of a draft: a draft is published once."""
    return f"draft-{draft_id}"


def _publish(draft: Draft, by: Member) -> int:
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    fields = Fields.kept(draft.fields)
    fields.check()
    text, others = fields.texts()
    if draft.note is not None:  # the composer holds two versions; further ones stay as they are
        held = {text.lang, *(other.lang for other in others)}
        further = [each for each in _own_versions(draft.note)[2:] if each.lang not in held]
        others += [NoteText(each.lang, each.title, each.body) for each in further]
    media = [each for each in pictures_of_draft(draft) if each.state != MediaState.REFUSED]
    given: dict[str, Any] = {
        "by": by,
        "text": text,
        "others": others,
        "media": media,
        "design": "" if media else fields.design,
        "audience": fields.audience,
        "reply_policy": fields.reply_policy,
        "place": fields.place,
        "sensitive": fields.sensitive,
        "topics": fields.topics,
    }
    note = publish_note(**given) if draft.note is None else edit_note(draft.note, **given)
    draft.delete()
    return note.pk
