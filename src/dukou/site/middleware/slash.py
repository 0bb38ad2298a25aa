"""Every address answers with and without its last slash."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]


class EitherSlash:
    """Drops the last slash before the address is looked up: no redirect, so no lost POST."""

    KEPT = ("/account/", "/admin/", "/static/", "/media/")

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if not path.endswith("/") and f"{path}/".startswith(self.KEPT[:2]):
            path += "/"  # these two come from libraries that write the slash
        elif len(path) > 1 and path.endswith("/") and not path.startswith(self.KEPT):
            path = path.rstrip("/") or "/"
        request.path_info = path
        return self.get_response(request)
