"""A moving figure and the poses it takes."""

from __future__ import annotations

from ...colour import darker, mix
from ...faces import Look, head, look
from ...outline import curve, ellipse, line
from ...people import cloth
from ...sheet import Sheet

Joint = tuple[float, float]


def figure(
    s: Sheet,
    x: float,
    y: float,
    size: float,
    pose: dict[str, Joint],
    who: Look | None = None,
    turn: float = 0.0,
) -> dict[str, Joint]:
    """A moving figure. `pose` gives joints in body heights from the hip; returns them on the sheet.

    Joints: neck, elbow_l, hand_l, elbow_r, hand_r, knee_l, foot_l, knee_r, foot_r.
    """
    who = who or look(s)
    at = {name: (x + dx * size, y + dy * size) for name, (dx, dy) in pose.items()}
    hip, neck = (x, y), at["neck"]
    shoe = s.palette.accent(0, 0.65, 0.17)

    def leg(side: str, shade: float) -> None:
        skin = darker(who.skin, shade)
        s.fill(
            curve(at[f"knee_{side}"], at[f"foot_{side}"], width=[size * 0.07, size * 0.05]), skin
        )
        s.fill(
            curve(hip, at[f"knee_{side}"], width=[size * 0.12, size * 0.085]),
            darker(who.bottom, shade),
        )
        fx, fy = at[f"foot_{side}"]
        s.fill(
            ellipse(fx + size * 0.025, fy + size * 0.01, size * 0.06, size * 0.03),
            darker(shoe, shade),
        )

    def arm(side: str, shade: float) -> None:
        skin = darker(who.skin, shade)
        s.fill(
            curve(at[f"elbow_{side}"], at[f"hand_{side}"], width=[size * 0.05, size * 0.04]), skin
        )
        s.fill(
            curve(
                (neck[0], neck[1] + size * 0.05),
                at[f"elbow_{side}"],
                width=[size * 0.075, size * 0.055],
            ),
            darker(who.top, shade),
        )
        s.fill(ellipse(*at[f"hand_{side}"], size * 0.028), skin)

    arm("l", 0.16)
    leg("l", 0.16)
    leg("r", 0.0)
    s.fill(
        line(neck[0], neck[1] - size * 0.05, neck[0], neck[1] + size * 0.04, size * 0.05),
        mix(who.skin, (120, 60, 40), 0.25),
    )
    torso = curve(
        (neck[0], neck[1] + size * 0.04),
        ((neck[0] + x) / 2, (neck[1] + y) / 2),
        (x, y + size * 0.01),
        width=[size * 0.15, size * 0.15, size * 0.13],
    )
    cloth(s, torso, who.top, who.pattern)
    arm("r", 0.06)
    head(s, neck[0] + size * 0.015, neck[1] - size * 0.1, size * 0.08, who, turn=turn)
    return at


RUN: list[dict[str, Joint]] = [
    {"neck": (0.07, -0.3), "elbow_l": (0.2, -0.18), "hand_l": (0.28, -0.28), "elbow_r": (-0.06, -0.16), "hand_r": (0.02, -0.06),
     "knee_l": (-0.06, 0.22), "foot_l": (-0.26, 0.32), "knee_r": (0.17, 0.14), "foot_r": (0.16, 0.38)},
    {"neck": (0.06, -0.3), "elbow_l": (-0.08, -0.18), "hand_l": (-0.02, -0.05), "elbow_r": (0.18, -0.16), "hand_r": (0.27, -0.25),
     "knee_l": (0.16, 0.12), "foot_l": (0.12, 0.33), "knee_r": (-0.05, 0.22), "foot_r": (-0.2, 0.4)},
]  # fmt: skip


JUMP: dict[str, Joint] = {
    "neck": (0.03, -0.31), "elbow_l": (-0.1, -0.24), "hand_l": (-0.16, -0.12), "elbow_r": (0.16, -0.42), "hand_r": (0.2, -0.6),
    "knee_l": (-0.1, 0.18), "foot_l": (-0.2, 0.36), "knee_r": (0.12, 0.14), "foot_r": (0.06, 0.34),
}  # fmt: skip


KICK: dict[str, Joint] = {
    "neck": (-0.06, -0.3), "elbow_l": (-0.22, -0.24), "hand_l": (-0.34, -0.3), "elbow_r": (0.1, -0.22), "hand_r": (0.2, -0.3),
    "knee_l": (-0.04, 0.22), "foot_l": (-0.1, 0.42), "knee_r": (0.18, 0.1), "foot_r": (0.36, 0.12),
}  # fmt: skip


TREE: dict[str, Joint] = {
    "neck": (0.0, -0.31), "elbow_l": (-0.12, -0.44), "hand_l": (-0.01, -0.6), "elbow_r": (0.12, -0.44), "hand_r": (0.01, -0.6),
    "knee_l": (0.18, 0.14), "foot_l": (0.02, 0.2), "knee_r": (0.0, 0.22), "foot_r": (0.0, 0.44),
}  # fmt: skip


LIFT: dict[str, Joint] = {
    "neck": (0.0, -0.31), "elbow_l": (-0.2, -0.34), "hand_l": (-0.22, -0.54), "elbow_r": (0.2, -0.34), "hand_r": (0.22, -0.54),
    "knee_l": (-0.12, 0.2), "foot_l": (-0.14, 0.43), "knee_r": (0.12, 0.2), "foot_r": (0.14, 0.43),
}  # fmt: skip


CURL: dict[str, Joint] = {
    "neck": (0.0, -0.31), "elbow_l": (-0.13, -0.12), "hand_l": (-0.18, 0.05), "elbow_r": (0.13, -0.12), "hand_r": (0.24, -0.26),
    "knee_l": (-0.07, 0.21), "foot_l": (-0.08, 0.43), "knee_r": (0.07, 0.21), "foot_r": (0.09, 0.43),
}  # fmt: skip
