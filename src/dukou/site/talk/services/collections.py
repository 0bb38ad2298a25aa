"""Named shelves for saved notes."""

from __future__ import annotations

from django.db import transaction

from dukou.site.members.models import Member
from dukou.site.talk.models import Collection
from dukou.site.text import one_line

COLLECTIONS_LIMIT = 200


class CollectionError(Exception):
    """The collection cannot be made; `code` is `empty`, `taken` or `too-many`."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@transaction.atomic
def make_collection(*, by: Member, name: str, is_public: bool = False) -> Collection:
    """A new collection of the member, or the one they have of that name."""
    name = one_line(name, limit=60)
    if not name:
        raise CollectionError("empty")
    if by.collections.count() >= COLLECTIONS_LIMIT:
        raise CollectionError("too-many")
    collection, _ = Collection.objects.get_or_create(
        owner=by, name=name, defaults={"is_public": is_public}
    )
    return collection


@transaction.atomic
def rename_collection(collection: Collection, *, name: str, is_public: bool) -> Collection:
    """Change the name of a collection and who may look at it."""
    name = one_line(name, limit=60)
    if not name:
        raise CollectionError("empty")
    if collection.owner.collections.filter(name=name).exclude(pk=collection.pk).exists():
        raise CollectionError("taken")
    collection.name, collection.is_public = name, is_public
    collection.save(update_fields=["name", "is_public"])
    return collection


def delete_collection(collection: Collection) -> None:
    """Take the shelf away; what stood on it stays saved."""
    collection.delete()
