"""Every address of the site; each app names its own."""

from django.contrib import admin
from django.urls import include, path, re_path

from dukou.site import frame, packs

handler400 = "dukou.site.failing.bad_request"
handler500 = "dukou.site.failing.server_error"

urlpatterns = [
    path("", include("dukou.site.reading.urls")),  # first: what is asked for most
    path("healthz", frame.healthz, name="healthz"),
    path("readyz", frame.readyz, name="readyz"),
    path("metrics", frame.metrics, name="metrics"),
    path("language", frame.language, name="language"),
    path("theme", frame.theme, name="theme"),
    path("packs/<str:name>", packs.serve, name="pack"),
    path("account/", include("allauth.account.urls")),
    path("admin/", admin.site.urls),
    path("", include("dukou.site.commons.urls")),
    path("", include("dukou.site.arrivals.urls")),
    path("", include("dukou.site.bridge.urls")),
    path("", include("dukou.site.talk.urls")),
    path("", include("dukou.site.notes.urls")),
    path("", include("dukou.site.members.urls")),
    # Pictures have names that cannot be guessed.
    re_path(r"^media/(?P<path>[A-Za-z0-9_/.-]{1,200})$", frame.media, name="media"),
]
