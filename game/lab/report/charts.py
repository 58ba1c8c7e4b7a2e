"""Charts as SVG elements: rows with intervals, bands over months, layers of parts, bars.

Each is drawn for a column some 340 units wide, so that it reads on a phone and stands in columns on a screen. Colours
come by name through the page's style (`--sky`), so light and dark need no second drawing. Marks carry their figures
as titles.
"""

from collections.abc import Sequence
from math import isfinite

from msgspec import Struct

from game.lab.report.axes import Axis
from game.lab.report.markup import Element, add, node
from game.lab.statistics import Floats

WIDTH = 340.0
LABELS = 92.0
"""Room for names at the left of rows."""
VALUES = 50.0
"""Room for figures at their right."""
ROW = 26.0
FOOT = 22.0


class Row(Struct, frozen=True):
    """A line of a chart of rows: a mark, its wide interval and, if there is one, the narrow one within."""

    label: str
    colour: str
    value: float
    low: float
    high: float
    told: str
    """The figure at the right."""
    title: str
    """What a pointer over it tells."""
    inner: tuple[float, float] | None = None


def _svg(height: float, told: str) -> Element:
    return node("svg", viewBox=f"0 0 {WIDTH:g} {height:g}", role="img", aria_label=told, class_="chart")


def _text(x: float, y: float, text: str, class_: str = "", anchor: str | None = None) -> Element:
    return node("text", text, x=x, y=y, class_=class_ or None, text_anchor=anchor)


