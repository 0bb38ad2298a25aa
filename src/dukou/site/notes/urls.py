"""Addresses of the notes app."""

from django.urls import path

from dukou.site.notes import avatars

urlpatterns = [
    path("settings/avatar", avatars.avatar, name="avatar"),
]
