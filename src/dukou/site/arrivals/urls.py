"""Addresses of arriving."""

from django.urls import path

from dukou.site.arrivals import invitations, objections, views

urlpatterns = [
    path("welcome", views.welcome, name="welcome"),
    path("welcome/languages", views.languages, name="welcome_languages"),
    path("welcome/interests", views.interests, name="welcome_interests"),
    path("welcome/introduction", views.introduction, name="welcome_introduction"),
    path("welcome/introduction/preview", views.introduction_preview, name="welcome_preview"),
    path("invitations", invitations.invitations, name="invitations"),
    path("invitations/<int:invitation_id>", invitations.invitation, name="invitation"),
    path("objections", objections.objections, name="objections"),
    path("objections/<int:objection_id>", objections.answer, name="answer_objection"),
]
