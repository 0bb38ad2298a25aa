"""Addresses of the bridge app."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
