"""The rivals of `steam.py` and their settings; * marks what their authors ship."""

from typing import NamedTuple

Config = dict[str, float]


class Rival(NamedTuple):
    """A re-ranker: its class in the package, its settings by name, on how many orders it runs."""

    name: str
    kind: str
    settings: dict[str, Config]
    orders: int | None = None


SHIPPED_PMMF: Config = {"learning_rate": 0.01, "lambda": 0.5, "gamma": 0.2}
_WELF: Config = {"alpha1": 0.8, "alpha2": 3, "iter_num": 30}
_MANIFOLD: Config = {"beta": -1.5, "alpha": -3.0, "a_e": 0.7, "a_s": 0.5, "b": 21}


def _swept(
    name: str, values: tuple[float, ...], shipped: float, fixed: Config
) -> dict[str, Config]:
    return {
        f"{name} {value:g}{'*' if value == shipped else ''}": fixed | {name: value}
        for value in values
    }


RIVALS = (
    Rival("CP-Fair", "CPFair", _swept("lambda", (1, 3, 10, 20, 40, 100), 10, {})),
    Rival(
        "min-regularizer",
        "min_regularizer",
        _swept("lambda", (0.1, 0.5, 2, 8, 20, 50, 200), 0.5, {}),
    ),
    Rival("k-neighbor", "k_neighbor", _swept("nearest_k", (5, 20, 35, 40), 5, {})),
    Rival(
        "ElasticRank",
        "ElasticRank",
        _swept("lambda", (0.05, 0.2, 0.5, 1, 2, 5), 0.0, {"t": 0.5, "anchor_rate": 0.5}),
    ),
    Rival("ManifoldRank", "ManifoldRank", _swept("scale", (0.1, 0.3, 1, 3, 10, 30), 1, _MANIFOLD)),
    Rival(
        "FairSync",
        "FairSync",
        _swept("learning_rate", (0.01, 0.03, 0.1), 0.1, {"minimum_exposure": 30})
        | _swept("minimum_exposure", (100, 300), 30, {"learning_rate": 0.1}),
        orders=2,
    ),
    Rival(
        "P-MMF",
        "PMMF",
        _swept("learning_rate", (0.01, 0.1, 0.3, 1, 3), 0.01, SHIPPED_PMMF | {"direct": 1})
        | _swept(
            "lambda", (2, 5, 10, 20, 50), 0.0, SHIPPED_PMMF | {"direct": 1, "learning_rate": 1}
        ),
    ),
    Rival("Welf", "Welf", _swept("lambda", (0.1, 0.25, 0.5, 1, 2, 4), 0.5, _WELF), 1),
    Rival(
        "TaxRank",
        "TaxRank",
        _swept("t", (0.5, 1, 2), 0.5, {"ot_lambda": 0.05, "sample_num": 200}),
        orders=2,
    ),
    Rival("FairRec", "FairRec", _swept("para", (0.5,), 0.5, {}), 1),
    Rival("FairRec+", "FairRecPlus", _swept("para", (0.5,), 0.5, {}), 1),
    Rival("RAIF", "RAIF", _swept("alpha", (0.01, 0.05, 0.2), 0.0, {"candidate": 100}), 1),
)
