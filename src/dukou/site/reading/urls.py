"""Addresses of the feeds."""

from django.urls import path

from dukou.site.reading import views

urlpatterns = [
    path("", views.explore, name="home"),
    path("explore", views.explore, name="explore"),
    path("latest", views.latest, name="latest"),
    path("following", views.following, name="following"),
    path("@<str:name>/<int:note_id>", views.note, name="note"),
    path("search", views.search, name="search"),
    path("saved", views.saved, name="saved"),
    path("collections/<int:collection_id>", views.collection, name="collection"),
    path("topics/<str:slug>", views.topic, name="topic"),
]
