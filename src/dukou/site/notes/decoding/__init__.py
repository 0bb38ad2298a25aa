"""Pictures from strangers, decoded where they can do no harm.

`decode` gives the upright pixels of a JPEG, PNG, WebP, AVIF or HEIC file and nothing else of it:
no place, no camera, no thumbnail, no comment. The work is done by `decoder.py` in a process of
its own, with little memory, little time and no secrets; a `PictureRefused` says what was wrong.
"""

from dukou.site.notes.decoding.process import MOST_BYTES, PictureRefused, decode

__all__ = ["MOST_BYTES", "PictureRefused", "decode"]
