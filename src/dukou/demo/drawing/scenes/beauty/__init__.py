"""What people wear and put on: make-up, clothes, shoes, hanfu, nails."""

from .hanfu import hanfu
from .lipstick import lipstick
from .makeup import makeup
from .nails import nails
from .outfit import outfit
from .sneakers import sneakers

SCENES = {
    "makeup": makeup,
    "lipstick": lipstick,
    "outfit": outfit,
    "sneakers": sneakers,
    "hanfu": hanfu,
    "nails": nails,
}
