"""Health and money: the clinic, bills side by side, pills."""

from .bill import bill
from .clinic import clinic
from .pills import pills

SCENES = {
    "clinic": clinic,
    "bill": bill,
    "pills": pills,
}
