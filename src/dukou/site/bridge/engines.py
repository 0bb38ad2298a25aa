"""The place's translation engines, as the operator configured them."""

from __future__ import annotations

from functools import cache

from dukou.ground.configuration import Configuration, configuration
from dukou.language.engines.base import Engine, Pair, Quality
from dukou.language.engines.chain import Chain
from dukou.language.engines.chat import ChatEngine
from dukou.language.engines.deepl import DeepL
from dukou.language.engines.draft import DraftEngine
from dukou.language.engines.firefox.engine import FirefoxEngine
from dukou.language.engines.libretranslate import LibreTranslate
from dukou.site.bridge.paid import PaidEngine
from dukou.site.bridge.places import models_folder


def engines_of(found: Configuration) -> dict[str, Engine]:
    """The engines of a configuration by their names in `DUKOU_TRANSLATE_ORDER`, best first.

    Mozilla's models are among them even before any is installed: they count as soon as they are.
    """
    engines: dict[str, Engine] = {}
    if found.deepl_key:
        engines["deepl"] = PaidEngine(DeepL(found.deepl_key))
    if found.chat_url:
        chat = ChatEngine(found.chat_url, model=found.chat_model, api_key=found.chat_key)
        engines["chat"] = PaidEngine(chat) if found.chat_key else chat
    if found.translate_url:
        engines["server"] = LibreTranslate(found.translate_url, api_key=found.translate_key)
    engines["firefox"] = FirefoxEngine(models_folder(found))
    if found.draft_engine:
        engines["draft"] = DraftEngine(found.home / "models")
    return engines


def chain_of(found: Configuration) -> Chain:
    """The engines in the operator's order; those that an entry leaves out are not asked."""
    engines = engines_of(found)
    orders: dict[Pair, list[Engine]] = {}
    for entry in found.translate_order:
        pair, _, names = entry.partition(":")
        source, _, target = pair.partition("-")
        chosen = [engines[name] for name in names.split("+") if name in engines]
        orders[source, target] = chosen
    return Chain(list(engines.values()), orders=orders)


@cache
def chain() -> Chain:
    """The engines of this process; one chain, so that what failed rests for everybody."""
    return chain_of(configuration())


def is_any_there() -> bool:
    """True if the place has an engine at all; asks no server."""
    return any(not is_unused(engine) for engine in chain().engines)


def is_good_there() -> bool:
    """True if the place has an engine that makes more than rough drafts; asks no server."""
    found = (engine for engine in chain().engines if engine.quality == Quality.GOOD)
    return any(not is_unused(engine) for engine in found)


def is_good_for(source: str, target: str, *, local_only: bool = False) -> bool:
    """True if a good engine is known to do this pair; asks no server."""
    found = chain().known(source, target, local_only=local_only)
    return any(engine.quality == Quality.GOOD for engine in found)


def is_unused(engine: Engine) -> bool:
    """True for Mozilla's models before one is installed."""
    return isinstance(engine, FirefoxEngine) and not engine.models()
