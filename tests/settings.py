"""The site's settings for tests: defaults, a home of their own, no choice of the developer's."""

import atexit
import os
import shutil
import tempfile
from dataclasses import fields, replace
from pathlib import Path

from dukou.ground import postgres
from dukou.ground.configuration import Configuration, load

if "PYTEST_XDIST_WORKER" not in os.environ:  # workers take all this over from the first process
    server = os.environ.get("DATABASE_URL", "")
    # Set and empty means the default, whatever a `.env` says.
    os.environ.update({item.metadata["env"]: "" for item in fields(Configuration)})
    # A thread of its own would meet a database that comes and goes: tests load the notes by hand.
    os.environ["DUKOU_SEARCH_BY_MEANING"] = "0"
    home = Path(tempfile.mkdtemp(prefix="dukou-tests-"))
    home.chmod(0o755)  # as root the database runs under another account, which must get in
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    os.environ["DUKOU_HOME"] = str(home)
    # Known before the server runs, so that a run without database tests starts none.
    os.environ["DATABASE_URL"] = server or postgres.url(load())

from dukou.site.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Each test's connection ends with it; a pool would keep the test database from being dropped.
DATABASES["default"]["OPTIONS"].pop("pool", None)  # noqa: F405
worker = os.environ.get("PYTEST_XDIST_WORKER", "")
if worker:  # tests empty folders of the place, which must not be those of tests beside them
    CONFIGURATION = replace(CONFIGURATION, home=CONFIGURATION.home / worker)  # noqa: F405
    CONFIGURATION.home.mkdir(exist_ok=True)
    MEDIA_ROOT = CONFIGURATION.home / "media"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
