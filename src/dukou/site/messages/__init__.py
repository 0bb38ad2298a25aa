"""The interface's translations: compiled where they are stale, checked to be complete.

Each app keeps `locale/<language>/LC_MESSAGES/django.po`, written by hand. The compiled `.mo` files
are made from them and never committed.
"""

from dukou.site.messages.compiling import compile_stale

__all__ = ["compile_stale"]
