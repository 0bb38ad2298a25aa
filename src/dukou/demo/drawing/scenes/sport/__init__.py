"""Moving: the gym, running, ball games."""

from .ball import ball
from .gym import gym
from .running import running

SCENES = {
    "gym": gym,
    "running": running,
    "ball": ball,
}
