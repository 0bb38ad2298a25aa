"""Requests as views see them: who reads is known and typed."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django_htmx.http import HttpResponseClientRedirect

from dukou.site.client import client_network
from dukou.site.members.models import Member, Role

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)


class SiteRequest(HttpRequest):
    """A request from anyone; `member` is None for a reader without an account."""

    member: Member | None
    csp_nonce: str
    htmx: object


class MemberRequest(SiteRequest):
    """A request from a member."""

    member: Member


MemberView = Callable[Concatenate[MemberRequest, P], HttpResponse]
View = Callable[Concatenate[SiteRequest, P], HttpResponse]


def member_required(
    view: Callable[Concatenate[MemberRequest, P], R],
) -> Callable[Concatenate[SiteRequest, P], R | HttpResponse]:
    """The view for members; others are asked to sign in and come back."""

    @wraps(view)
    def guarded(request: SiteRequest, /, *args: P.args, **kwargs: P.kwargs) -> R | HttpResponse:
        if request.member is None:
            return _sign_in(request)
        return view(request, *args, **kwargs)  # type: ignore[arg-type]

    return guarded


def _sign_in(request: SiteRequest) -> HttpResponse:
    """To the sign-in page, and from there back to the page that one was on; an htmx request moves
    the whole page there, not a part of it."""
    if request.headers.get("HX-Request"):
        back = _own_address(request.headers.get("HX-Current-URL", ""), request)
        return HttpResponseClientRedirect(redirect_to_login(back).url)
    if request.method == "GET":
        return redirect_to_login(request.get_full_path())
    return redirect_to_login(_own_address(request.headers.get("Referer", ""), request))


def _own_address(url: str, request: HttpRequest) -> str:
    """Path and query of a page of ours; the front page for any other."""
    here = urlsplit(url)
    if here.netloc != request.get_host():
        return "/"
    return here._replace(scheme="", netloc="", fragment="").geturl() or "/"


def moderator_required(view: MemberView[P]) -> View[P]:
    """The view for moderators and operators; for other members it is not there. Whoever is signed
    out, perhaps while writing a reason, is asked to sign in and comes back."""

    @wraps(view)
    def guarded(request: SiteRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.member is None:
            return _sign_in(request)
        if not request.member.is_moderator:
            raise Http404
        return view(request, *args, **kwargs)  # type: ignore[arg-type]

    return guarded


def operator_required(view: MemberView[P]) -> View[P]:
    """The view for the operator; for other members it is not there. Whoever is signed out is asked
    to sign in and comes back."""

    @wraps(view)
    def guarded(request: SiteRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.member is None:
            return _sign_in(request)
        if request.member.role != Role.OPERATOR:
            raise Http404
        return view(request, *args, **kwargs)  # type: ignore[arg-type]

    return guarded


def refuse(reason: str) -> PermissionDenied:
    """The error to raise when a member may not do this; the page shows the reason."""
    return PermissionDenied(reason)


def subject_of(request: SiteRequest) -> str:
    """Whom a rate limit counts: the member, or the address that a stranger comes from."""
    if request.member is not None:
        return f"member:{request.member.pk}"
    return f"ip:{client_network(request)}"
