"""What `dukou doctor` says about translation."""

from dukou.ground.configuration import Configuration
from dukou.ground.health import Finding, ok, register_check, warn
from dukou.site.bridge.engines import engines_of


@register_check("translation")
def translation(found: Configuration) -> Finding:
    """Each engine that is configured would work now."""
    engines = engines_of(found)
    if not engines:
        return warn(
            "no engine: authors' and members' own versions are shown, nothing is translated",
            mend="Set DUKOU_TRANSLATE_URL, or install 'dukou[draft]' and set DUKOU_DRAFT_ENGINE=1.",
        )
    states = [(engine.name, engine.health()) for engine in engines]
    said = "; ".join(f"{name}: {health.detail}" for name, health in states)
    if all(health.ok for _, health in states):
        return ok(said)
    return warn(said, mend="Start the engine, or correct its setting; see docs/language.md.")
