"""What `dukou doctor` says about what is compiled, the engine's snapshot and its log."""

from dukou.engine.kernel import state as ranking_state
from dukou.engine.snapshot import serve_snapshot
from dukou.ground.configuration import Configuration
from dukou.ground.errors import MissingExtra
from dukou.ground.health import Finding, fail, ok, register_check, warn
from dukou.language.kernel import state as search_state
from dukou.site.reading.allocation.shelves import misfit
from dukou.site.reading.allocation.snapshots import place_name, snapshots_folder
from dukou.site.reading.log_export.hours import exported_until
from dukou.site.reading.log_export.parquet import can_write


@register_check("event files")
def event_files(found: Configuration) -> Finding:
    """What the operator wants exported can be written."""
    if not found.export_events:
        return ok("the event log is not exported")
    if not can_write():
        return fail(
            "DUKOU_EXPORT_EVENTS is on, and nothing can write Parquet",
            mend=str(MissingExtra("export")),
        )
    until = exported_until()
    return ok(f"written up to {until:%Y-%m-%d %H:%M} UTC" if until else "nothing written yet")


@register_check("engine kernel")
def engine_kernel(found: Configuration) -> Finding:
    """Ranking is as fast as it can be."""
    if not found.kernel:
        return ok("switched off (DUKOU_KERNEL): Explore ranks by numpy alone")
    return _compiled(ranking_state().why, "Explore is the same, ranking takes twice as long")


@register_check("search kernel")
def search_kernel(found: Configuration) -> Finding:
    """Searching by meaning is as fast as it can be."""
    if not found.search_by_meaning:
        return ok("not needed: nothing is searched by meaning (DUKOU_SEARCH_BY_MEANING)")
    if not found.kernel:
        return ok("switched off (DUKOU_KERNEL): notes are compared by numpy alone")
    return _compiled(search_state().why, "search finds the same, and looks at notes for longer")


def _compiled(why: str, otherwise: str) -> Finding:
    if not why:
        return ok("compiled and in use")
    return warn(
        f"{_WITHOUT[why]}: {otherwise}",
        mend="Install a C compiler (on Debian: apt install gcc libc6-dev), then run script/setup.",
    )


_WITHOUT = {
    "missing": "not compiled",
    "foreign": "compiled from another version",
    "broken": "compiled for another machine",
}


@register_check("engine snapshot")
def engine_snapshot(found: Configuration) -> Finding:
    """What was learnt of members' taste can be served."""
    served = serve_snapshot(snapshots_folder(), place=place_name(), misfit=misfit)
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
    events, factors = served.snapshot.facts["events"], served.snapshot.arrays["notes"].shape[1]
    version = served.snapshot.version
    return ok(f"version {version}, {factors} factors learnt from {events} events")
