"""Addresses of the reading app."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
