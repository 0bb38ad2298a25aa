"""The keeper as a process: `python -m dukou.ground.postgres HOME`."""

import argparse
import signal
import sys
import threading
from pathlib import Path

from dukou.ground.errors import GroundError
from dukou.ground.locks import exclusive
from dukou.ground.postgres.keeper import keep
from dukou.ground.postgres.place import Place


def main() -> int:
    """Take the keeper's lock, then keep; the reason of a failure is the last line of stderr."""
    parser = argparse.ArgumentParser()
    parser.add_argument("home", type=Path)
    parser.add_argument("--fast", action="store_true", help="for tests: no durability")
    arguments = parser.parse_args()
    place = Place(arguments.home)
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    with exclusive(place.keeper_lock):
        try:
            keep(place, durable=not arguments.fast, ended=ended)
        except (GroundError, OSError) as error:
            print(error, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
