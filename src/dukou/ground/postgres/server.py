"""One run of the server process, from its start to its end."""

import signal
import subprocess
import threading
import time

import psycopg

from dukou.ground.errors import DatabaseDidNotStart
from dukou.ground.lifeline import end_with_parent
from dukou.ground.postgres.account import Account
from dukou.ground.postgres.binaries import server_program
from dukou.ground.postgres.place import Place

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "effective_cache_size": "1GB",
    "random_page_cost": "1.1",  # solid state disks
    "jit": "off",  # our queries are short; compiling them costs more than it saves
    "wal_compression": "on",
    "checkpoint_timeout": "15min",
    "log_min_duration_statement": "2s",
    "logging_collector": "on",
    "log_directory": "log",
    "log_filename": "postgres-%a.log",  # a week of logs, then each day's file is used again
    "log_truncate_on_rotation": "on",
    "log_rotation_size": "0",
    "timezone": "UTC",
}
# For tests: nothing survives a power cut, and nothing needs to.
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Server:
    """A postgres process of ours."""

    def __init__(self, place: Place, account: Account | None, *, durable: bool) -> None:
        self.place = place
        settings = {**SETTINGS, "unix_socket_directories": str(place.socket_folder)}
        if not durable:
            settings |= FAST
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with place.start_log.open("wb") as log:
            self.process = subprocess.Popen(
                [str(server_program("postgres", account)), "-D", str(place.data), *options],
                cwd="/",
                env=place.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=end_with_parent(signal.SIGINT),
                **(account.identity if account else {}),
            )

    @property
    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self.process.poll() is None

    def wait_until_ready(self, *, seconds: float, ended: threading.Event) -> None:
        """Return once clients are answered and the database `dukou` is there, or on `ended`."""
        deadline = time.monotonic() + seconds
        while self.is_alive and time.monotonic() < deadline:
            try:
                _have_database(self.place)
                return
            except psycopg.OperationalError:
                if ended.wait(0.05):
                    return
        said = self.place.start_log.read_text("utf-8", "replace").strip().splitlines()
        raise DatabaseDidNotStart(said[-1] if said else "it said nothing")

    def stop(self) -> None:
        """End it: at once for clients, and in order for the data."""
        for number, patience_seconds in ((signal.SIGINT, 20), (signal.SIGQUIT, 10)):
            self.process.send_signal(number)
            try:
                self.process.wait(patience_seconds)
                return
            except subprocess.TimeoutExpired:
                continue
        self.process.kill()
        self.process.wait()


def _have_database(place: Place) -> None:
    with psycopg.connect(place.url("postgres"), autocommit=True, connect_timeout=5) as client:
        known = client.execute("SELECT 1 FROM pg_database WHERE datname = 'dukou'").fetchone()
        if known is None:
            client.execute("CREATE DATABASE dukou")
