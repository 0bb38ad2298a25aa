"""The re-rankers of the package `fairdiverse`, and three that its PyPI release cannot run.

Job: `folder` (with ranking_scores.npz and iid2pid.json), `slots`, and `runs`, each with `rival`,
`config` and `order` (the readers as they arrive). Answer, for each run: `pages` by reader in the
order of the data, `seconds`, and the package's own figures of these pages; or `error`.

ElasticRank and ManifoldRank stand in the authors' repository and not in the release: they are
written here from their formulae. RAIF is an integer programme for a commercial solver: here it is
the same programme, its integers relaxed, by HiGHS (rounded to the largest parts, few of which are
not whole). P-MMF solves a small quadratic programme at each arrival by cvxpy, 46 ms; it has an
exact solution by isotonic regression, which gives the same prices: with `direct` it is taken.
"""

import contextlib
import io
import json
import os
import shutil
import sys
import tempfile
import time
import types
from pathlib import Path

import numpy as np
import scipy.sparse
from scipy.optimize import isotonic_regression, linprog
from scipy.stats import entropy, skew

# The package imports a commercial solver, which stops at its licence; once the package is there,
# cvxpy must not find that solver and prefer it.
sys.modules["gurobipy"] = types.SimpleNamespace(Model=None, GRB=None, quicksum=None)  # type: ignore[assignment]
from fairdiverse.recommendation import rerank_model  # noqa: E402
from fairdiverse.recommendation.metric import MMF, Gini, MinMaxRatio, dcg  # noqa: E402

sys.modules["gurobipy"] = None  # type: ignore[assignment]
pmmf = sys.modules[rerank_model.PMMF.__module__]
AS_SHIPPED = pmmf.compute_projection_maxmin_fairness_with_order


def main() -> None:
    """Reads the job, runs what it asks for, writes the answer."""
    job = json.loads(sys.stdin.read())
    folder = Path(job["folder"]).resolve()
    scores = scipy.sparse.load_npz(folder / "ranking_scores.npz").toarray()
    with working_folder(folder):
        answers = [one_run(run, scores, job["slots"]) for run in job["runs"]]
    print(json.dumps(answers))


@contextlib.contextmanager
def working_folder(data):
    """A folder laid out as the package wants to find its data."""
    home = tempfile.mkdtemp(prefix="dukou-rivals-")
    place = Path(home, "recommendation/processed_dataset/steam")
    place.mkdir(parents=True)
    shutil.copy(data / "iid2pid.json", place)
    os.chdir(home)
    try:
        yield
    finally:
        os.chdir("/")
        shutil.rmtree(home)


def one_run(run, scores, slots):
    """Pages of one rival over readers in one order."""
    items = scores.shape[1]
    publishers = 1 + max(
        int(publisher)
        for publisher in json.loads(
            Path("recommendation/processed_dataset/steam/iid2pid.json").read_text()
        ).values()
    )
    config = {"dataset": "steam", "item_num": items, "group_num": publishers, **run["config"]}
    order = np.array(run["order"])
    pmmf.compute_projection_maxmin_fairness_with_order = (
        projected if config.pop("direct", False) else AS_SHIPPED
    )
    np.random.seed(len(order) + int(order[0]))
    kind = OURS.get(run["rival"]) or getattr(rerank_model, run["rival"])
    quiet = io.StringIO()
    began = time.perf_counter()
    try:
        with contextlib.redirect_stdout(quiet), contextlib.redirect_stderr(quiet):
            ranker = kind(config)
            found = ranker.rerank(scores[order].copy(), slots)
    except Exception as problem:
        return {"error": f"{type(problem).__name__}: {problem}"}
    seconds = time.perf_counter() - began
    pages = np.zeros((len(scores), slots), int)
    pages[order] = [found[at] for at in range(len(order))]
    return {
        "pages": pages.tolist(),
        "seconds": seconds,
        "figures": package_figures(pages[order], scores[order], ranker, slots),
    }


def package_figures(pages, scores, ranker, slots):
    """NDCG, MMF, Gini and min/max as the package takes them."""
    exposure = np.zeros(ranker.group_num)
    total = 0.0
    for page, score in zip(pages, scores, strict=True):
        for item in page:
            exposure[ranker.iid2pid[int(item)]] += 1
        total += dcg(np.sort(score[page])[::-1], slots) / dcg(np.sort(score)[::-1], slots)
    return [total / len(pages), MMF(exposure), Gini(exposure), MinMaxRatio(exposure)]


