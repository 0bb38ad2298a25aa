"""Makes the lists of word forms from wordfreq's, which nothing needs afterwards.

pip install wordfreq==3.1.1
python -m dukou.language.wordforms.making en es pt fr de id vi
"""

import sys
from pathlib import Path

import numpy as np

from dukou.language.wordforms.table import table_of
from dukou.language.writing import writing


def is_listed(word: str) -> bool:
    """True for a word that letters spell; numbers and other writing systems need no list."""
    return all(writing(char) == "latin" or char == "'" for char in word)


def main() -> None:
    """Write the list of each named language beside this module."""
    from wordfreq import get_frequency_dict

    for language in sys.argv[1:]:
        shares = get_frequency_dict(language, wordlist="best")
        table = table_of({word: share for word, share in shares.items() if is_listed(word)})
        path = Path(__file__).with_name(f"{language}.npy")
        np.save(path, table)
        sys.stdout.write(f"{language}: {len(table)} word forms, {path.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
