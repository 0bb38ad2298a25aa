"""Addresses of the notes app."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
