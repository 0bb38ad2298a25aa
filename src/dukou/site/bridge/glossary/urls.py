"""Addresses of the glossary."""

from django.urls import path, re_path

from dukou.site.bridge.glossary import views

urlpatterns = [
    path("glossary", views.glossary, name="glossary"),
    path("glossary/new", views.propose, name="glossary-new"),
    path("glossary/wordings/<int:version_id>/vote", views.vote, name="glossary-vote"),
    path("glossary/explain", views.explain, name="glossary-explain"),
    path("glossary/shipped/out", views.take_out_shipped, name="glossary-shipped-out"),
    path("glossary/wordings/<int:version_id>/back", views.put_back, name="glossary-back"),
    path("glossary/wordings/<int:version_id>/out", views.take_out, name="glossary-out"),
    re_path(
        r"^glossary/(?P<language>zh|en)/(?P<term>.{1,120})$", views.entry, name="glossary-entry"
    ),
]
