"""Every widget of the toolkit on two screens of made-up figures.

`python -m tests.desktop.gallery FOLDER [SCALE]` saves pictures of them; with no folder it opens the window.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pygame

from assets.figures import Figures
from game.desktop import theme
from game.desktop.app import App
from game.desktop.bars import Bar, Bars, Ranks, Sparkline, Stack, Strip
from game.desktop.buttons import Button, Toggle
from game.desktop.canvas import Canvas
from game.desktop.choices import Dropdown, Option, Tabs
from game.desktop.clock import ManualClock
from game.desktop.dialog import Answer, Dialog
from game.desktop.entry import TextEntry
from game.desktop.frames import Figure, Label, Line, Panel, Progress
from game.desktop.linechart import LineChart, Series
from game.desktop.log import Entry, Log
from game.desktop.screen import Screen
from game.desktop.scroll import ScrollArea
from game.desktop.sliders import Slider, Stepper
from game.desktop.table import Cell, Column, Row, Table
from game.desktop.usmap import Site, UsMap

figures = Figures()
FIRMS = [
    "Halcyon AI",
    "Meridian Labs",
    "OpenGate",
    "Tessera",
    "DeepForge",
    "Nimbus Cloud",
    "Aurora Compute",
    "Red River",
]
COLOURS = list(theme.FIRM_COLOURS.values())
ENDS = [1_520_000, 1_360_000, 847_000, 656_000, 504_000, 391_000, 365_000, 126_000]
STYLES = ["solid", "solid", "solid", "dashed", "solid", "dashed", "dotted", "dotted"]
POINTS = ["circle", "square", "triangle", "diamond", "circle", "square", "triangle", "diamond"]
QUARTERS = [f"'{24 + n // 4} Q{n % 4 + 1}" for n in range(12)]
NEWS = [
    Entry("hbm", "HBM shortage: GB300 lead time rises to 5 quarters", "truck", "warn", "Q4"),
    Entry("rule", "Export rule: licence needed above 4,800 TPP", "landmark", "accent", "Q4"),
    Entry("abilene", "Your Abilene site: 300 MW energised", "zap", "good", "Q4", strong=True),
    Entry("raise", "OpenGate raises $18.0B at $240B", "banknote", "muted", "Q4"),
    Entry("pjm", "PJM: 14-month delay on new interconnections", "triangle-alert", "bad", "Q3"),
    Entry("b200", "40,000 B200 delivered to Halcyon AI", "cpu", "good", "Q3"),
    Entry("ppa", "Meridian Labs signs 700 MW nuclear PPA", "handshake", "accent", "Q3"),
    Entry("court", "Copyright ruling: $1.5B settlement fund", "gavel", "warn", "Q3"),
    Entry("price", "DeepForge cuts price to $1.10 per Mtok", "newspaper", "muted", "Q2"),
    Entry("hires", "Tessera hires 120 researchers from Nimbus", "users", "muted", "Q2"),
    Entry("bond", "Red River sells $6.0B of bonds against its halls in Ohio", "scale", "muted", "Q2"),
    Entry("strike", "Electricians strike in Phoenix: two sites wait", "hard-hat", "bad", "Q1"),
]
PLACES = [
    (4, 1, 3, 2, 6, 5, 8, 7), (4, 1, 3, 2, 5, 6, 8, 7), (3, 1, 4, 2, 5, 6, 7, 8), (3, 2, 4, 1, 5, 7, 6, 8),
    (2, 3, 4, 1, 5, 7, 6, 8), (2, 1, 4, 3, 5, 6, 7, 8), (1, 2, 3, 4, 5, 6, 7, 8), (1, 2, 3, 4, 5, 6, 7, 8),
]  # fmt: skip
SITES = [
    ("abilene", -99.73, 32.45, 0, "building", 0.5), ("dallas", -97.5, 33.0, 2, "dark", 0.6),
    ("memphis", -90.05, 35.15, 0, "dark", 0.6), ("phoenix", -112.0, 33.4, 3, "live", 0.6),
    ("ashburn", -77.49, 39.04, 5, "live", 0.4), ("loudoun", -77.6, 39.2, 2, "live", 0.9),
    ("columbus", -82.9, 40.0, 2, "live", 0.4), ("mtpleasant", -87.9, 42.7, 0, "live", 0.6),
    ("dalles", -121.18, 45.6, 1, "live", 0.4), ("quincy", -119.85, 47.23, 7, "live", 0.3),
    ("iowa", -95.86, 41.26, 4, "building", 0.3), ("atlanta", -84.39, 33.75, 5, "live", 0.4),
    ("monroe", -92.1, 32.5, 6, "planned", 0.5), ("reno", -119.8, 39.5, 3, "planned", 0.3),
    ("cheyenne", -104.8, 41.1, 2, "live", 0.3), ("chicago", -88.3, 41.8, 4, "live", 0.4),
]  # fmt: skip


def race_series() -> list[Series]:
    def grow(end: float, k: int) -> tuple[float, ...]:
        wobble = (1 + 0.05 * ((n * (k + 3)) % 5 - 2) for n in range(12))
        return tuple(end * (0.03 + 0.97 * (n / 11) ** (2.2 + 0.12 * k)) * w for n, w in enumerate(wobble))

    looks = zip(FIRMS, ENDS, COLOURS, STYLES, POINTS, strict=False)
    return [
        Series(name.lower(), name, grow(end, k), colour, style, point, main=k == 0)
        for k, (name, end, colour, style, point) in enumerate(looks)
    ]


class RaceGallery(Screen):
    """The main screen as it could look."""

    def build(self) -> None:
        self._build_bar()
        self._build_orders()
        self._build_middle()
        self._build_right()

    def paint(self, canvas: Canvas) -> None:
        canvas.box(pygame.Rect(-2000, 0, 6000, 48), theme.PANEL)
        canvas.line((-2000, 48), (4000, 48), theme.LINE)
        canvas.icon("cpu", (24, 24), 22, theme.ACCENT)
        canvas.text("COMPUTE RACE", (44, 16), size=14.5, weight=theme.BOLD)
        canvas.text("Halcyon AI  ·  you", (44, 33), size=11.5, colour=theme.ACCENT)

    def _build_bar(self) -> None:
        tops = [
            ("cash", "Cash", "$4.21B", "+$320M", "good", "banknote"),
            ("gpus", "GPUs", "412k", "+40k", "good", "cpu"),
            ("power", "Power", "1,320 MW", "92%", "warn", "zap"),
            ("elo", "Capability", "1,371 Elo", "+6", "good", "brain-circuit"),
            ("revenue", "Revenue", "$2.9B/q", "+18%", "good", "dollar-sign"),
        ]
        for place, (key, name, value, change, tone, icon) in enumerate(tops):
            rect = (206 + place * 164, 4, 162, 42)
            self.add(
                Figure(
                    f"top.{key}",
                    rect,
                    name,
                    value,
                    change=change,
                    tone=tone,
                    icon=icon,
                    tip=f"{name}, in full",
                )
            )
        self.add(Label("date", (1020, 6, 112, 20), "2027 Q1", size=14.5, weight=theme.SEMIBOLD, align="right"))
        self.add(Label("turn", (1020, 26, 112, 16), "Turn 13 of 32", size=11.5, colour=theme.MUTED, align="right"))
        self.add(Button("clock", (1140, 9, 98, 30), "1:24", self._ask, icon="clock"))
        self.add(Button("menu", (1242, 9, 30, 30), icon="menu", kind="quiet", tip="Menu", on_click=self._ask))

    def _build_orders(self) -> None:
        self.add(Panel("orders", (8, 56, 300, 656), "Orders for 2027 Q1", icon="server"))
        sliders = [
            ("gpu", "GPU orders", 24000, 60000, 1000, 18000, None, "cpu", figures.whole),
            ("mw", "Power contracts", 450, 1500, 10, 500, 900, "zap", lambda v: f"{v:,.0f} MW"),
            ("train", "Training share", 55, 100, 1, 60, None, "brain-circuit", lambda v: f"{v:.0f}%"),
            ("price", "Token price", 1.6, 12, 0.05, 2.0, None, "dollar-sign", lambda v: f"${v:.2f}"),
            ("hire", "Research hires", 90, 400, 5, 60, 260, "users", figures.whole),
            ("policy", "Policy effort", 20, 100, 1, 20, None, "landmark", figures.whole),
        ]
        for n, (key, name, value, high, step, mark, limit, icon, show) in enumerate(sliders):
            reason = "More than you can pay this turn" if limit else ""
            self.add(
                Slider(
                    key,
                    (16, 92 + n * 50, 284, 46),
                    name,
                    value,
                    high=high,
                    step=step,
                    mark=mark,
                    limit=limit,
                    limit_reason=reason,
                    show=show,
                    icon=icon,
                    tip=f"{name} this quarter. The mark is last quarter.",
                )
            )
        chips = [
            Option("gb300", "GB300 NVL72", "5 quarters"),
            Option("b200", "B200", "3 quarters"),
            Option("h200", "H200", "2 quarters"),
            Option("mi355", "MI355X", "2 quarters"),
            Option("tpu", "TPU v7", reason="Only Google can order these"),
        ]
        self.add(Dropdown("chip", (18, 400, 280, 32), "Accelerator", chips))
        self.add(Dropdown("source", (18, 438, 280, 32), "Power", ["Behind the meter gas", "Grid", "Nuclear PPA"]))
        self.add(Dropdown("site", (18, 476, 280, 32), "Site", ["Abilene, TX", "Memphis, TN"]))
        bill = [
            ("Order cost", "$1.19B", "text"),
            ("Cash after orders", "$3.02B", "good"),
            ("Delivery", "2028 Q1", "warn"),
            ("Free MW at site", "210 / 900", "text"),
        ]
        for n, (name, value, tone) in enumerate(bill):
            self.add(Line(f"bill.{n}", (22, 518 + n * 22, 272, 20), name, value, tone=tone))
        self.add(Button("reset", (18, 622, 136, 36), "Reset", self._reset, icon="rotate-ccw"))
        self.add(Button("submit", (162, 622, 138, 36), "Submit orders", self._ask, kind="primary", icon="check"))
        self.add(
            Label(
                "hint",
                (22, 668, 270, 20),
                "Tab moves, arrows change, Enter confirms",
                size=11.5,
                colour=theme.MUTED,
            )
        )

    def _build_middle(self) -> None:
        self.add(Panel("race", (316, 56, 600, 330), "Race", icon="chart-line"))
        self.add(
            Tabs(
                "views",
                (560, 61, 346, 26),
                [("compute", "Effective compute"), ("elo", "Capability"), ("revenue", "Revenue")],
            )
        )
        self.add(LineChart("chart", (324, 92, 586, 288), race_series(), QUARTERS, show=figures.cards, label_width=104))
        self.add(Panel("sites", (316, 394, 600, 318), "Sites and grid", icon="map-pin"))
        sites = [
            Site(key, lon, lat, COLOURS[firm], status, size, tip=f"{FIRMS[firm]}, {key.title()}: {status}")
            for key, lon, lat, firm, status, size in SITES
        ]
        legend = [
            ("live", "live"),
            ("building", "under construction"),
            ("dark", "short of power"),
            ("planned", "planned"),
        ]
        lit = {
            "TX": theme.LAND_LIT,
            "VA": theme.LAND_LIT,
            "TN": theme.LAND_LIT,
            "OH": theme.mix(theme.LAND, theme.LAND_LIT, 0.5),
        }
        self.add(UsMap("map", (324, 428, 584, 278), sites, lit=lit, legend=legend))

    def _build_right(self) -> None:
        self.add(Panel("leaders", (924, 56, 348, 292), "Leaderboard", icon="trophy"))
        heads = [
            Column("rank", "#", 16),
            Column("firm", "Firm"),
            Column("h100e", "H100e", 52, "right"),
            Column("change", "Qtr", 44, "right"),
            Column("cash", "Cash", 54, "right"),
        ]
        rows = [
            Row(
                name.lower(),
                [
                    Cell(str(n + 1), "muted"),
                    Cell(name, dot=COLOURS[n]),
                    figures.cards(ENDS[n]),
                    Cell(f"+{37 - n * 3}%" if n != 5 else "-4%", "good" if n != 5 else "bad"),
                    figures.money(16.1e9 / (1 + n * 0.4)),
                ],
                marked=n == 0,
            )
            for n, name in enumerate(FIRMS)
        ]
        self.add(Table("table", (932, 88, 332, 252), heads, rows, on_select=lambda key: None))
        self.add(Panel("newsbox", (924, 356, 348, 356), "News and events", icon="newspaper", note="12 new"))
        self.add(Log("news", (932, 390, 334, 314), NEWS, on_open=lambda key: None))

    def _reset(self) -> None:
        self.toast("Orders are as last quarter", "accent", "rotate-ccw")

    def _ask(self) -> None:
        Dialog(
            "sure",
            "Submit the orders?",
            "24,000 GB300 will arrive in 2028 Q1, but Abilene has power for 14,000 of them. "
            "The others would stand dark until the second substation is energised.",
            [Answer("back", "Back"), Answer("yes", "Submit anyway", kind="primary", icon="check")],
            icon="triangle-alert",
            tone="warn",
        ).open(self)


class PartsGallery(Screen):
    """What the main screen does not use."""

    def build(self) -> None:
        self._build_forms()
        self._build_debrief()

    def _build_forms(self) -> None:
        self.add(Panel("forms", (8, 8, 400, 704), "New race", icon="settings"))
        self.add(TextEntry("name", (20, 50, 376, 34), "Name", "Ada", hint="Your name"))
        self.add(TextEntry("seed", (20, 92, 376, 34), "Seed", hint="any number", allowed=str.isdigit, most=9))
        firms = [Option(name, name, colour=colour) for name, colour in zip(FIRMS, COLOURS, strict=False)]
        self.add(Dropdown("firm", (20, 134, 376, 32), "", firms))
        self.add(Stepper("months", (20, 176, 376, 32), "Months a turn", 3, low=1, high=6, icon="calendar"))
        self.add(Stepper("rivals", (20, 216, 376, 32), "Rivals", 5, low=1, high=8, icon="users"))
        self.add(Toggle("advisor", (20, 258, 376, 28), "The advisor fills in a plan", True))
        self.add(Toggle("sound", (20, 290, 376, 28), "Sound"))
        self.add(Button("start", (20, 330, 182, 36), "Start", kind="primary", icon="play"))
        load = Button("load", (210, 330, 186, 36), "Load", icon="folder-open")
        load.refuse("There is no saved game yet")
        self.add(load)
        self.add(Button("quit", (20, 374, 120, 32), "Give up", kind="danger", icon="flag"))
        self.add(Button("why", (148, 374, 120, 32), "Why?", kind="quiet", icon="circle-help"))
        for n, icon in enumerate(["undo-2", "redo-2", "save"]):
            self.add(Button(f"icon.{icon}", (284 + n * 38, 374, 32, 32), icon=icon, tip=icon, selected=n == 2))
        self.add(Progress("thinking", (20, 418, 376, 28), 0.62, name="Rivals think", value="5 of 8"))
        area = ScrollArea("area", (20, 456, 376, 246))
        for n in range(9):
            card = Panel(f"card.{n}", (20, 456 + n * 66, 364, 60), fill=theme.RAISED)
            card.add(
                Label(
                    "",
                    (32, 464 + n * 66, 200, 20),
                    f"Term sheet {n + 1}",
                    weight=theme.SEMIBOLD,
                    icon="banknote",
                )
            )
            card.add(
                Label(
                    "",
                    (32, 488 + n * 66, 230, 18),
                    "$2.0B at $24B, 1x preference",
                    size=11.5,
                    colour=theme.MUTED,
                )
            )
            card.add(Button(f"take.{n}", (290, 470 + n * 66, 84, 30), "Accept"))
            area.add(card)
        self.add(area)

    def _build_debrief(self) -> None:
        self.add(Panel("score", (416, 8, 424, 250), "Score", icon="medal"))
        parts = [COLOURS[0], COLOURS[1], COLOURS[2], COLOURS[6]]
        bars = [
            Bar(
                name,
                name,
                tuple((ENDS[n] / 1e6 * share, parts[p]) for p, share in enumerate((0.4, 0.3, 0.2, 0.1))),
                f"{ENDS[n] / 15200:.0f}",
                n == 0,
                tip=f"{name}: four parts",
            )
            for n, name in enumerate(FIRMS)
        ]
        self.add(Bars("bars", (428, 44, 400, 208), bars))
        self.add(Panel("bound", (848, 8, 424, 250), "What held each firm back", icon="lock"))
        looks = {
            "chips": ("Chips", COLOURS[0], "cpu"),
            "power": ("Power", COLOURS[4], "zap"),
            "cash": ("Cash", COLOURS[1], "banknote"),
            "hall": ("Hall", COLOURS[9], "building-2"),
            "data": ("Data", COLOURS[5], "book-open"),
        }
        keys = list(looks)
        for n, name in enumerate(FIRMS):
            states = [keys[((month + 2 * n) // (5 + n % 3) * (n + 3)) % 5] for month in range(36)]
            months = [figures.month(f"{2024 + (8 + m) // 12}-{(8 + m) % 12 + 1:02}") for m in range(36)]
            self.add(
                Strip(
                    f"strip.{n}",
                    (860, 46 + n * 23, 400, 18),
                    states,
                    months,
                    looks,
                    name=name,
                    name_width=116,
                )
            )
        x = 860.0
        for key, (words, colour, icon) in looks.items():
            self.add(Label(f"look.{key}", (round(x), 232, 78, 18), words, size=11.5, colour=colour, icon=icon))
            x += 80
        self.add(Panel("ranks", (416, 266, 424, 216), "Places", icon="flag"))
        lines = [(name, tuple(places[n] for places in PLACES), COLOURS[n], n == 0) for n, name in enumerate(FIRMS)]
        self.add(Ranks("ranklines", (424, 304, 410, 172), lines, QUARTERS[:8], label_width=104))
        self.add(Panel("stack", (848, 266, 424, 216), "Where the money went", icon="receipt"))
        layers = [
            ("Chips", [n * 0.4 + 1 for n in range(12)], COLOURS[0]),
            ("Power", [n * 0.15 + 0.4 for n in range(12)], COLOURS[4]),
            ("People", [0.6 + n * 0.05 for n in range(12)], COLOURS[5]),
        ]
        self.add(Stack("money", (856, 300, 408, 178), layers, QUARTERS, show=lambda v: f"${v:.0f}B"))
        self.add(Panel("log", (416, 490, 856, 222), "Training compute, on a log scale", icon="brain-circuit"))
        grow = [
            Series(
                name,
                name,
                tuple(2e24 * (2.1 - 0.1 * k) ** n if n < 12 - k % 3 * 2 else None for n in range(12)),
                COLOURS[k],
                STYLES[k],
                POINTS[k],
                k == 0,
            )
            for k, name in enumerate(FIRMS[:5])
        ]
        self.add(
            LineChart(
                "flop",
                (424, 524, 600, 182),
                grow,
                QUARTERS,
                show=figures.flop,
                log=True,
                marks=[(6, "Export rule")],
            )
        )
        for n, name in enumerate(FIRMS[:5]):
            self.add(Label("", (1044, 528 + n * 34, 110, 28), name))
            values = [((month * (n + 3)) % 7) + month * (1 - n * 0.3) for month in range(16)]
            self.add(Sparkline(f"spark.{n}", (1160, 528 + n * 34, 100, 28), values, COLOURS[n]))


def main(folder: str = "", scale: str = "1") -> None:
    if not folder:
        app = App()
        app.push(PartsGallery())
        app.push(RaceGallery())
        app.run()
        return
    size = (round(1280 * float(scale)), round(720 * float(scale)))
    app = App(size=size, clock=ManualClock())
    target = Path(folder)
    race, parts = RaceGallery(), PartsGallery()
    app.push(race)
    app.pump(2)
    race.focus(race.find("gpu"), by_keyboard=True)
    app.screenshot(target / f"race_{scale}.png")
    race.find("chip", Dropdown).open()
    app.screenshot(target / f"race_open_{scale}.png")
    race.uncover()
    race._reset()
    race._ask()
    app.screenshot(target / f"race_dialog_{scale}.png")
    race.uncover()
    chart = race.find("chart", LineChart)
    chart.at = 8
    race.find("map", UsMap).select("memphis")
    race.focus(race.find("map"), by_keyboard=True)
    app.clock.advance(900)
    app.pump(2)
    app.screenshot(target / f"race_hover_{scale}.png")
    app.push(parts)
    app.pump(2)
    app.screenshot(target / f"parts_{scale}.png")


if __name__ == "__main__":
    main(*sys.argv[1:])
