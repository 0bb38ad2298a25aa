"""Addresses of the commons app."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
