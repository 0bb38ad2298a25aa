"""What `dukou doctor` says about translation."""

from dukou.ground.configuration import Configuration
from dukou.ground.health import Finding, ok, register_check, warn
from dukou.language.engines.base import Engine
from dukou.language.engines.firefox.engine import FirefoxEngine
from dukou.site.bridge.engines import engines_of


@register_check("translation")
def translation(found: Configuration) -> Finding:
    """Each engine that is configured would work now."""
    engines = [engine for engine in engines_of(found) if not _is_unused(engine)]
    if not engines:
        return warn(
            "no engine: authors' and members' own versions are shown, nothing is translated",
            mend="Run `dukou language install zh-en`, or set DUKOU_TRANSLATE_URL; "
            "docs/language.md tells of others.",
        )
    states = [(engine.name, engine.health()) for engine in engines]
    said = "; ".join(f"{name}: {health.detail}" for name, health in states)
    if all(health.ok for _, health in states):
        return ok(said)
    return warn(said, mend="Start the engine, or correct its setting; see docs/language.md.")


def _is_unused(engine: Engine) -> bool:
    """Nobody has asked for Mozilla's models."""
    return isinstance(engine, FirefoxEngine) and not engine.models()
