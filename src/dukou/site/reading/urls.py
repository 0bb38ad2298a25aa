"""Addresses of the feeds and of the contract."""

from django.urls import path

from dukou.site.reading import contract_views, profile_views, views
from dukou.site.reading.balance.views import balance
from dukou.site.reading.editor.views import contract
from dukou.site.reading.reach.views import reach
from dukou.site.reading.search import views as search
from dukou.site.reading.why.views import why

urlpatterns = [
    path("", views.explore, name="home"),
    path("explore", views.explore, name="explore"),
    path("latest", views.latest, name="latest"),
    path("following", views.following, name="following"),
    path("@<str:name>", profile_views.profile, name="profile"),
    path("@<str:name>/saved", profile_views.shelves, name="profile_shelves"),
    path("@<str:name>/followers", profile_views.followers, name="followers"),
    path("@<str:name>/following", profile_views.following, name="followed"),
    path("@<str:name>/<int:note_id>", views.note, name="note"),
    path("search", search.search, name="search"),
    path("search/suggestions", search.suggestions, name="search_suggestions"),
    path("saved", views.saved, name="saved"),
    path("collections/<int:collection_id>", views.collection, name="collection"),
    path("why/<int:page_id>/<int:slot>", why, name="why"),
    path("reach/<int:note_id>", reach, name="reach"),
    path("balance", balance, name="balance"),
    path("balance/contract", contract, name="contract"),
    path("dial", contract_views.dial, name="dial"),
    path("seen", contract_views.seen, name="seen"),
    path("topics/<str:slug>", views.topic, name="topic"),
]
