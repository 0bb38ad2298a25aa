"""In town: streets, stations, roofs, markets, lanterns."""

from .bike import bike
from .city_night import city_night
from .lantern import lantern
from .market import market
from .old_town import old_town
from .rooftop import rooftop
from .street import street
from .subway import subway
from .train import train

SCENES = {
    "street": street,
    "bike": bike,
    "subway": subway,
    "train": train,
    "old_town": old_town,
    "city_night": city_night,
    "rooftop": rooftop,
    "lantern": lantern,
    "market": market,
}
