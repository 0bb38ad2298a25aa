"""Addresses of the bridge app."""

from django.urls import include, path

from dukou.site.bridge import views
from dukou.site.bridge.corrections import views as corrections
from dukou.site.bridge.sides import views as sides

urlpatterns = [
    path("", include("dukou.site.bridge.glossary.urls")),
    path(
        "notes/<int:text_id>/corrections",
        corrections.corrections,
        {"kind": "note"},
        name="note-corrections",
    ),
    path(
        "comments/<int:text_id>/corrections",
        corrections.corrections,
        {"kind": "comment"},
        name="comment-corrections",
    ),
    path("drafts/<int:draft_id>/sides", sides.sides, name="draft-sides"),
    path("corrections/<int:correction_id>", corrections.vote, name="correction"),
    path("", include("dukou.site.bridge.words.urls")),
    path("notes/<int:text_id>/near", views.near, {"kind": "note"}, name="note-near"),
    path("comments/<int:text_id>/near", views.near, {"kind": "comment"}, name="comment-near"),
    path("notes/<int:text_id>/version", views.version, {"kind": "note"}, name="note-version"),
    path(
        "comments/<int:text_id>/version",
        views.version,
        {"kind": "comment"},
        name="comment-version",
    ),
]
