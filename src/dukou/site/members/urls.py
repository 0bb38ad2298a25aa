"""Addresses of the settings."""

from django.urls import path

from dukou.site.members.settings import data, languages, profile, safety

urlpatterns = [
    path("settings", profile.profile, name="settings"),
    path("settings/languages", languages.languages, name="settings_languages"),
    path("settings/languages/home", languages.home_language, name="home_language"),
    path("settings/languages/translation", languages.translation, name="translation_habits"),
    path("settings/languages/objection", languages.objection, name="cohort_objection"),
    path("settings/safety", safety.safety, name="safety"),
    path("settings/data", data.data, name="settings_data"),
    path("settings/data/export", data.export, name="export"),
]
