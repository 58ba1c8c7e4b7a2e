"""The page around the charts: sections, figures with their data behind a button, the style and the few lines of script.

Nothing in it points outside the file, so it opens offline and can be sent by mail.
"""

from collections.abc import Sequence
from importlib.resources import files

from msgspec import Struct

from assets.colours import PAPER_FIRMS, STANDARD_FIRMS, Shades
from game.lab.report.markup import Child, Element, add, node, text_of

MOST_CHOICES = 12
"""Options of a choice."""
Cell = str | float | int | None


class Table(Struct, frozen=True):
    """The data behind a figure. Numbers are written as they are, for a spreadsheet."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


class Section(Struct, frozen=True):
    """A part of the page with a place in its contents."""

    key: str
    title: str
    body: Sequence[Child]
    findings: Sequence[str] = ()
    """What it shows, in sentences for the first screen."""


def page(title: str, head: Sequence[Child], sections: Sequence[Section]) -> str:
    """The whole file as text."""
    links = [node("li", node("a", each.title, href=f"#{each.key}")) for each in sections]
    toggle = node("button", "Light or dark", type="button", class_="plain", data_theme_toggle="")
    document = node(
        "html",
        node(
            "head",
            node("meta", charset="utf-8"),
            node("meta", name="viewport", content="width=device-width, initial-scale=1"),
            node("meta", name="color-scheme", content="light dark"),
            node("link", rel="icon", href="data:,"),
            node("title", title),
            node("style", _style()),
        ),
        node(
            "body",
            node("a", "To the findings", href="#findings", class_="skip"),
            node("nav", node("p", "Contents"), node("ol", *links), toggle, aria_label="Contents"),
            node(
                "main",
                node("header", *head),
                *[node("section", node("h2", each.title), *each.body, id=each.key) for each in sections],
            ),
            node("script", _file("script.js")),
        ),
        lang="en",
    )
    return text_of(document)


def paragraph(*text: Child, class_: str | None = None) -> Element:
    return node("p", *text, class_=class_)


def bullets(sentences: Sequence[Child], class_: str | None = None) -> Element:
    return node("ul", *[node("li", each) for each in sentences], class_=class_)


def figure(caption: str, table: Table, panels: Sequence[tuple[str, Element]], *, name: str) -> Element:
    """Charts side by side, each with its heading ("" for none), and their data behind a button."""
    boxes = [node("div", node("h4", title) if title else None, chart, class_="panel") for title, chart in panels]
    return node("figure", node("figcaption", caption), node("div", *boxes, class_="panels"), data(table, name))


def data(table: Table, name: str) -> Element:
    """The table that a button opens; it is copied as CSV by another. `name` is told to who cannot see the chart."""
    head = node("tr", *[node("th", each, scope="col") for each in table.columns])
    lines = [node("tr", *[node("td", _cell(each)) for each in row]) for row in table.rows]
    copy = node("button", "Copy as CSV", type="button", class_="plain", data_copy="")
    box = node("div", node("table", node("thead", head), node("tbody", *lines)), class_="scroll", tabindex="0")
    box.set("role", "region")
    box.set("aria-label", f"Data: {name}")
    return node("details", node("summary", f"Data: {name}"), copy, box, class_="data")


def _cell(value: Cell) -> str:
    if value is None or value != value:
        return ""
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def choice(group: str, label: str, options: Sequence[tuple[str, Sequence[Child]]]) -> Element:
    """One of several bodies, chosen by radio buttons: works by keyboard and without a script."""
    if len(options) == 1:
        return node("div", *options[0][1])
    box = node("div", class_="choice", role="group", aria_label=label)
    for place, (name, _) in enumerate(options):
        key = f"{group}-{place}"
        button = node("input", type="radio", name=group, id=key, checked="checked" if place == 0 else None)
        add(box, button, node("label", name, for_=key))
    return add(box, *[node("div", *body, class_="chosen") for _, body in options])


def heat(
    caption: str,
    columns: Sequence[str],
    lines: Sequence[tuple[str, Sequence[tuple[float, str, str]]]],
    table: Table,
    *,
    name: str,
    corner: str = "",
) -> Element:
    """A table whose cells are shaded: (part from -1 to 1, text, title). Its figures stand in `table`, too."""
    head = node("tr", node("th", corner, scope="col"), *[node("th", each, scope="col") for each in columns])
    body = []
    for label, cells in lines:
        row = node("tr", node("th", label, scope="row"))
        for part, text, title in cells:
            shade = f"--v:{100 * min(1.0, abs(part)):.0f}%"
            add(row, node("td", text, style=shade, class_="less" if part < 0 else "more", title=title or None))
        body.append(row)
    box = node("div", node("table", node("thead", head), node("tbody", *body), class_="heat"), class_="scroll")
    box.set("tabindex", "0")
    box.set("role", "region")
    box.set("aria-label", name)
    return node("figure", node("figcaption", caption), box, data(table, name))


def legend(entries: Sequence[tuple[str, str]]) -> Element:
    """What colours mean: (word, name of a colour of the style) each."""
    boxes = [node("li", node("span", style=f"--c:var(--{name})"), word) for word, name in entries]
    return node("ul", *boxes, class_="legend")


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _style() -> str:
    """The style sheet, with the firms' colours on paper and on a dark ground."""
    nth = [f"nth-of-type({place})" for place in range(1, MOST_CHOICES + 1)]
    shown = ",".join(f".choice>input:{each}:checked~.chosen:{each}" for each in nth)
    style = _file("style.css").replace("/*choices*/", shown + "{display:block}")
    return style.replace("/*paper*/", _shades(PAPER_FIRMS)).replace("/*dark*/", _shades(STANDARD_FIRMS))


def _shades(shades: Shades) -> str:
    return "".join(f"--{name}:rgb({red},{green},{blue});" for name, (red, green, blue) in shades.items())
