"""`python -m dukou.site.messages compile` and `... check`."""

import sys

from dukou.site.messages.checking import problems
from dukou.site.messages.compiling import compile_stale


def main(arguments: list[str]) -> int:
    """Run one of the two jobs; the exit status is 1 where a translation is missing or wrong."""
    match arguments:
        case ["compile"]:
            print(f"{len(compile_stale())} translation files compiled")
            return 0
        case ["check"]:
            found = problems()
            print("\n".join([*found, f"{len(found)} problems in the translations"]))
            return 1 if found else 0
        case _:
            print("usage: python -m dukou.site.messages (compile|check)", file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
