"""The embedded PostgreSQL of a place.

    commands ── hold ──> users lock <── watches ── keeper ── starts, stops, restarts ──> postgres

Every command that needs the database holds a shared lock while it runs. One keeper, a small process
in a session of its own, runs the server as long as anyone holds that lock. So several commands
share one server, the last one out stops it, and a command killed by kill -9 leaves nothing behind:
the kernel lets go of its lock.
"""

from dukou.ground.postgres.access import running, url, url_if_running
from dukou.ground.postgres.dump import dump, holds_members, put_back

__all__ = ["dump", "holds_members", "put_back", "running", "url", "url_if_running"]
