"""The form of one order: a control for each of its values, and live below them what it takes and when it works."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
import pygame

from game.desktop import theme
from game.desktop.buttons import Button, Toggle
from game.desktop.canvas import Canvas
from game.desktop.choices import Dropdown
from game.desktop.choices import Option as Choice
from game.desktop.frames import Label, Line
from game.desktop.screens.form_facts import facts_of
from game.desktop.sliders import Slider
from game.desktop.usmap import UsMap
from game.desktop.widget import Act, Box, Spot, Widget
from game.telling.ways import AMOUNTS, make, ways_to_order
from levels import almanac

if TYPE_CHECKING:
    from agents.desk import Line as QuoteLine
    from agents.desk import Quote, Refusal
    from agents.orders import AnyOrder
    from game.desktop.match import Match
    from game.door.options import Field, Option

NEUTRAL = "refuse-no-change"
"""A refusal that only says that nothing would change."""
PLACES = ("investor", "site", "operator", "chip")

SLIDER, CROWD = 50, 7
"""Height that a slider takes, and from how many fields on a form is short of room."""


class AmountSlider(Slider):
    """A slider on which the bounds themselves can be reached, whatever the step."""

    def nearest(self, value: float) -> float:
        top = self.high if self.limit is None else max(self.low, min(self.high, self.limit))
        if value >= top:
            return top
        return super().nearest(value)


class QuoteBox(Widget):
    """The answer of the door: lines with figures, or why not."""

    def __init__(self, ident: str, rect: Box) -> None:
        super().__init__(ident, rect)
        self.lines: list[tuple[str, str, str, bool]] = []
        self.refusal = ""
        self.tone = "bad"
        self.heading = ""
        self.facts: list[tuple[str, str, str]] = []
        self.abouts: dict[str, str] = {}
        """The addresses of lines, by their names."""
        self._places: dict[str, tuple[str, pygame.Rect]] = {}

    def spots(self) -> list[Spot]:
        return [
            Spot(self.abouts[name], place, value, name, "banknote")
            for name, (value, place) in self._places.items()
            if name in self.abouts
        ]

    def draw(self, canvas: Canvas) -> None:
        self._places.clear()
        y = float(self.rect.y)
        canvas.line((self.rect.x, y), (self.rect.right, y), theme.LINE)
        y += 6
        if self.refusal:
            ink = theme.TONES[self.tone]
            lines = canvas.wrap(self.refusal, self.rect.w - 40, 12.5)
            high = 17 * len(lines) + 16
            area = self.rect.copy()
            area.y, area.h = round(y), high
            canvas.panel(area, theme.mix(theme.PANEL, ink, 0.1), theme.mix(theme.PANEL, ink, 0.45), 6)
            icon = "ban" if self.tone == "bad" else "info"
            canvas.icon(icon, (area.x + 17, y + high / 2), 16, ink)
            for number, line in enumerate(lines):
                canvas.text(line, (area.x + 33, y + 8 + 17 * (number + 0.5)), size=12.5)
            y += high + 8
        self._draw_all(canvas, y)

    def _draw_all(self, canvas: Canvas, y: float) -> None:
        """Quote and facts: roomy if they fit, else the facts in two columns, and closer together."""
        room, facts = self.rect.bottom - y, len(self.facts)
        if not facts:
            self._draw_lines(canvas, y, self.lines, 19)
            return
        roomy = 19 * (len(self.lines) + facts) + 34 <= room
        rows = facts if roomy else (facts + 1) // 2
        head = 34 if roomy else 28
        if 14 * (len(self.lines) + rows) + head > room + 15:
            self._draw_lines(canvas, y, self.lines, max(12.5, min(19.0, room / max(1, len(self.lines)))))
            return
        step = max(14.0, min(19.0, (room - head) / max(1, len(self.lines) + rows)))
        y = self._draw_lines(canvas, y, self.lines, step) + (8 if roomy else 4)
        canvas.text(self.heading, (self.rect.x, y + 9), size=11.5, weight=theme.SEMIBOLD, colour=theme.MUTED)
        canvas.line((self.rect.x, y + 20), (self.rect.right, y + 20), theme.LINE)
        y += head - (8 if roomy else 4)
        if roomy:
            self._draw_lines(canvas, y, [(*fact, False) for fact in self.facts], step)
            return
        half = self.rect.w / 2 - 8
        for number, (name, value, tone) in enumerate(self.facts):
            x, line = self.rect.x + (half + 16) * (number % 2), y + step * (number // 2) + step / 2
            if line + step / 2 > self.rect.bottom + 2:
                break
            used = canvas.text(
                value, (x + half, line), size=11, weight=theme.MEDIUM, colour=theme.TONES[tone], align="right",
                width=half - 40,
            )  # fmt: skip
            canvas.text(name, (x, line), size=11, colour=theme.SOFT, width=half - used - 6)

    def _draw_lines(self, canvas: Canvas, y: float, lines: Sequence[tuple[str, str, str, bool]], step: float) -> float:
        """Names and figures as far as there is room; where the next would stand."""
        for name, value, tone, strong in lines:
            if y + step > self.rect.bottom + 2:
                break
            weight = theme.SEMIBOLD if strong else theme.MEDIUM
            used = canvas.text(
                value, (self.rect.right, y + step / 2), size=12, weight=weight, colour=theme.TONES[tone],
                align="right", width=self.rect.w - 70,
            )  # fmt: skip
            canvas.text(name, (self.rect.x, y + step / 2), size=12, colour=theme.SOFT, width=self.rect.w - used - 10)
            self._places[name] = value, pygame.Rect(self.rect.x, round(y), self.rect.w, round(step))
            y += step
        return y


class OrderForm(Widget):
    """Fills the desk while an order is made. `place` is the order of the plan that is changed, None for a new one."""

    def __init__(
        self,
        match: Match,
        option: Option,
        rect: Box,
        canvas: Canvas,
        closed: Act,
        added: Act,
        place: int | None = None,
        values: dict[str, Any] | None = None,
    ) -> None:
        super().__init__("form", rect)
        self.match, self.option, self.closed, self.added, self.place = match, option, closed, added, place
        self.values: dict[str, Any] = {}
        self.wishes: dict[str, Any] = dict(values or {})
        self.slider: AmountSlider | None = None
        self.highest = 0.0
        self.instead: Dropdown | None = None
        self.step = SLIDER
        if place is None and not self.wishes and not self._seek_open():
            self._take_planned()
        self._build(canvas)
        self.look_again()

    def _seek_open(self) -> bool:
        """Begin with choices that the door lets through: `self.wishes`; whether there are any."""
        choices = [field for field in self.option.fields if field.kind in ("choice", "flag")]
        gives_way = len(self.match.orders) - 1 if self.match.full else None
        for values in ways_to_order(self.option):
            answer = self.match.quote(make(self.option, values), gives_way)
            if not self.match.is_refused(answer):
                self.wishes = {field.name: values[field.name] for field in choices}
                return True
        return False

    def _take_planned(self) -> None:
        """Where no further order of this kind can be given, change the one that is planned."""
        alike = [n for n, order in enumerate(self.match.orders) if order.kind == self.option.kind]
        if alike and self.option.kind != "set_policy":
            self.place = alike[-1]

    def _gives_way(self) -> int:
        """Which order of a full plan this one replaces at first: for the same place, of its kind, or the last."""
        same = [
            sum(self.values.get(name) == getattr(order, name, None) for name in PLACES if name in self.values)
            if order.kind == self.option.kind
            else -1
            for order in self.match.orders
        ]
        most = max(same)
        return len(same) - 1 if most < 0 else max(n for n, count in enumerate(same) if count == most)

    # --- building --------------------------------------------------------------------------------------

    def _build(self, canvas: Canvas) -> None:
        say, x, y, wide = self.match.words.say, self.rect.x, self.rect.y, self.rect.w
        y_top = y
        self.add(Button("form.back", (x, y, 30, 28), icon="chevron-left", on_click=self.closed, tip=say("form-back")))
        icon = self.match.words.option_icon(self.option)
        title = self.match.words.option(self.option)
        self.add(
            Label("form.title", (x + 40, y, wide - 76, 28), title, size=theme.LARGE, weight=theme.SEMIBOLD, icon=icon)
        )
        words = self.match.words.about(self.option)
        high = round(canvas.line_height(11.5) * len(canvas.wrap(words, wide, 11.5)))
        about = Label("form.about", (x, y + 34, wide, high), words, size=11.5, colour=theme.MUTED, wrap=True)
        crowded = len(self.option.fields) >= CROWD
        self.step = SLIDER - 12 if len(self.option.fields) > CROWD else SLIDER - 5 if crowded else SLIDER
        if crowded or (self.place is None and self.match.full):
            about.visible = False
            self.children[-1].tip = about.text
        self.add(about)
        y += 40 + high if about.visible else 36
        old = self._old_values()
        for field in self.option.fields:
            y = self._add_field(field, y, old.get(field.name))
        if self.place is None and self.match.full:
            orders = [Choice(str(n), self.match.words.order(o)) for n, o in enumerate(self.match.orders)]
            label = Label("form.instead.name", (x + 2, y - 2, wide - 4, 18), say("form-instead"), size=11.5)
            label.colour = theme.MUTED
            self.add(label)
            box = (x, y + 17, wide, 32)
            gives_way = orders[self._gives_way()].key
            self.instead = Dropdown("form.instead", box, "", orders, gives_way, self._changed)
            self.instead.tip = say("form-instead-tip", most=self.match.initiative)
            self.add(self.instead)
            y += 60
        foot = self.rect.bottom
        self.quote_box = QuoteBox("form.quote", (x, y + 4, wide, foot - 48 - y))
        self.add(self.quote_box)
        key = "form-add" if self.place is None and self.instead is None else "form-change"
        self.add(Button("form.cancel", (x, foot - 36, 92, 34), say("form-cancel"), self.closed))
        self.go = Button("form.add", (x + 100, foot - 36, wide - 100, 34), say(key), self.confirm, kind="primary")
        self.go.icon = "check"
        how = Button("form.how", (x + wide - 30, y_top, 30, 28), icon="book-open", kind="quiet", on_click=self._read)
        how.tip = say("almanac-how")
        self.add(self.go, how)

    def _read(self) -> None:
        """The almanac on what this order belongs to."""
        screen, policy = self.shown_on(), self.option.group if self.option.kind == "set_policy" else ""
        if screen is not None:
            screen.read(almanac.of_order(self.option.kind, policy))

    def _old_values(self) -> dict[str, Any]:
        """What the controls begin with: the order that is changed, or wishes."""
        if self.wishes or self.place is None:
            return self.wishes
        fields: dict[str, Any] = msgspec.to_builtins(self.match.orders[self.place])
        return fields

    def _add_field(self, field: Field, y: int, old: Any) -> int:
        x, wide = self.rect.x, self.rect.w
        name = self.match.words.field(self.option, field.name)
        ident = f"form.{field.name}"
        if field.kind == "choice":
            keys = [key for key, _ in field.choices]
            self.values[field.name] = old if old in keys else keys[0]
            if self.option.group and field.name in ("investor", "policy"):
                return y
            named = [(key, self.match.words.choice(field.name, key, words)) for key, words in field.choices]
            if len(keys) == 1:
                self.add(Line(ident, (x, y, wide, 22), name, named[0][1]))
                return y + 26
            choices = [self._choice(field.name, key, words) for key, words in named]
            box = (x, y, wide, 34)
            self.add(Dropdown(ident, box, name, choices, self.values[field.name], self._setter(field.name)))
            return y + 40
        if field.kind == "flag":
            self.values[field.name] = bool(old) if old is not None else bool(field.default)
            tip = self.match.words.say(f"tip-field-{field.name}")
            box = (x + 10, y, wide - 20, 26)
            self.add(Toggle(ident, box, name, self.values[field.name], self._setter(field.name), tip=tip))
            return y + 32
        start = float(old) if old is not None else self._start(field)
        slider = AmountSlider(
            ident,
            (x, y, wide, min(46, self.step)),
            name,
            start,
            self._setter(field.name),
            low=field.low,
            high=max(field.high, field.low),
            step=field.step or 1,
            show=self.match.words.shower(self.option, field.name),
        )
        if self.option.kind == "set_policy":
            slider.mark = field.default
        if field.name in AMOUNTS and self.slider is None:
            self.slider, self.highest = slider, slider.high
        self.values[field.name] = int(slider.value) if field.whole else slider.value
        self.add(slider)
        return y + self.step

    def _start(self, field: Field) -> float:
        """Where a slider begins: the usual, a step from the standing order, the most that moves no price."""
        if self.option.kind == "set_policy":
            step = field.step or 1
            return field.default + step if field.default + step <= field.high else field.default - step
        if self.option.kind == "raise_equity":
            return self._most_at_full_price(field)
        return field.default

    def _most_at_full_price(self, field: Field) -> float:
        """The largest amount that the investor takes at the price of its sheet; half of it if none is."""
        investor = self.option.group
        sheet = next((one for one in self.match.view.offers.sheets if one.investor == investor), None)
        gives_way = len(self.match.orders) - 1 if self.match.full else None

        def is_full(amount: float) -> bool:
            answer = self.match.quote(make(self.option, {"investor": investor, "amount_usd": int(amount)}), gives_way)
            if self.match.is_refused(answer) or sheet is None:
                return False
            lines: dict[str, Any] = {line.text.key: line.text.args for line in answer.lines}  # type: ignore[union-attr]
            pre = lines.get("quote-pre-money", {}).get("money", sheet.pre_money_usd)
            return "quote-size-discount" not in lines and pre >= sheet.pre_money_usd

        if is_full(field.high):
            return field.high
        step = field.step or 1
        if not is_full(field.low):
            return max(field.low, step * (field.high // (2 * step)))
        low, high = 0, int((field.high - field.low) // step) + 1
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if is_full(field.low + middle * step) else (low, middle)
        return field.low + low * step

    def _choice(self, field: str, key: str, words: str) -> Choice:
        """A choice with what the offers say of it."""
        say, offers, note = self.match.words.say, self.match.view.offers, ""
        if field == "chip" and key in offers.chips:
            note = say("tag-price", usd=offers.chips[key].price_usd)
        elif field == "operator":
            lease = offers.leases.get(key)
            note = say("choice-lease", h100e=lease.now_h100e, usd=f"{lease.rent_usd:.2f}") if lease else "–"
        elif field == "site":
            region = self.match.view.sites[key].region if key in self.match.view.sites else key
            power = offers.power.get(region)
            note = say("choice-power", kw=power.available_kw) if power else ""
        elif field == "supplier":
            words = say(f"supplier-{key}")
        return Choice(key, words, note)

    def _setter(self, name: str) -> Callable[[Any], None]:
        whole = next((field.whole for field in self.option.fields if field.name == name), True)

        def put(value: Any) -> None:
            self.values[name] = int(value) if isinstance(value, float) and whole else value
            self._changed()

        return put

    def _changed(self, _: object = None) -> None:
        self.look_again()

    # --- the quote -------------------------------------------------------------------------------------

    @property
    def place_in_plan(self) -> int | None:
        """The order of the plan that this one would replace."""
        return int(self.instead.value) if self.instead is not None else self.place

    def order(self, **other: Any) -> AnyOrder:
        return make(self.option, {**self.values, **other})

    def look_again(self) -> None:
        """Ask for a quote of what is set now, and shut the slider beyond what the door would let through."""
        self._limit()
        self.quote_box.heading, self.quote_box.facts = facts_of(
            self.match, self.option, self.values, self.match.planned(self.place_in_plan)
        )
        self._point_at_map()
        answer = self.match.quote(self.order(), self.place_in_plan)
        if self.match.is_refused(answer):
            self._show_refusal(answer)  # type: ignore[arg-type]
        else:
            self._show_quote(answer)  # type: ignore[arg-type]

    def _point_at_map(self) -> None:
        """Ring the site that the order is for."""
        screen, site = self.shown_on(), self.values.get("site")
        if screen is not None and site in self.match.view.sites:
            screen.find("map", UsMap).selected = site

    def _limit(self) -> None:
        slider = self.slider
        if slider is None:
            return
        name = slider.id.removeprefix("form.")
        slider.high = self.highest
        if slider.limit is not None:
            slider.limit, slider.limit_reason = None, ""
        most, reason = self._most(slider, name)
        if most is not None:
            slider.limit, slider.limit_reason = most, reason
            # A track of which most is shut leaves no room to aim.
            wide = slider.low + slider.step * -(-(most - slider.low) * 1.25 // slider.step)
            slider.high = min(self.highest, max(wide, slider.low + slider.step))
            if slider.value > most:
                slider.value = slider.nearest(most)
                self.values[name] = int(slider.value) if float(slider.value).is_integer() else slider.value

    def _most(self, slider: AmountSlider, name: str) -> tuple[float | None, str]:
        """The largest value that the door lets through, and why not more; None if all or none pass."""

        def refused(value: float) -> Quote | Refusal | None:
            whole = next(field.whole for field in self.option.fields if field.name == name)
            answer = self.match.quote(self.order(**{name: int(value) if whole else value}), self.place_in_plan)
            return answer if self.match.is_refused(answer) else None

        high = refused(slider.high)
        if high is None or refused(slider.low) is not None:
            return None, ""
        low_step, high_step = 0, int((slider.high - slider.low) / slider.step) + 1
        while high_step - low_step > 1:
            middle = (low_step + high_step) // 2
            if refused(min(slider.high, slider.low + middle * slider.step)) is None:
                low_step = middle
            else:
                high_step = middle
        return round(slider.low + low_step * slider.step, 6), self.match.refusal(high)  # type: ignore[arg-type]

    def _show_refusal(self, answer: Refusal) -> None:
        words = self.match.refusal(answer)
        self.quote_box.refusal, self.quote_box.lines = words, []
        self.quote_box.tone = "muted" if answer.text.key == NEUTRAL else "bad"
        self.go.refuse(words)

    def _show_quote(self, quote: Quote) -> None:
        figures = self.match.words.figures
        say = self.match.words.say
        lines = [(*self._line(line), False) for line in quote.lines]
        ready = self.match.words.month(quote.ready_month)
        lines.append((say("quote-ready"), ready, "accent", True))
        if quote.fill < 0.995:
            lines.append((say("quote-fill"), figures.percent(quote.fill), "warn", True))
        after = self.match.cash_after([*self.match.planned(self.place_in_plan), self.order()])
        if quote.cash_usd:
            tone = "good" if quote.cash_usd < 0 else "text"
            takes = figures.money(-quote.cash_usd, signed=True)
            lines.append((say("quote-cash"), takes, tone, True))
        lines.append((say("quote-after"), figures.money(after), "good" if after > 0 else "bad", True))
        self.quote_box.refusal, self.quote_box.lines = "", lines
        self.quote_box.abouts = {say("quote-cash"): "quote:cash", say("quote-after"): "quote:after"}
        self.quoted = quote
        self.go.allow()

    def _line(self, line: QuoteLine) -> tuple[str, str, str]:
        if line.text.key == "quote-policy":
            return self.match.words.change(self.option, line)
        return self.match.words.line(line)

    def confirm(self) -> None:
        """Lay the order in the plan."""
        if self.go.reason:
            return
        self.match.put(self.order(), self.place_in_plan)
        self.added()
