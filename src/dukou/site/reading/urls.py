"""Addresses of the feeds."""

from django.urls import path

from dukou.site.reading import views

urlpatterns = [
    path("latest", views.latest, name="latest"),
    path("following", views.following, name="following"),
    path("topics/<str:slug>", views.topic, name="topic"),
]
