"""Plots of trade-offs as SVG, drawn by ourselves: panels side by side with one legend below."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

WIDTH, HEIGHT, LEFT, TOP, GAP = 300, 240, 56, 28, 20
COLOURS = (
    "#c0392b", "#2471a3", "#1e8449", "#b9770e", "#7d3c98", "#117a65", "#5d6d7e",
    "#d35400", "#2e4053", "#ad1457", "#558b2f", "#00838f", "#6d4c41",
)  # fmt: skip
MARKS = "osd^v"


class Series(NamedTuple):
    """Points (x, y) under a name; joined by a line, or marks only."""

    name: str
    points: Sequence[tuple[float, float]]
    line: bool


def save_plot(
    path: Path,
    panels: Sequence[tuple[str, Sequence[Series]]],
    *,
    y_name: str,
    y_range: tuple[float, float],
) -> None:
    """Writes the panels, each with the name of its x axis; points outside `y_range` are left out.

    A negative x is shown without its sign: the axis then runs from the greatest to the least.
    """
    names = [one.name for one in panels[0][1]]
    per_row = 6
    legend = 22 * -(-len(names) // per_row)
    wide = LEFT + len(panels) * (WIDTH + LEFT)
    high = TOP + HEIGHT + 52 + legend
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" '
        f'height="{high}" font-family="sans-serif" font-size="12" fill="#222">',
        f'<rect width="{wide}" height="{high}" fill="#fff"/>',
    ]
    for at, (x_name, series) in enumerate(panels):
        left = LEFT + at * (WIDTH + LEFT)
        parts += _panel(left, x_name, y_name, series, y_range)
    for at, name in enumerate(names):
        x = LEFT + (at % per_row) * (wide - 2 * GAP) / per_row
        y = TOP + HEIGHT + 60 + 22 * (at // per_row)
        parts.append(_mark(x, y - 4, at))
        parts.append(f'<text x="{x + 10:.1f}" y="{y}">{escape(name)}</text>')
    parts.append("</svg>")
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")


def _panel(
    left: float, x_name: str, y_name: str, series: Sequence[Series], y_range: tuple[float, float]
) -> list[str]:
    low, high = y_range
    shown = [[(x, y) for x, y in one.points if low <= y <= high] for one in series]
    every = [x for points in shown for x, _ in points]
    least, most = min(every), max(every)
    margin = 0.04 * (most - least) or 1.0
    least, most = least - margin, most + margin

    def at(x: float, y: float) -> tuple[float, float]:
        return (
            left + WIDTH * (x - least) / (most - least),
            TOP + HEIGHT * (high - y) / (high - low),
        )

    parts = [
        f'<rect x="{left}" y="{TOP}" width="{WIDTH}" height="{HEIGHT}" fill="none" stroke="#999"/>',
        f'<text x="{left + WIDTH / 2}" y="{TOP + HEIGHT + 34}" text-anchor="middle">'
        f"{escape(x_name)}</text>",
        f'<text x="{left}" y="{TOP - 8}">{escape(y_name)}</text>',
    ]
    for step in range(5):
        y = low + (high - low) * step / 4
        x = least + margin + (most - least - 2 * margin) * step / 4
        across, down = at(x, y)
        parts.append(f'<path d="M{left} {down:.1f}h{WIDTH}" stroke="#ddd"/>')
        parts.append(
            f'<text x="{left - 6}" y="{down + 4:.1f}" text-anchor="end" fill="#555">{y:.2f}</text>'
        )
        parts.append(
            f'<text x="{across:.1f}" y="{TOP + HEIGHT + 16}" text-anchor="middle" fill="#555">'
            f"{abs(x):.2f}</text>"
        )
    for number in reversed(range(len(series))):
        placed = [at(x, y) for x, y in sorted(shown[number])]
        if series[number].line and placed:
            way = "L".join(f"{x:.1f} {y:.1f}" for x, y in placed)
            parts.append(
                f'<path d="M{way}" fill="none" stroke="{COLOURS[number % len(COLOURS)]}" '
                'stroke-width="2"/>'
            )
        parts += [_mark(x, y, number) for x, y in placed]
    return parts


def _mark(x: float, y: float, number: int) -> str:
    """A small shape; neighbours in the legend differ in colour and shape."""
    kind, colour = MARKS[number % len(MARKS)], COLOURS[number % len(COLOURS)]
    if kind == "o":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>'
    corners = {
        "s": ((-3, -3), (3, -3), (3, 3), (-3, 3)),
        "d": ((0, -4.5), (4.5, 0), (0, 4.5), (-4.5, 0)),
        "^": ((0, -4), (4, 3.5), (-4, 3.5)),
        "v": ((0, 4), (4, -3.5), (-4, -3.5)),
    }[kind]
    points = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in corners)
    return f'<polygon points="{points}" fill="{colour}"/>'
