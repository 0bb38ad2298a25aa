"""What `dukou doctor` says about the engine's snapshot."""

from dukou.engine.snapshot import serve_snapshot
from dukou.ground.configuration import Configuration
from dukou.ground.health import Finding, fail, ok, register_check, warn
from dukou.site.reading.allocation.taste import place_name, snapshots_folder


@register_check("engine snapshot")
def engine_snapshot(found: Configuration) -> Finding:
    """What was learnt of members' taste can be served."""
    served = serve_snapshot(snapshots_folder(), place=place_name())
    reasons = "; ".join(str(error) for error in served.refused)
    if served.snapshot is None and served.refused:
        return fail(f"no snapshot can be served: {reasons}", mend="Run `dukou learn`.")
    if served.snapshot is None:
        return warn(
            "nothing learnt yet: Explore goes by topics, authors and freshness",
            mend="It comes by itself once members have liked some notes, or by `dukou learn`.",
        )
    if served.refused:
        return warn(f"an older one serves, since {reasons}", mend="Run `dukou learn`.")
    events = served.snapshot.facts.get("events", 0)
    return ok(f"version {served.snapshot.version}, learnt from {events} events")
