"""The WSGI application that Granian serves."""

import os
from threading import Thread

from django.core.wsgi import get_wsgi_application

from dukou.language.detect import warm_up

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dukou.site.settings")
application = get_wsgi_application()

# The composer asks for the language of every few words; its first answer must not take a second.
Thread(target=warm_up, name="warm-up", daemon=True).start()
