"""Addresses of talk."""

from django.urls import path

from dukou.site.talk import languages, relations, views

urlpatterns = [
    path("notes/<int:note_id>/like", views.like, name="like"),
    path("notes/<int:note_id>/save", views.save, name="save"),
    path("notes/<int:note_id>/not-for-me", views.not_for_me, name="not_for_me"),
    path("notes/<int:note_id>/comments", views.comments, name="comments"),
    path("comments/<int:comment_id>", views.comment, name="comment"),
    path("comments/<int:comment_id>/like", views.like_comment, name="like_comment"),
    path("comments/<int:comment_id>/language", languages.comment_language, name="comment_language"),
    path("notifications", views.notifications, name="notifications"),
    path("members/<str:name>/follow", relations.follow, name="follow"),
    path("members/<str:name>/block", relations.block, name="block"),
    path("members/<str:name>/mute", relations.mute, name="mute"),
]
