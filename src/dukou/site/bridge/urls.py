"""Addresses of the bridge app."""

from django.urls import path

from dukou.site.bridge import views

urlpatterns = [
    path("notes/<int:text_id>/version", views.version, {"kind": "note"}, name="note-version"),
    path(
        "comments/<int:text_id>/version",
        views.version,
        {"kind": "comment"},
        name="comment-version",
    ),
]
