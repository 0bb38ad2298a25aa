"""The site's settings, with a clock around each answer and a bare view to compare with."""

from dukou.site.settings import *  # noqa: F403

MIDDLEWARE = ["running_site.timing.Clock", "running_site.bare.BareView", *MIDDLEWARE]  # noqa: F405
