"""The process in which the small model runs: one JSON line in, one JSON line out.

It limits its own memory, takes a back seat for the processor, and ends when its input ends, so
that it outlives nobody. `draft` runs this file as a program.
"""

import json
import os
import sys
from typing import IO, Any

_MEMORY_BYTES = 1_600_000_000
_NICENESS = 10
_CONTEXT_TOKENS = 1536


def main() -> None:
    """Answer requests `{"prompt", "tokens"}` with `{"text"}` or `{"error"}` until input ends."""
    _limit_ourselves()
    answers = _private_output()
    server = _server(sys.argv[1])
    _say(answers, {"ready": True})
    for line in sys.stdin.buffer:
        request = json.loads(line)
        _say(answers, _answer(server, request["prompt"], request["tokens"]))


def _limit_ourselves() -> None:
    os.nice(_NICENESS)
    if sys.platform.startswith("linux"):  # elsewhere the limit is not kept by the kernel
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _private_output() -> IO[bytes]:
    """Our own end of the pipe: whatever the library prints goes to standard error instead."""
    ours = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return ours


def _server(model: str) -> Any:
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = model
    params.n_parallel = 1
    params.n_ctx = _CONTEXT_TOKENS
    params.n_gpu_layers = 0
    params.cpuparams.n_threads = max(1, min(4, (os.cpu_count() or 2) - 1))
    params.warmup = False
    # The library opens a port of its own; nobody who does not know this key may use it.
    params.api_keys = [os.urandom(24).hex()]
    params.sampling.seed = 1
    return xllamacpp.Server(params)


def _answer(server: Any, prompt: str, tokens: int) -> dict[str, str]:
    """One greedy completion up to the end of its line."""
    request = {
        "prompt": prompt,
        "n_predict": tokens,
        "temperature": 0.0,
        "stop": ["\n"],
        "cache_prompt": True,
    }
    found = server.handle_completions(request)
    if not isinstance(found, dict) or not found.get("choices"):
        return {"error": str(found)[:200]}
    return {"text": found["choices"][0].get("text", "")}


def _say(answers: IO[bytes], message: dict[str, Any]) -> None:
    answers.write(json.dumps(message).encode() + b"\n")
    answers.flush()


if __name__ == "__main__":
    main()
