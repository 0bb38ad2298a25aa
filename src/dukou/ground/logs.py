"""One log for Dukou, Django and Procrastinate: readable lines, or JSON for collectors."""

import logging
import sys
from typing import Any, Literal

import structlog
import structlog.tracebacks

# Told apart by the loggers' names: these say each thing that goes well at INFO.
QUIET = ("procrastinate", "httpx", "psycopg.pool", "granian", "PIL", "fontTools")


def set_up_logs(form: Literal["console", "json"]) -> None:
    """Send every log record to standard error in the form that the operator chose."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *_renderers(form),
            ],
        )
    )
    handler.addFilter(_name_jobs_only)
    handler.addFilter(_name_hosts_only)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def _name_jobs_only(record: logging.LogRecord) -> bool:
    """Procrastinate writes a job's arguments, which may be a letter with its secret link."""
    job = getattr(record, "job", None)
    if record.name.startswith("procrastinate") and isinstance(job, dict):
        action = getattr(record, "action", "job")
        record.msg, record.args = f"{action}: {job['task_name']}[{job['id']}]", ()
    return True


def _name_hosts_only(record: logging.LogRecord) -> bool:
    """Whoever scans the network asks for names that are not ours: a line each, no traceback."""
    if record.name == "django.security.DisallowedHost":
        record.exc_info, record.levelno, record.levelname = None, logging.WARNING, "WARNING"
    return True


def _renderers(form: Literal["console", "json"]) -> list[Any]:
    """Tracebacks never show what variables held: passwords, letters and notes are among it."""
    if form == "json":
        transformer = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
        render_json = structlog.processors.JSONRenderer(ensure_ascii=False)
        return [structlog.processors.ExceptionRenderer(transformer), render_json]
    return [
        structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    ]
