"""Addresses of the arrivals app."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
