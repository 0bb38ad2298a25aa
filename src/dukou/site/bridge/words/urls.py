"""Addresses of looking up words."""

from django.urls import path

from dukou.site.bridge.words import views

urlpatterns = [
    path("notes/<int:text_id>/words", views.words, {"kind": "note"}, name="note-words"),
    path("comments/<int:text_id>/words", views.words, {"kind": "comment"}, name="comment-words"),
    path("words", views.my_words, name="my-words"),
    path("words.csv", views.words_file, name="words-file"),
    path("words/<int:word_id>", views.my_word, name="my-word"),
]
