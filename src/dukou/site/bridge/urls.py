"""Addresses of the bridge app."""

from django.urls import include, path

from dukou.site.bridge import views

urlpatterns = [
    path("", include("dukou.site.bridge.glossary.urls")),
    path("notes/<int:text_id>/version", views.version, {"kind": "note"}, name="note-version"),
    path(
        "comments/<int:text_id>/version",
        views.version,
        {"kind": "comment"},
        name="comment-version",
    ),
]
