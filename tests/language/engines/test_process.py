import os
import signal
import sys

import pytest

from dukou.language.engines.base import BadAnswer, EngineUnavailable
from dukou.language.engines.process import LineProcess

READY = "import sys, json, time, os\nprint('{\"ready\": true}', flush=True)\n"
ECHO = READY + "for line in sys.stdin:\n    print(line.strip(), flush=True)\n"


@pytest.fixture
def start():
    started = []

    def _start(program, **limits):
        limits = {"start_seconds": 20.0, "answer_seconds": 20.0} | limits
        process = LineProcess("test", [sys.executable, "-c", program], **limits)
        started.append(process)
        return process

    yield _start
    for process in started:
        process.close()


def test_a_process_answers_line_by_line(start):
    process = start(ECHO)
    assert process.ask({"text": "你好\n"}) == {"text": "你好\n"}
    assert process.ask({"text": "二"}) == {"text": "二"}


def test_a_process_that_was_killed_is_started_again(start):
    process = start(ECHO)
    process.ask({"n": 1})
    killed = process.pid
    os.kill(killed, signal.SIGKILL)
    os.waitid(os.P_PID, killed, os.WEXITED | os.WNOWAIT)
    assert process.ask({"n": 2}) == {"n": 2}
    assert process.pid != killed


def test_a_process_that_ends_without_an_answer_is_an_error(start):
    process = start(READY + "sys.stdin.readline()")
    with pytest.raises(EngineUnavailable, match="ended"):
        process.ask({"n": 1})


def test_a_process_that_never_starts_is_an_error(start):
    with pytest.raises(EngineUnavailable, match="ended"):
        start("raise SystemExit(3)").ask({})


# The started programs below sleep so as to hang; each is ended long before it would wake up.


def test_a_process_that_hangs_is_ended(start):
    process = start(READY + "time.sleep(60)", answer_seconds=0.1)
    with pytest.raises(EngineUnavailable, match="in time"):
        process.ask({})
    assert process.pid is None


def test_a_process_that_talks_nonsense_is_ended(start):
    process = start(READY + "print('what?', flush=True)\ntime.sleep(60)")
    with pytest.raises(BadAnswer):
        process.ask({})
    assert process.pid is None
