"""The least that a Django page can do here: one query and a small template, no middleware."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.template import Template, engines

from dukou.site.notes.models import NoteVersion

PATH = "/bare"
PAGE = """<!doctype html>
<title>Latest</title>
<ul>{% for note, lang, title in rows %}
<li class="note-card" lang="{{ lang }}"><a href="/notes/{{ note }}">{{ title }}</a></li>{% endfor %}
</ul>
"""


class BareView:
    """Answers `/bare` before any middleware of the site runs: the twenty newest titles."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.template: Template = engines["django"].from_string(PAGE)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info != PATH:
            return self.get_response(request)
        rows = NoteVersion.objects.filter(is_source=True).order_by("-note_id")
        found = list(rows.values_list("note_id", "lang", "title")[:20])
        return HttpResponse(self.template.render({"rows": found}))
