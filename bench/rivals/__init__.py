"""Rivals of the benches: they run in an environment of their own, which `script/bench` makes.

A bench hands a job to a file of this folder and gets the answer, both JSON; where the environment
is not there it says so and goes on without. Files here are run by the rivals' Python: they import
nothing of Dukou.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv-rivals/bin/python"
HOW = "script/bench --rivals makes the environment they need."


class RivalsMissing(Exception):
    """The environment of the rivals is not there, or a job in it failed: why, for people."""


def ask(script: str, job: object, *, limit_seconds: float = 3600.0) -> object:
    """The answer of a file of this folder to a job.

    Args:
        script: its name without .py. It reads the job from its standard input and writes the
            answer to its standard output, each as JSON.
    Raises: RivalsMissing: no environment, or no answer in time.
    """
    if not PYTHON.exists():
        raise RivalsMissing(f"there is no {PYTHON.relative_to(ROOT)}. {HOW}")
    one_thread = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    try:
        answer = subprocess.run(
            [PYTHON, ROOT / "bench/rivals" / f"{script}.py"],
            input=json.dumps(job),
            capture_output=True,
            text=True,
            timeout=limit_seconds,
            env=os.environ | one_thread,
        )
    except subprocess.TimeoutExpired:
        raise RivalsMissing(f"no answer within {limit_seconds:.0f} s") from None
    if answer.returncode:
        last = answer.stderr.strip().splitlines()[-1:] or ["no message"]
        raise RivalsMissing(f"{script}.py failed: {last[0]}")
    return json.loads(answer.stdout)


def left_out(names: str, why: RivalsMissing) -> None:
    """Says which rivals a table does not have."""
    print(f"Left out: {names}; {why}", file=sys.stderr)
