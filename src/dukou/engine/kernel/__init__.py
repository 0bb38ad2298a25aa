"""The compiled part of ranking: optional, and the same page without it.

`kernel()` gives it where it was compiled at installation (`dukou.compiling`) and can be loaded
(`loading`); `calls` checks everything that is handed over. Where there is none, the numpy code
beside each call does the same, bit for bit, only slower.
"""

from dukou.engine.kernel.calls import Kernel
from dukou.engine.kernel.given import Among, Scanned, part_of_fill
from dukou.engine.kernel.loading import State, kernel, state

__all__ = ["Among", "Kernel", "Scanned", "State", "kernel", "part_of_fill", "state"]
