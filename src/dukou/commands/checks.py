"""The checks of `dukou doctor` that belong to no single app."""

import os
import shutil
import smtplib

import psycopg
from PIL import features

from dukou.ground.configuration import Configuration
from dukou.ground.health import Finding, fail, ok, register_check, warn

LEAST_GB = 2
SECONDS = 10


@register_check("database")
def database(found: Configuration) -> Finding:
    """The server answers, is of a version that we know, and is up to date."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    with psycopg.connect(found.database_url, connect_timeout=SECONDS) as client:
        version = client.info.server_version // 10000
    executor = MigrationExecutor(connection)
    steps = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if version < 14:
        return fail(f"PostgreSQL {version} is too old", mend="Use PostgreSQL 14 or newer.")
    if steps:
        return fail(f"{len(steps)} migrations are missing", mend="Run `dukou migrate`.")
    return ok(f"PostgreSQL {version} answers and is up to date")


@register_check("disk")
def disk(found: Configuration) -> Finding:
    """There is room for pictures and the database, and we may write."""
    free_gb = shutil.disk_usage(found.home).free / 1e9
    if not os.access(found.home, os.W_OK):
        return fail(
            f"{found.home} cannot be written to", mend="Give the folder to Dukou's account."
        )
    if free_gb < LEAST_GB:
        return fail(
            f"only {free_gb:.1f} GB are free",
            mend=f"Free at least {LEAST_GB} GB, or move the home.",
        )
    return ok(f"{free_gb:.0f} GB are free")


@register_check("address")
def address(found: Configuration) -> Finding:
    """Members reach the place by https, and a stranger cannot see its insides."""
    if found.debug:
        return fail("DUKOU_DEBUG shows strangers our insides", mend="Write DUKOU_DEBUG=0.")
    if not found.is_secure:
        return warn(
            "no public https address",
            mend="For a place that others reach, set DUKOU_ORIGIN; see docs/operator.md.",
        )
    return ok(found.origin)


@register_check("mail")
def mail(found: Configuration) -> Finding:
    """The mail server takes our name and password."""
    smtp = found.smtp
    if smtp is None:
        level = fail if found.confirm_email else warn
        return level("mail goes to the log only", mend="Set DUKOU_SMTP_URL.")
    maker = smtplib.SMTP_SSL if smtp.implicit_tls else smtplib.SMTP
    try:
        with maker(smtp.host, smtp.port, timeout=SECONDS) as client:
            if smtp.starttls:
                client.starttls()
            if smtp.user:
                client.login(smtp.user, smtp.password)
    except (OSError, smtplib.SMTPException) as error:
        return fail(f"{smtp.host} refuses us: {error}", mend="Correct DUKOU_SMTP_URL.")
    return ok(f"{smtp.host} takes mail from us")


@register_check("pictures")
def pictures(_found: Configuration) -> Finding:
    """Every format that members send can be read."""
    missing = [name for name in ("jpg", "webp", "avif") if not features.check(name)]
    try:
        import pillow_heif  # noqa: F401
    except ImportError:
        missing.append("heic")
    if missing:
        return fail(f"cannot read {', '.join(missing)}", mend="Run script/setup again.")
    return ok("JPEG, PNG, WebP, AVIF and HEIC can be read")
