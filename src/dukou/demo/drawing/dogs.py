"""Dogs that sit and smile."""

from __future__ import annotations

from math import pi

from .coats import Coat, dog_coat
from .colour import darker, lighter, mix
from .outline import arc, blob, curve, ellipse, local, path
from .sheet import Sheet


def dog_sitting(s: Sheet, x: float, y: float, size: float, coat: Coat | None = None) -> None:
    """A dog that sits and smiles; feet at (x, y), `size` its height."""
    coat = coat or dog_coat(s)
    r = size * 0.2
    side = s.pick([-1, 1])
    s.shadow(ellipse(x, y, r * 1.6, r * 0.32), r * 0.2, 0, r * 0.2, 0.4)
    tail = arc(x + side * r * 1.3, y - r * 1.05, r * 0.5, r * 0.55, 0, 1.7 * pi, r * 0.42)
    s.fill(tail, coat.fur)
    body = path(
        *local(x, y, r, "-.75,-2.6 0,-2.8 .75,-2.6 1.1,-1.2 1.2,-.2 .7,0 -.7,0 -1.2,-.2 -1.1,-1.2")
    )
    s.fade(body, coat.fur, mix(coat.fur, s.palette(0.2, 0.05, 30), 0.2))
    with s.inside(body):
        if coat.pattern == "patch":
            s.fill(blob(x + r * 0.8, y - r * 1.2, r * 0.7, s.rng, rough=0.2), coat.mark)
        s.fill(
            path(*local(x, y, r, "-.6,-2.6 .6,-2.6 .5,-1.1 0,-.8 -.5,-1.1")),
            coat.belly,
        )
        s.spray(body, s.palette(0.2, 0.05, 280), 0.3 if side > 0 else pi - 0.3, 0.4, 0.5)
    for foot in (-1, 1):
        s.fill(
            curve(
                (x + foot * r * 0.38, y - r * 1.4),
                (x + foot * r * 0.4, y - r * 0.18),
                width=[r * 0.5, r * 0.58],
            ),
            mix(coat.fur, coat.belly, 0.5),
        )
        s.fill(ellipse(x + foot * r * 0.44, y - r * 0.13, r * 0.42, r * 0.22), coat.belly)
    scarf = s.palette.accent(int(s.rng.integers(3)), 0.58, 0.16)
    s.fill(
        curve(
            *local(x, y, r, "-.72,-2.5 0,-2.2 .72,-2.5"),
            width=r * 0.34,
        ),
        scarf,
    )
    s.fill(
        path(*local(x, y, r, "-.2,-2.2 .35,-2.25 .15,-1.6")),
        darker(scarf, 0.1),
    )
    dog_head(s, x, y - r * 3.4, r * 1.1, coat)


def dog_head(s: Sheet, x: float, y: float, r: float, coat: Coat) -> None:
    """A dog's face around (x, y), tongue out or not."""
    ink = s.palette(0.14, 0.02, 40)
    if coat.pattern == "shiba":
        for side in (-1, 1):
            s.fill(
                path(*local(x, y, r, ".3,-.6 .75,-1.3 .98,-.3", mirror=side)),
                coat.fur,
            )
            s.fill(
                path(*local(x, y, r, ".5,-.65 .74,-1.05 .85,-.45", mirror=side)),
                s.palette(0.8, 0.07, 30),
            )
    head = path(
        *local(
            x, y, r, "-.55,-.82 0,-.9 .55,-.82 1,-.1 .9,.45 .4,.85 0,.92 -.4,.85 -.9,.45 -1,-.1"
        ),
    )
    if coat.pattern == "fluffy":
        head = blob(x, y, r * 1.05, s.rng, rough=0.05, knots=18)
    s.shadow(head, 0, r * 0.12, r * 0.12, 0.22)
    s.fade(head, lighter(coat.fur, 0.12), mix(coat.fur, s.palette(0.2, 0.05, 30), 0.1))
    with s.inside(head):
        if coat.pattern == "shiba":
            for side in (-1, 1):
                s.fill(ellipse(x + side * r * 0.75, y + r * 0.5, r * 0.5, r * 0.5), coat.belly)
                s.fill(ellipse(x + side * r * 0.38, y - r * 0.36, r * 0.13, r * 0.1), coat.belly)
        if coat.pattern == "patch":
            s.fill(ellipse(x + r * 0.5, y - r * 0.1, r * 0.5, r * 0.55), coat.mark)
    if coat.pattern != "shiba":
        for side in (-1, 1):
            ear = path(*local(x, y, r, ".62,-.78 1.1,-.5 1.28,.3 .98,.5 .82,-.1", mirror=side))
            s.shadow(ear, 0, r * 0.05, r * 0.05, 0.25)
            s.fill(ear, coat.mark)
    s.fill(ellipse(x, y + r * 0.42, r * 0.5, r * 0.4), coat.belly)
    for side in (-1, 1):
        ex, ey = x + side * r * 0.42, y - r * 0.02
        s.fill(ellipse(ex, ey, r * 0.14, r * 0.16), ink)
        s.fill(ellipse(ex - r * 0.04, ey - r * 0.05, r * 0.05), s.palette.light(1, 0, 0))
        s.fill(
            ellipse(x + side * r * 0.68, y + r * 0.35, r * 0.15, r * 0.09),
            s.palette(0.78, 0.11, 20),
            0.4,
        )
    if s.chance(0.6):
        tongue = path(*local(x, y, r, "-.16,.6 .16,.6 .13,.95 -.13,.95"))
        s.fill(tongue, s.palette(0.68, 0.16, 15))
    for side in (-1, 1):
        s.fill(
            arc(x + side * r * 0.17, y + r * 0.46, r * 0.17, r * 0.17, 0.2, pi - 0.1, r * 0.05), ink
        )
    s.fill(path(*local(x, y, r, "-.17,.2 .17,.2 0,.42")), ink)
    s.fill(ellipse(x - r * 0.05, y + r * 0.24, r * 0.05, r * 0.03), s.palette.light(1, 0, 0), 0.7)
