"""Files for others: a chart as a picture, the record as tables, the whole debrief as one page for a browser."""

from __future__ import annotations

import base64
import csv
import time
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.desktop import storage, theme
from game.desktop.canvas import Canvas
from game.desktop.linechart import LineChart
from game.telling.history import MEASURES

if TYPE_CHECKING:
    from game.desktop.match import Match

PICTURE_PX = (2560, 1440)
"""Twice the stage."""


class ExportError(ValueError):
    """A file that cannot be written; the message is one line."""


def folder(match: Match) -> Path:
    """Where the files of this game go: beside its save, under its name."""
    name = match.journal.stem if match.journal is not None else f"{time.strftime('%Y-%m-%d')} {match.level_name}"
    return storage.folder() / "exports" / name


def chart_picture(match: Match, measure: str) -> pygame.Surface:
    """The race chart by a measure at twice the size of the stage, with its title and where it comes from."""
    from game.desktop.screens.chart_panel import is_wide, race_months, race_series, writer

    say = match.words.say
    surface = pygame.Surface(PICTURE_PX)
    canvas = Canvas(surface)
    canvas.clear(theme.PANEL)
    chart = LineChart("export.chart", (30, 90, 1220, 570), label_width=130)
    series = race_series(match, measure)
    chart.show, chart.from_zero = writer(match, measure), measure != "elo"
    chart.log = measure == "valuation" and is_wide(series)
    chart.set_data(series, race_months(match))
    canvas.text(say(f"measure-{measure}"), (40, 40), size=theme.TITLE, weight=theme.BOLD)
    scale = say("chart-log") if chart.log else ""
    canvas.text(scale, (40, 70), size=13, colour=theme.MUTED)
    chart.render(canvas)
    foot = say("export-foot", level=match.level.title, seed=match.session.race.world.seed)
    canvas.text(foot, (40, 694), size=13, colour=theme.MUTED, width=1200)
    return surface


def _write(path: Path, data: bytes) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror or error}") from error
    return path


def _png(surface: pygame.Surface) -> bytes:
    from io import BytesIO

    held = BytesIO()
    pygame.image.save(surface, held, "chart.png")
    return held.getvalue()


def write_chart(match: Match, measure: str) -> Path:
    """The chart as PNG. Raises ExportError."""
    return _write(folder(match) / f"{measure}.png", _png(chart_picture(match, measure)))


def write_record(match: Match) -> Path:
    """The record as CSV, a row a month and firm, and beside it what each column means. Raises ExportError."""
    from game.record import COLUMNS

    path = folder(match) / "record.csv"
    rows = [[column.name for column in COLUMNS], *match.session.race.recorder.rows]
    _write(path, _csv(rows))
    about = [["column", "type", "unit", "meaning"]]
    about += [[column.name, column.kind, column.unit, column.meaning] for column in COLUMNS]
    _write(folder(match) / "columns.csv", _csv(about))
    return path


def _csv(rows: Sequence[Sequence[object]]) -> bytes:
    from io import StringIO

    held = StringIO()
    csv.writer(held, lineterminator="\n").writerows(rows)
    return held.getvalue().encode()


def write_debrief(match: Match) -> Path:
    """The debrief as one HTML file with its charts inside. Raises ExportError."""
    return _write(folder(match) / "debrief.html", page(match).encode())


STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#16202c}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{text-align:right;padding:.35rem .6rem;border-bottom:1px solid #d5dce5}
th:first-child,td:first-child{text-align:left}img{width:100%;border-radius:8px;margin:.5rem 0}
.me{background:#eef4fb;font-weight:600}.note{color:#56606d}li{margin:.2rem 0}"""


def page(match: Match) -> str:
    """The text of the page, in the language of the game."""
    from game.desktop.screens.moment_list import moment_words
    from game.desktop.screens.records import ribbon_words
    from game.telling.goal import has_goal
    from game.telling.moments import moment_why, moments
    from game.telling.ribbons import won
    from levels.calendar import month_of

    words, session, level = match.words, match.session, match.level
    say, result = words.say, session.result()
    parts = [f"<h1>{escape(level.title)}</h1>"]
    seed = session.race.world.seed
    parts.append(f'<p class="note">{escape(say("export-foot", level=level.title, seed=seed))}</p>')
    names = [] if has_goal(level) else list(next(iter(result.scores.values())).points)
    head = "".join(f"<th>{escape(say(f'score-{name}'))}</th>" for name in names)
    title = escape(say("debrief-scores"))
    firm_word, total_word = escape(say("score-firm")), escape(say("score-total"))
    rows = []
    for seat, scores in result.scores.items():
        cells = "".join(f"<td>{scores.points[name]:.0f}</td>" for name in names)
        mark = ' class="me"' if seat == match.firm else ""
        rows.append(f"<tr{mark}><td>{escape(words.firm(seat))}</td><td>{scores.total:.1f}</td>{cells}</tr>")
    top = f"<tr><th>{firm_word}</th><th>{total_word}</th>{head}</tr>"
    parts.append(f"<h2>{title}</h2><table>{top}{''.join(rows)}</table>")
    points = []
    for each in moments(session, match.firm):
        month, why = words.figures.month(month_of(each.month, level.start)), moment_why(match, each)
        because = f'<br><span class="note">{escape(why[0])}</span>' if why else ""
        points.append(f"<li>{month}: {escape(moment_words(match, each))}{because}</li>")
    heading = escape(say("debrief-turns", firm=words.firm(match.firm)))
    parts.append(f"<h2>{heading}</h2><ul>{''.join(points) or '<li>–</li>'}</ul>")
    ribbons = [f"<li>{escape(ribbon_words(match, each))}</li>" for each in won(session)]
    if ribbons:
        parts.append(f"<h2>{escape(say('debrief-records'))}</h2><ul>{''.join(ribbons)}</ul>")
    for measure in MEASURES:
        data = base64.b64encode(_png(chart_picture(match, measure))).decode()
        name = escape(say(f"measure-{measure}"))
        parts.append(f'<h2>{name}</h2><img alt="{name}" src="data:image/png;base64,{data}">')
    for firm in match.people:
        told = [
            f"<li>{plan.turn}: {escape('; '.join(words.order(order) for order in plan.orders) or '–')}</li>"
            for plan in sorted(session.plans, key=lambda plan: plan.turn)
            if plan.firm == firm
        ]
        parts.append(f"<h2>{escape(say('export-orders', firm=words.firm(firm)))}</h2><ul>{''.join(told)}</ul>")
    parts.append(f'<p class="note">{escape(say("debrief-digest", digest=result.digest))}</p>')
    body = "\n".join(parts)
    language = words.texts.language
    return f"""<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{escape(level.title)}</title><style>{STYLE}</style></head>
<body>
{body}
</body></html>
"""
