"""A member's profile: what they publish, what they show of what they keep, who is around them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dukou.site.bridge.reader import viewer_of
from dukou.site.members.queries import member_for
from dukou.site.reading import feeds, profiles
from dukou.site.reading.views import feed_page, max_id_of
from dukou.site.requests import SiteRequest


@require_safe
def profile(request: SiteRequest, name: str) -> HttpResponse:
    """Head and notes, newest first."""
    member, viewer = member_for(request.member, name), viewer_of(request)
    feed = feeds.of_member(viewer, member, max_id=max_id_of(request))
    return feed_page(
        request, "reading/profile.html", feed, profile=profiles.profile_of(member, viewer)
    )


@require_safe
def shelves(request: SiteRequest, name: str) -> HttpResponse:
    """Head and public collections."""
    member, viewer = member_for(request.member, name), viewer_of(request)
    context = {
        "profile": profiles.profile_of(member, viewer),
        "shelves": profiles.public_shelves(member, viewer),
    }
    return render(request, "reading/profile_shelves.html", context)


@require_safe
def followers(request: SiteRequest, name: str) -> HttpResponse:
    """Who follows the member."""
    member = member_for(request.member, name)
    page = profiles.followers_of(member, viewer_of(request), max_id=max_id_of(request))
    return render(request, "reading/followers.html", {"member": member, "page": page})


@require_safe
def following(request: SiteRequest, name: str) -> HttpResponse:
    """Whom the member follows."""
    member = member_for(request.member, name)
    page = profiles.followed_by(member, viewer_of(request), max_id=max_id_of(request))
    return render(request, "reading/followed.html", {"member": member, "page": page})
