"""Gowalla's check-ins as two communities with tastes, for the benches that need a real blend."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.cluster.vq import kmeans2
from scipy.sparse import csr_array, diags_array, load_npz
from scipy.sparse.linalg import svds

from data_folder import data_folder

USERS = 29_858
FACTORS = 24


def check_ins_folder(*beside: str) -> Path:
    """Where the data lie, check-ins and what else is needed; ends with where to get them if they
    are not there."""
    return data_folder(
        "gowalla/s_adj_mat.npz",
        *beside,
        get="gowalla/ is data/gowalla of github.com/gusye1234/LightGCN-PyTorch, waves/ has"
        " mastodon_hourly_2022_slice.csv of github.com/seblammers/mastodon-user-data",
    )


def check_ins(folder: Path) -> csr_array:
    """Who was where, as ones; shape (users, places)."""
    seen = csr_array(load_npz(folder / "gowalla" / "s_adj_mat.npz").tocsr()[:USERS, USERS:])
    seen.data[:] = 1.0
    return seen


@dataclass(frozen=True)
class Communities:
    """Tastes of users and places, shape (users or places, factors); which are of community B,
    the smaller; and how often each place was visited."""

    users: np.ndarray
    places: np.ndarray
    user_of_b: np.ndarray
    place_of_b: np.ndarray
    visits: np.ndarray


def communities(seen: csr_array) -> Communities:
    """The two communities, by k-means on the leading singular vectors."""
    of_user, of_place = seen.sum(axis=1), np.maximum(seen.sum(axis=0), 1)
    level = diags_array(of_user**-0.5) @ seen @ diags_array(of_place**-0.5)
    left, size, right = svds(level, k=FACTORS, random_state=0)
    order = np.argsort(-size)
    left, size, right = left[:, order], size[order], right[order].T
    side = left[:, :8] / np.sqrt(of_user)[:, None]
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    _, community = kmeans2(side, 2, seed=0, minit="++")
    of_b = community == np.bincount(community).argmin()
    by_b = seen[of_b].sum(axis=0)
    users = left * size
    return Communities(
        users=(users / np.linalg.norm(users, axis=1, keepdims=True)).astype(np.float32),
        places=(right * (of_place**0.25)[:, None]).astype(np.float32),
        user_of_b=of_b,
        place_of_b=by_b > of_place - by_b,
        visits=of_place,
    )
