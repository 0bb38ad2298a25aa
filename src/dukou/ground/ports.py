"""Which port the web server gets."""

import socket

from dukou.ground.errors import ConfigurationError

TRIES = 50


def free_port(bind: str, wanted: int) -> int:
    """The wanted port, or the next one that nobody listens on."""
    last = min(wanted + TRIES, 65536)
    for port in range(wanted, last):
        if _is_free(bind, port):
            return port
    raise ConfigurationError(
        "DUKOU_PORT", f"is {wanted}, and no port up to {last - 1} is free", "Write another port."
    )


def only_port(bind: str, wanted: int) -> int:
    """The wanted port, where a proxy looks for the site; another would not be found.

    Raises: ConfigurationError: somebody listens on it.
    """
    if not _is_free(bind, wanted):
        raise ConfigurationError(
            "DUKOU_PORT",
            f"is {wanted}, and something listens there already",
            "End it, or write another port here and in the proxy.",
        )
    return wanted


def _is_free(bind: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in bind else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((bind, port))
        except OSError:
            return False
    return True
