"""The place's translation engines, as the operator configured them."""

from __future__ import annotations

from functools import cache

from dukou.ground.configuration import Configuration, configuration
from dukou.language.engines.base import Engine
from dukou.language.engines.chain import Chain
from dukou.language.engines.draft import DraftEngine
from dukou.language.engines.firefox.engine import FirefoxEngine
from dukou.language.engines.libretranslate import LibreTranslate
from dukou.site.bridge.places import models_folder

#: Raised whenever names or terms that engines must keep have changed.
GLOSSARY_VERSION = 1


def engines_of(found: Configuration) -> list[Engine]:
    """The engines of a configuration, best first; Mozilla's models even before they are there."""
    engines: list[Engine] = []
    if found.translate_url:
        engines.append(LibreTranslate(found.translate_url, api_key=found.translate_key))
    engines.append(FirefoxEngine(models_folder(found)))
    if found.draft_engine:
        engines.append(DraftEngine(found.home / "models"))
    return engines


@cache
def chain() -> Chain:
    """The engines of this process; one chain, so that what failed rests for everybody."""
    return Chain(engines_of(configuration()))


def fixed_names() -> list[str]:
    """Names that stay as they are in every language."""
    return sorted({"渡口", "Dukou", *configuration().place_name.split()})
