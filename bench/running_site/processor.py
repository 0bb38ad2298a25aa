"""Processor time of a site and its database server: what a page costs, whoever else is at work."""

import psutil
from django.db import connection

from running_site.server import RunningSite


class DatabaseServer:
    """The PostgreSQL server that this process is connected to."""

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            (backend,) = cursor.fetchone()
        self.process = psutil.Process(backend).parent()

    def processor_seconds(self) -> float:
        """Of the server and its backends, those that have ended too."""
        assert self.process is not None
        own = self.process.cpu_times()
        seconds = own.user + own.system + own.children_user + own.children_system
        for backend in self.process.children():
            times = backend.cpu_times()
            seconds += times.user + times.system
        return seconds


class Meter:
    """Reads the processor time of a site and its database since the last reading."""

    def __init__(self, site: RunningSite, database: DatabaseServer) -> None:
        self.site, self.database = site, database
        self.last = self._now()

    def _now(self) -> float:
        return self.site.processor_seconds() + self.database.processor_seconds()

    def read(self) -> float:
        """Seconds since the meter was made or read."""
        before, self.last = self.last, self._now()
        return self.last - before
