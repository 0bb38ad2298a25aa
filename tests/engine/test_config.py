"""The configuration refuses what it does not know and comes back as it was written."""

import inspect
from dataclasses import fields, replace

import pytest

from dukou.engine import ConfigError, EngineConfig


def test_configuration_comes_back_from_json() -> None:
    config = EngineConfig(price_cap=3.5, candidates=50)
    assert EngineConfig.from_json(config.to_json()) == config
    assert EngineConfig.from_json("{}") == EngineConfig()


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ('{"price_kap": 1}', "price_kap"),
        ('{"price_cap": -1}', "price_cap"),
        ('{"price_cap": "much"}', "price_cap"),
        ('{"patience": 1.5}', "patience"),
        ('{"candidates": 0}', "candidates"),
        ('{"freshness_half_life_hours": 0}', "freshness_half_life_hours"),
        ("[]", "configuration"),
        ("{", "configuration"),
    ],
)
def test_a_wrong_field_is_named(text: str, field: str) -> None:
    with pytest.raises(ConfigError) as caught:
        EngineConfig.from_json(text)
    assert caught.value.field == field


def test_parts_of_likeness_stay_within_the_whole() -> None:
    with pytest.raises(ConfigError):
        replace(EngineConfig(), similar_factors_share=0.8, similar_topics_share=0.5)


def test_every_field_is_explained() -> None:
    source = inspect.getsource(EngineConfig)
    for field in fields(EngineConfig):
        after = source.split(f"    {field.name}: ", 1)[1].splitlines()[1]
        assert after.strip().startswith('"""'), field.name
