"""Addresses of the commons."""

from django.urls import path

from dukou.site.commons import views

urlpatterns = [
    path("report", views.report, name="report"),
    path("rules", views.rules, name="rules"),
    path("suspended", views.suspended, name="suspended"),
    path("moderation", views.moderation, name="moderation"),
    path("moderation/log", views.log, name="moderation_log"),
    path("moderation/log/<int:decision_id>/undo", views.undo, name="undo_decision"),
    path("moderation/<str:kind>/<int:subject_id>", views.decide, name="decide"),
]
