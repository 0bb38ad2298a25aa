"""`python -m dukou`, the same as `dukou`."""

from dukou.cli import main

if __name__ == "__main__":
    main()
