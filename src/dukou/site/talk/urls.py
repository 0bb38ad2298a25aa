"""Addresses of the talk app."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