def _line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Element:
    return node("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)


def colour(name: str) -> str:
    """The style that gives a group the colour of that name."""
    return f"--c:var(--{name})"


def _cut(text: str, most: int = 14) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def rows(lines: Sequence[Row], axis: Axis, told: str, *, mark: float | None = None) -> Element:
    """Rows with intervals on one scale; `mark` is a value that is drawn through all of them."""
    left, right = LABELS, WIDTH - VALUES
    bottom = 4.0 + ROW * len(lines)
    svg = _svg(bottom + FOOT, told)

    def x(value: float) -> float:
        return left + axis.part(value) * (right - left)

    for tick in axis.ticks:
        add(svg, _line(x(tick), 4.0, x(tick), bottom, "grid"))
    for tick in _sparse(axis.ticks, 5):
        add(svg, _text(x(tick), bottom + 14.0, axis.write(tick), "tick", "middle"))
    if mark is not None:
        add(svg, _line(x(mark), 2.0, x(mark), bottom, "mark"))
    for place, line in enumerate(lines):
        y = 4.0 + ROW * (place + 0.5)
        group = node("g", node("title", line.title), style=colour(line.colour))
        low = line.low if isfinite(line.low) else axis.low
        high = line.high if isfinite(line.high) else axis.high
        add(group, node("rect", x=0.0, y=y - ROW / 2, width=WIDTH, height=ROW, class_="hit"))
        add(group, node("rect", x=0.0, y=y - 5.0, width=4.0, height=10.0, rx=1.0, class_="swatch"))
        add(group, _text(9.0, y + 4.0, _cut(line.label), "name"))
        if isfinite(line.value):
            add(group, _line(x(low), y, x(high), y, "whisker"))
            if line.inner is not None:
                a, b = x(line.inner[0]), x(line.inner[1])
                add(group, node("rect", x=a, y=y - 5.5, width=max(1.5, b - a), height=11.0, rx=2.0, class_="box"))
                add(group, _line(x(line.value), y - 7.0, x(line.value), y + 7.0, "middle"))
            else:
                add(group, node("circle", cx=x(line.value), cy=y, r=4.5, class_="dot"))
        add(group, _text(WIDTH, y + 4.0, line.told, "value", "end"))
        add(svg, group)
    return svg


def _sparse(ticks: Sequence[float], most: int) -> list[float]:
    """Few enough ticks to be written side by side."""
    step = -(-len(ticks) // most)
    return list(ticks[::step])


class Plane(Struct, frozen=True):
    """The area of a chart over months."""

    left: float
    right: float
    top: float
    bottom: float
    months: list[str]

    def x(self, month: int) -> float:
        return self.left + (self.right - self.left) * month / max(1, len(self.months) - 1)

    def y(self, part: float) -> float:
        return self.bottom - part * (self.bottom - self.top)


def _months(svg: Element, plane: Plane) -> None:
    """Years along the foot; January where the year begins."""
    years = [place for place, month in enumerate(plane.months) if month.endswith("-01")]
    shown = years or [0]
    step = -(-len(shown) // 6)
    for place in shown[::step]:
        add(svg, _line(plane.x(place), plane.bottom, plane.x(place), plane.bottom + 3.0, "axis"))
        name = plane.months[place][:4] if years else plane.months[place]
        add(svg, _text(plane.x(place), plane.bottom + 14.0, name, "tick", "middle" if years else "start"))


def _plane(months: list[str], *, left: float) -> Plane:
    return Plane(left, WIDTH - 10.0, 8.0, 142.0, months)


def band(
    quantiles: Floats, months: list[str], axis: Axis, name: str, told: str, ghost: Floats | None = None
) -> Element:
    """Median over 50 and 90 % bands, an array (5, months); `ghost` is another median to compare with."""
    plane = _plane(months, left=46.0)
    svg = _svg(plane.bottom + FOOT, told)
    for tick in _sparse(axis.ticks, 6):
        y = plane.y(axis.part(tick))
        add(svg, _line(plane.left, y, plane.right, y, "grid"))
        add(svg, _text(plane.left - 5.0, y + 3.5, axis.write(tick), "tick", "end"))
    _months(svg, plane)
    group = node("g", style=colour(name))
    for low, high, class_ in ((0, 4, "wide"), (1, 3, "narrow")):
        for first, last in _runs(quantiles[2]):
            there = range(first, last)
            above = [(plane.x(m), plane.y(axis.part(float(quantiles[high, m])))) for m in there]
            below = [(plane.x(m), plane.y(axis.part(float(quantiles[low, m])))) for m in reversed(there)]
            add(group, node("path", d=_path([*above, *below]) + "Z", class_=class_))
    for values, class_ in ((ghost, "ghost"), (quantiles[2], "median")):
        if values is not None:
            for first, last in _runs(values):
                points = [(plane.x(m), plane.y(axis.part(float(values[m])))) for m in range(first, last)]
                add(group, node("path", d=_path(points), class_=class_))
    return add(svg, group)


def _runs(values: Floats) -> list[tuple[int, int]]:
    """Stretches of months that have a figure."""
    found: list[tuple[int, int]] = []
    for place, value in enumerate(values):
        if isfinite(float(value)):
            if found and found[-1][1] == place:
                found[-1] = (found[-1][0], place + 1)
            else:
                found.append((place, place + 1))
    return found


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def layers(parts: dict[str, Floats], months: list[str], names: dict[str, str], told: str) -> Element:
    """Parts of a whole over months, one on the other; those that are thick enough carry their name."""
    plane = _plane(months, left=46.0)
    svg = _svg(plane.bottom + FOOT, told)
    for tick in (0.0, 0.5, 1.0):
        add(svg, _text(plane.left - 5.0, plane.y(tick) + 3.5, f"{100 * tick:.0f} %", "tick", "end"))
    _months(svg, plane)
    base = [0.0] * len(months)
    labels = []
    for key, values in parts.items():
        share = [float(value) if isfinite(float(value)) else 0.0 for value in values]
        top = [low + part for low, part in zip(base, share, strict=True)]
        above = [(plane.x(m), plane.y(min(1.0, top[m]))) for m in range(len(months))]
        below = [(plane.x(m), plane.y(base[m])) for m in reversed(range(len(months)))]
        mean = sum(share) / max(1, len(share))
        title = node("title", f"{key}: {100 * mean:.0f} % of months")
        add(svg, node("path", title, d=_path([*above, *below]) + "Z", class_="layer", style=colour(names[key])))
        place = _roomiest(share)
        if place is not None:
            middle = plane.y(base[place] + share[place] / 2)
            labels.append(_text(plane.x(place), middle + 4.0, key, "inside", "middle"))
        base = top
    return add(svg, *labels)


def _roomiest(share: Sequence[float], least: float = 0.13) -> int | None:
    """The month around which a layer is thickest for long enough to carry a word; None if it is nowhere."""
    span = max(1, len(share) // 12)
    inner = range(span, len(share) - span)
    thickness = {place: min(share[place - span : place + span + 1]) for place in inner}
    best = max(thickness, key=lambda place: thickness[place], default=None)
    return best if best is not None and thickness[best] >= least else None


def parts(lines: Sequence[tuple[str, str, Sequence[float]]], names: Sequence[str], told: str) -> Element:
    """Rows that are cut into parts of a whole: (label, colour, parts). The first part is the strongest in colour."""
    left, right = LABELS, WIDTH - 4.0
    svg = _svg(4.0 + ROW * len(lines) + 4.0, told)
    for place, (label, name, shares) in enumerate(lines):
        y = 4.0 + ROW * place
        group = node("g", style=colour(name))
        add(group, node("rect", x=0.0, y=y + 8.0, width=4.0, height=10.0, rx=1.0, class_="swatch"))
        add(group, _text(9.0, y + 17.0, _cut(label), "name"))
        x = left
        for number, part in enumerate(shares):
            wide = part * (right - left)
            depth = 1.0 - 0.86 * number / max(1, len(shares) - 1)
            if wide > 0:
                title = node("title", f"{label}, {names[number]}: {100 * part:.0f} %")
                box = node("rect", title, x=x, y=y + 3.0, width=wide, height=ROW - 6.0, class_="part")
                box.set("fill-opacity", f"{depth:.2f}")
                add(group, box)
            if wide > 26:
                ink = "on" if depth > 0.55 else "under"
                add(group, _text(x + wide / 2, y + 17.0, f"{100 * part:.0f}", f"inside {ink}", "middle"))
            x += wide
        add(svg, group)
    return svg


def bars(values: Sequence[tuple[str, float, str]], axis: Axis, told: str) -> Element:
    """Standing bars: (label, height, figure)."""
    left, right, top, bottom = 10.0, WIDTH - 10.0, 18.0, 130.0
    svg = _svg(bottom + FOOT, told)
    wide = (right - left) / max(1, len(values))
    for place, (label, value, figure) in enumerate(values):
        x, y = left + wide * place, bottom - axis.part(value) * (bottom - top)
        bar = min(wide * 0.72, 56.0)
        title, edge = node("title", f"{label}: {figure}"), x + (wide - bar) / 2
        add(svg, node("rect", title, x=edge, y=y, width=bar, height=bottom - y, rx=2.0, class_="bar"))
        add(svg, _text(x + wide / 2, y - 5.0, figure, "value", "middle"))
        add(svg, _text(x + wide / 2, bottom + 14.0, label, "tick", "middle"))
    return add(svg, _line(left, bottom, right, bottom, "axis"))
