"""Addresses of the members app."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
