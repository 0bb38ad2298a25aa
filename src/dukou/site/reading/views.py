"""The feeds' pages."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from dukou.site.bridge.reader import viewer_of
from dukou.site.disk import unless_disk_full
from dukou.site.ids import id_in
from dukou.site.notes.events import record, slot_of
from dukou.site.notes.models import EventKind
from dukou.site.notes.queries import note_for
from dukou.site.reading import feeds, saves
from dukou.site.reading.dial import dial_of
from dukou.site.reading.explore import explore_feed
from dukou.site.reading.feeds import Feed
from dukou.site.reading.note_page import note_view
from dukou.site.requests import MemberRequest, SiteRequest, member_required
from dukou.site.talk import services as talk
from dukou.site.talk.models import Collection
from dukou.site.talk.queries import shelves_of, visible_collections
from dukou.site.talk.services.collections import CollectionError


@require_safe
def explore(request: SiteRequest) -> HttpResponse:
    """Ranked for the reader under the contract."""
    feed = explore_feed(viewer_of(request), session=request.GET.get("session", ""))
    return feed_page(request, "reading/explore.html", feed, dial=dial_of(request.member))


@require_safe
def latest(request: SiteRequest) -> HttpResponse:
    """Newest first, not personal."""
    feed = feeds.latest(viewer_of(request), max_id=max_id_of(request))
    return feed_page(request, "reading/latest.html", feed)


@require_safe
@member_required
def following(request: MemberRequest) -> HttpResponse:
    """What the member follows."""
    viewer = viewer_of(request)
    feed = feeds.following(viewer, request.member, max_id=max_id_of(request))
    return feed_page(request, "reading/following.html", feed)


@require_safe
def topic(request: SiteRequest, slug: str) -> HttpResponse:
    """Notes about a topic, under all its names."""
    found = feeds.topic_with(slug)
    feed = feeds.of_topic(viewer_of(request), found, max_id=max_id_of(request))
    own, *others = feeds.names_of(found, viewer_of(request).reads)
    return feed_page(request, "reading/topic.html", feed, topic_name=own.name, other_names=others)


@require_safe
def note(request: SiteRequest, name: str, note_id: int) -> HttpResponse:
    """A note at its own address; over a feed it comes as a sheet."""
    found = note_for(request.member, note_id)
    if found.author.name != name.lower():
        raise Http404
    show = request.GET.get("show", "")
    view = note_view(found, viewer_of(request), show=show, why_url=_why_url(request))
    if request.member is not None:
        with unless_disk_full():
            record(EventKind.OPEN, found.pk, by=request.member, slot=slot_of(request))
    template = "notes/_note.html" if request.htmx else "reading/note.html"
    return render(request, template, {"note": view})


@require_safe
@member_required
def saved(request: MemberRequest) -> HttpResponse:
    """What the member keeps, newest first, and their collections."""
    feed = saves.saved_feed(viewer_of(request), request.member, max_id=max_id_of(request))
    shelves = shelves_of(request.member)
    return feed_page(request, "reading/saved.html", feed, shelves=shelves)


@require_http_methods(["GET", "HEAD", "POST", "DELETE"])
def collection(request: SiteRequest, collection_id: int) -> HttpResponse:
    """GET: what stands on a shelf. POST: change its name. DELETE: take it away."""
    found = visible_collections(request.member).select_related("owner").filter(pk=collection_id)
    shelf = found.first()
    if shelf is None:
        raise Http404
    mine = request.member is not None and shelf.owner_id == request.member.pk
    error = ""
    if request.method in ("POST", "DELETE"):
        if not mine:
            raise Http404
        if request.method == "DELETE":
            talk.delete_collection(shelf)
            return redirect("saved")
        error = _rename(request, shelf)
        if not error:
            return redirect("collection", collection_id=shelf.pk)
    feed = saves.saved_feed(
        viewer_of(request), shelf.owner, collection=shelf, max_id=max_id_of(request)
    )
    context = {"shelf": shelf, "mine": mine, "error": error}
    return feed_page(request, "reading/collection.html", feed, **context)


def _rename(request: SiteRequest, shelf: Collection) -> str:
    """Change the shelf as the form says; gives the error in words, or nothing."""
    words = {
        "empty": _("Give the collection a name."),
        "taken": _("You have a collection of that name already."),
    }
    try:
        talk.rename_collection(
            shelf,
            name=request.POST.get("name", ""),
            is_public=request.POST.get("is_public") == "on",
        )
    except CollectionError as error:
        return words[error.code]
    return ""


def _why_url(request: SiteRequest) -> str:
    slot = slot_of(request)
    return f"/why/{slot.page_id}/{slot.slot}" if slot else ""


def feed_page(request: SiteRequest, template: str, feed: Feed, **more: Any) -> HttpResponse:
    """The whole page, or only the next cards where the endless feed asks for them."""
    asks_for_more = request.headers.get("HX-Target") not in ("main", "feed", "found-head")
    return render(
        request,
        "reading/_feed_next.html" if request.htmx and asks_for_more else template,
        {"feed": feed, **more},
    )


def max_id_of(request: SiteRequest) -> int | None:
    """The id below which the next page starts; None for the first page or for nonsense."""
    return id_in(request.GET.get("max_id", ""))
