"""Prices that even out exposure among many providers while readers arrive one by one.

A contract names a few groups and bounds for them. Where instead every provider shall come as
near to the same exposure as the readers' relevance allows, there is no bound to write down, but
a weight: how much relevance to give up for it.

    prices = FairPrices.start(43, weight=0.4, arrivals=1645)
    page = prices.page(relevance, providers, worth)
    prices.step(providers[page])      # once it is served
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from dukou.engine.arrays import Floats, Ints
from dukou.engine.errors import BadInput, ShapeMismatch
from dukou.engine.lower_half import lower_half_premium
from dukou.engine.priced_page import priced_page

RESPONSE = 0.3
"""How far a price must move for exposure to double or halve, about, in an average place's
relevance. This, WARM_UP and alpha were chosen on made-up readers (`bench/made_up_readers.py`)."""
WARM_UP = 10
"""Arrivals that the first price counts for, where the weight is large."""
_CAREFUL_UNDER = 0.003
"""Weight at which the first price counts for twice as many: the smaller the weight, the less there
is to gain by fairness and the more to lose by prices that a few arrivals happened to set."""
_OVERTIME = 0.02
"""Part of all arrivals over which the account is evened out once more came than expected."""
_LEAST_WEIGHT = 1e-6
_CLOSE = 1e-4
_ROUNDS = 8


@dataclass(slots=True)
class FairPrices:
    """Prices and accounts of providers.

    They maximise the mean over arrivals of a page's relevance, as part of the best page's, plus
    `weight` times the mean over providers of U(x), where x is a provider's exposure over the
    average provider's and U(x) = x^(1 - alpha) / (1 - alpha), at `alpha` 1 log(x): fairness by
    equal utility (Atkinson 1970). A larger `alpha` looks more at the worst off, up to max-min.
    `lower_half` adds so many times the share of exposure of the half that has least, whoever of
    them has it, which costs less relevance than to lift the last of them most.

    `price`: what a place on the page is worth for a provider, from 0, where 1 is the relevance
    of an average place on the reader's best page. `premium`: the part of it that is paid for
    the lower half (`lower_half_premium`). `due`: what is added to it for the account,
    by how far what the plan needs of the rest lies from the plan. `plan`: exposure that each is
    to have at the end, over the average. `given`: exposure so far, where 1 is what the average
    provider gets of one page. All of shape (providers,).

    Dual mirror descent with a regulariser of the allocation (Balseiro, Lu and Mirrokni 2021,
    arXiv 2007.00514): the price is the marginal utility of the plan, weight·U'(plan) and the
    premium, and moves by what an arrival gave less what the plan still needs of each of the rest.
    Its steps are those of Newton's method, 1/t over the curvature of the dual, which is that of
    the utility plus that of the readers (`response`): prices find their level in tens of arrivals
    instead of thousands, and hold it.
    """

    weight: float
    alpha: float
    lower_half: float
    arrivals: int
    response: float
    warm_up: int
    price: Floats
    premium: Floats
    due: Floats
    plan: Floats
    given: Floats
    arrived: int = 0

    @classmethod
    def start(
        cls,
        providers: int,
        *,
        weight: float,
        arrivals: int,
        alpha: float = 2.0,
        lower_half: float = 0.0,
        response: float = RESPONSE,
        warm_up: int = WARM_UP,
    ) -> Self:
        """Prices before anybody has arrived, the same for all.

        Args:
            weight: 0 gives the plain ranking, and so does one under a millionth; at 10
                exposure is nearly equal.
            arrivals: how many are expected. What is missing is evened out by then.
            alpha: above 0, at most 8: near enough to max-min.
            lower_half: from 0; at 1 a unit for the lower half is worth as much again as a unit is
                to an average provider.
        Raises: BadInput: any of them out of range.
        """
        if providers < 1 or arrivals < 1 or warm_up < 1:
            raise BadInput(f"{providers} providers, {arrivals} arrivals, warm-up {warm_up}")
        if not (0.0 <= weight < np.inf and 0.0 < alpha <= 8.0 and 0.0 < response < np.inf):
            raise BadInput(f"weight {weight}, alpha {alpha}, response {response}")
        if not 0.0 <= lower_half < np.inf:
            raise BadInput(f"lower half {lower_half}")
        if weight < _LEAST_WEIGHT:
            weight = 0.0
        return cls(
            weight=float(weight),
            alpha=float(alpha),
            lower_half=float(lower_half),
            arrivals=arrivals,
            response=response,
            warm_up=warm_up,
            price=np.full(providers, weight * (1.0 + 0.5 * lower_half)),
            premium=np.full(providers, 0.5 * weight * lower_half),
            due=np.zeros(providers),
            plan=np.ones(providers),
            given=np.zeros(providers),
        )

    def page(self, relevance: Floats, providers: Ints, worth: Floats) -> Ints:
        """Notes of the next arrival's page, the most relevant first; changes nothing.

        Args:
            relevance: of each note to whom arrives, from 0; shape (notes,). Its scale is of no
                matter.
            providers: whose each note is, 0 to providers - 1; shape (notes,).
            worth: of each place to the reader, falling; shape (slots,). For providers a place
                is a place.
        Raises: ShapeMismatch; BadInput.
        """
        if providers.shape != relevance.shape:
            raise ShapeMismatch("providers", providers.shape, relevance.shape)
        self._check(providers)
        return priced_page(relevance, (self.price + self.due)[providers], worth)

    def step(self, providers: Ints) -> None:
        """Moves prices and accounts by a page that was served.

        Args:
            providers: whose each of its notes is; shape (slots,).
        Raises: BadInput: a provider that is not there.
        """
        self._check(providers)
        if not len(providers):
            return
        size = len(self.price)
        got = np.bincount(providers, minlength=size) * (size / len(providers))
        needed = self._needed()
        self.given += got
        self.arrived += 1
        if self.weight == 0.0:
            return
        age = self.arrived - 1 + self.warm_up * (1.0 + _CAREFUL_UNDER / self.weight)
        self.price -= (got - needed) / (age * self._curvature())
        self._replan()
        self.due = (self._needed() - self.plan) / self._curvature()

    def _check(self, providers: Ints) -> None:
        size = len(self.price)
        if len(providers) and not 0 <= providers.min() <= providers.max() < size:
            raise BadInput(f"providers {providers.min()} to {providers.max()}, there are {size}")

    def _needed(self) -> Floats:
        """What each of the rest must give on average for the plan to be reached."""
        rest = self._rest()
        return np.asarray(((self.arrived + rest) * self.plan - self.given) / rest)

    def _curvature(self) -> Floats:
        """How much more of the plan than of the readers' part a price of 1 less would make."""
        own = self.price - self.premium
        whole = (self.arrived + self._rest()) / self._rest()
        return np.asarray(1.0 / self.response + whole * self.plan / (self.alpha * own))

    def _rest(self) -> float:
        rest = float(self.arrivals - self.arrived)
        return rest if rest >= 1.0 else max(_OVERTIME * self.arrivals, 1.0)

    def _replan(self) -> None:
        """Shifts all prices alike, which moves no page, so that the plan's mean is 1 again."""
        power = 1.0 / self.alpha
        premium = lower_half_premium(self.price, self.weight * self.lower_half)
        own = self.price - premium
        lowest = self.weight * float(len(own)) ** -self.alpha - float(own.min())
        shift = max(0.0, lowest)
        for _ in range(_ROUNDS):
            price = own + shift
            plan = (self.weight / price) ** power
            excess = float(plan.mean()) - 1.0
            if abs(excess) < _CLOSE:
                break
            shift = max(shift + excess / (power * float((plan / price).mean())), lowest)
        self.price, self.premium, self.plan = price + premium, premium, plan
