"""Charts and tables of the reference games: lines as SVG that print well in black and white, or figures by turn."""

import math
from collections.abc import Callable, Sequence

from msgspec import Struct

from game.classroom.lessons.reference import Seen
from game.classroom.lessons.traces import TRACES
from game.classroom.lessons.writer import Writer, element, escape, table
from levels import texts as keys
from levels.schema import Level
from levels.teaching import Plot

WIDTH, HEIGHT = 360.0, 190.0
LEFT, RIGHT, TOP, BOTTOM = 52.0, 8.0, 8.0, 24.0
INKS = ("#0b5394", "#b45309", "#15803d", "#7c3aed", "#111827", "#be123c")
DASHES = ("", "6 3", "2 3", "9 3 2 3", "1 2", "12 4")
ROWS_MOST = 9
"""Rows of a table; of longer games every second or third turn is shown, and the last."""


class Line(Struct, frozen=True):
    """One line of a chart, or one column of a table: values turn by turn, the start first."""

    label: str
    unit: str
    values: list[float | str]


def lines_of(plot: Plot, level: Level, games: dict[str, Seen], write: Writer) -> list[Line]:
    """The lines of a plot; a label names what differs between them. Labels are escaped."""
    firms = plot.firms or level.seats[:1]
    found = []
    for game in plot.games:
        for trace in plot.traces:
            known = TRACES[trace]
            for firm in firms[:1] if known.world else firms:
                parts = [
                    write.say(f"trace-{trace}") if len(plot.traces) > 1 else "",
                    write.name(level.firms[firm].name) if len(firms) > 1 and not known.world else "",
                    write.say(keys.game_key(level.text, game)) if len(plot.games) > 1 else "",
                ]
                label = ": ".join(part for part in parts if part) or write.say(f"trace-{trace}")
                found.append(Line(label, known.unit, games[game].of(trace, firm)))
    return found


def figure(plot: Plot, level: Level, games: dict[str, Seen], write: Writer, number: int) -> str:
    """A plot with its title, as HTML."""
    lines = lines_of(plot, level, games, write)
    title = write.say("lesson-figure", number=number, title=write.texts.say(keys.plot_key(level.text, plot.name)))
    if plot.kind == "table":
        return element("figure", element("figcaption", title), _table(lines, write), kind="wide")
    legend = "".join(
        element("span", f'<svg width="26" height="8">{_stroke(i, "M0 4H26")}</svg> {line.label}')
        for i, line in enumerate(lines)
    )
    return element(
        "figure", element("figcaption", title), _svg(lines, write, title), element("p", legend, kind="legend")
    )


def turns_shown(count: int) -> list[int]:
    """Which turns of 0 to `count` a table has rows for."""
    step = max(1, math.ceil(count / ROWS_MOST))
    shown = list(range(0, count + 1, step))
    return shown if shown[-1] == count else [*shown, count]


def _table(lines: Sequence[Line], write: Writer) -> str:
    head = [write.say("lesson-turn"), *(line.label for line in lines)]
    rows = [
        [
            write.say("lesson-start") if turn == 0 else str(turn),
            *(escape(write.figure(line.values[turn], line.unit)) for line in lines),
        ]
        for turn in turns_shown(len(lines[0].values) - 1)
    ]
    return table(head, rows, "figures")


def _svg(lines: Sequence[Line], write: Writer, title: str) -> str:
    numbers = [float(value) for line in lines for value in line.values if math.isfinite(float(value))]
    low, high, step = scale(min(numbers), max(numbers))
    last = max(len(line.values) for line in lines) - 1

    def x(turn: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * turn / last

    def y(value: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - (value - low) / (high - low))

    parts = []
    for i in range(round((high - low) / step) + 1):
        value = low + i * step
        parts.append(f'<path d="M{LEFT} {y(value):.1f}H{WIDTH - RIGHT}" class="grid"/>')
        told = escape(write.figure(value, lines[0].unit))
        parts.append(f'<text x="{LEFT - 5}" y="{y(value) + 3.5:.1f}" text-anchor="end">{told}</text>')
    every = max(1, math.ceil(last / 12))
    for turn in range(0, last + 1, every):
        parts.append(f'<path d="M{x(turn):.1f} {HEIGHT - BOTTOM}v3" class="grid"/>')
        parts.append(f'<text x="{x(turn):.1f}" y="{HEIGHT - BOTTOM + 12}" text-anchor="middle">{turn}</text>')
    axis = write.say("lesson-turn")
    parts.append(f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 1}" text-anchor="end">{axis}</text>')
    for i, line in enumerate(lines):
        parts.append(_stroke(i, _path([float(value) for value in line.values], x, y)))
    box = f"0 0 {WIDTH:.0f} {HEIGHT:.0f}"
    return f'<svg viewBox="{box}" role="img" aria-label="{title}">{"".join(parts)}</svg>'


def _stroke(number: int, path: str) -> str:
    ink, dash = INKS[number % len(INKS)], DASHES[number % len(DASHES)]
    return f'<path d="{path}" fill="none" stroke="{ink}" stroke-width="2" stroke-dasharray="{dash}"/>'


def _path(values: Sequence[float], x: Callable[[float], float], y: Callable[[float], float]) -> str:
    """A line that is broken where there is nothing to see."""
    parts, pen = [], "M"
    for turn, value in enumerate(values):
        if not math.isfinite(value):
            pen = "M"
            continue
        parts.append(f"{pen}{x(turn):.1f} {y(value):.1f}")
        pen = "L"
    return "".join(parts)


def scale(low: float, high: float) -> tuple[float, float, float]:
    """Round ends of an axis and the step between its marks, three to six of them; from 0 where it is near."""
    if low >= 0.0 and low < 0.5 * high:
        low = 0.0
    if high <= low:
        high = low + max(1.0, abs(low))
    rough = (high - low) / 4.0
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(part * power for part in (1.0, 2.0, 2.5, 5.0, 10.0) if part * power >= rough)
    return math.floor(low / step) * step, math.ceil(high / step) * step, step