def projected(falling, weights, bound):
    """P-MMF's projection: nearest point whose sums from the first on never pass below -bound.

    By Moreau's decomposition: the multipliers are a decreasing regression, cut at 0.
    """
    scaled = weights * falling
    short = -scaled
    short[0] -= bound
    pull = np.maximum(isotonic_regression(short, increasing=False).x, 0.0)
    return (scaled + pull) / weights


class ElasticRank(rerank_model.CPFair):
    """Xu et al., SIGIR 2025: a provider gains by its distance from an anchor on the curve of
    utility that a taste for equality t bends."""

    def rerank(self, scores, slots):
        t, weight = self.config["t"], self.config["lambda"]
        anchor_at = int(self.group_num * self.config["anchor_rate"])
        utility, pages = np.ones(self.group_num), []
        for score in scores:
            part = utility / utility.sum()
            anchor = part[np.argsort(utility)[anchor_at]]
            gain = (anchor ** (1 - t) - part ** (1 - t)) * (1 - t) * part**-t
            page = np.argsort(-(score + weight * (self.M @ gain)), kind="stable")[:slots]
            utility = utility + score[page] @ self.M[page]
            pages.append(page)
        return pages


class ManifoldRank(rerank_model.CPFair):
    """The repository's ManifoldRank: gradient of a two-parameter welfare of utilities, with a
    step taken from entropy and skewness of the reader's scores; `scale` is our dial on it."""

    def rerank(self, scores, slots):
        alpha, beta = self.config["alpha"], self.config["beta"]
        utility, pages = np.ones(self.group_num), []
        for score in scores:
            power = utility**beta
            total = power.sum()
            gain = total ** (alpha - 1) * power * beta
            gain *= 1 / utility + (alpha - 1) * utility ** (beta - 1) / total
            gain /= gain.sum()
            gain *= np.sign(alpha * beta * ((alpha - 1) * beta * power + (beta - 1) * total))
            pull = np.sign(alpha * beta) * self.step(score) * (self.M @ gain)
            page = np.argsort(-(score - pull), kind="stable")[:slots]
            utility = utility + score[page] @ self.M[page]
            pages.append(page)
        return pages

    def step(self, score):
        some = score[score > 1e-2]
        part = np.exp(some - some.max())
        spread = entropy(part / part.sum(), base=1.2)
        step = self.config["a_e"] * (spread - self.config["b"]) - self.config["a_s"] * skew(some)
        return self.config["scale"] * np.clip(step, 0.08, 10)


class RAIF(rerank_model.CPFair):
    """Liu et al. 2025: most relevance less alpha times the distance of providers' exposure from
    its mean, over the best `candidate` items of each reader; all readers at once."""

    def rerank(self, scores, slots):
        readers, taken = len(scores), self.config["candidate"]
        items = np.argsort(-scores, axis=1, kind="stable")[:, :taken]
        value = np.take_along_axis(scores, items, axis=1).ravel()
        size, groups = len(value), self.group_num
        each = np.arange(size)
        ones = scipy.sparse.csr_array
        pages = ones((np.ones(size), (each // taken, each)), shape=(readers, size))
        exposure = ones(self.M[items.ravel()].T.astype(float))
        apart = scipy.sparse.eye_array(groups)
        mean = readers * slots / groups
        found = linprog(
            np.concatenate((-value, np.full(groups, float(self.config["alpha"])))),
            A_ub=scipy.sparse.vstack(
                [scipy.sparse.hstack([exposure, -apart]), scipy.sparse.hstack([-exposure, -apart])]
            ),
            b_ub=np.concatenate((np.full(groups, mean), np.full(groups, -mean))),
            A_eq=scipy.sparse.hstack([pages, ones((readers, groups))]),
            b_eq=np.full(readers, slots),
            bounds=[(0, 1)] * size + [(0, None)] * groups,
            method="highs-ipm",
        )
        part = found.x[:size].reshape(readers, taken)
        best = np.argsort(-part, axis=1, kind="stable")[:, :slots]
        return list(np.take_along_axis(items, best, axis=1))


OURS = {"ElasticRank": ElasticRank, "ManifoldRank": ManifoldRank, "RAIF": RAIF}

if __name__ == "__main__":
    main()
