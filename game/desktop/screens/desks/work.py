"""What the pages of the desks are built with: the seat's options and answers, and the values of shared knobs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from game.desktop.screens.desks.book import Answer, Book, make, whole_values
from game.desktop.screens.desks.offers import Cell, Compare, Fact, Group, Knob, Measure, Offer
from game.desktop.widget import Widget
from game.telling.option_notes import note_of
from game.telling.ways import ways_to_order

if TYPE_CHECKING:
    from agents.view import OwnView, View
    from game.desktop.canvas import Canvas
    from game.desktop.match import Match
    from game.door.options import Field, Option

MOST_TRIES = 24
Maker = Callable[[tuple[int, int, int, int], "Canvas"], Widget]
Block = Compare | Group | Maker


@dataclass(slots=True)
class Page:
    """What one tab of a desk shows: knobs above, blocks below each other."""

    knobs: list[Knob] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A tab of a desk. It shows when the seat has an option of these kinds, or when `when` says so."""

    key: str
    kinds: tuple[str, ...]
    build: Callable[[Work], Page]
    when: Callable[[Work], bool] | None = None


class Work:
    """One seat's work at one desk."""

    def __init__(self, match: Match, book: Book, desk: str) -> None:
        self.match, self.book, self.desk = match, book, desk
        self.page = ""
        self.chosen: dict[tuple[str, str], Any] = {}
        self.go: Callable[[str], None] = lambda page: None
        self.say, self.figures = match.words.say, match.words.figures

    # --- what there is -----------------------------------------------------------------------------------

    @property
    def view(self) -> View:
        return self.match.view

    @property
    def me(self) -> OwnView:
        return self.match.view.me

    def options(self, *kinds: str) -> list[Option]:
        return [option for option in self.book.options(self.desk) if not kinds or option.kind in kinds]

    def option(self, kind: str, group: str = "") -> Option | None:
        return next((o for o in self.options(kind) if not group or o.group == group), None)

    # --- knobs -------------------------------------------------------------------------------------------

    def value(self, key: str, usual: Any) -> Any:
        return self.chosen.get((self.page, key), usual)

    def put(self, key: str, value: Any) -> None:
        self.chosen[self.page, key] = value

    def planned(self, option: Option, name: str, usual: Any) -> Any:
        """What the last planned order of this kind sets, or else the usual."""
        mine = [order for order in self.match.orders if order.kind == option.kind]
        return getattr(mine[-1], name) if mine else usual

    def slider(self, option: Option, name: str, *, usual: float | None = None, high: float | None = None) -> Knob:
        """A knob over the bounds of an option's field."""
        bounds = field_of(option, name)
        top = bounds.high if high is None else min(bounds.high, high)
        top = max(top, bounds.low)
        start = self.planned(option, name, bounds.default if usual is None else usual)
        value = min(max(float(self.value(name, start)), bounds.low), top)
        words = self.match.words
        show = words.shower(option, name)
        return Knob(name, words.field(option, name), "slider", value, bounds.low, top, bounds.step or 1, show)

    def picker(self, option: Option, name: str, usual: str = "") -> Knob:
        """A knob over the choices of an option's field."""
        words, bounds = self.match.words, field_of(option, name)
        choices = [(key, words.choice(name, key, said)) for key, said in bounds.choices]
        keys = [key for key, _ in choices]
        value = self.value(name, self.planned(option, name, usual))
        value = value if value in keys else keys[0]
        return Knob(name, words.field(option, name), "choice", value, choices=choices)

    def switch(self, option: Option, name: str) -> Knob:
        value = bool(self.value(name, self.planned(option, name, bool(field_of(option, name).default))))
        return Knob(name, self.match.words.field(option, name), "flag", value)

    # --- offers ------------------------------------------------------------------------------------------

    def offer(
        self, option: Option, values: dict[str, Any], key: str, title: str, *, note: str = "", icon: str = "",
        up_to: str = "",
    ) -> Offer:  # fmt: skip
        """An option with these values and the door's answer; with `up_to` as much of that amount as may be had."""
        values = self._as_planned(option, values)
        answer = self.book.ask_up_to(option, values, up_to) if up_to else self.book.ask(option, values)
        words = self.match.words
        found = Offer(key, title, icon or words.option_icon(option), note, option, answer=answer)
        found.values = {name: getattr(answer.order, name) for name in whole_values(option, values)}
        found.tip = words.about(option)
        return found

    def _as_planned(self, option: Option, values: dict[str, Any]) -> dict[str, Any]:
        """What is not said is as in the order of the plan that this one would change."""
        place = self.book.place_of(option, make(option, values))
        if place is None:
            return values
        planned = self.match.orders[place]
        return {each.name: getattr(planned, each.name) for each in option.fields} | values

    def usual(self, option: Option) -> dict[str, Any]:
        """Values that the door lets through, the usual first; the planned order's where there is one."""
        for order in self.match.orders:
            same = not option.group or option.group in (
                getattr(order, "policy", ""),
                getattr(order, "investor", ""),
                getattr(order, "publisher", ""),
                getattr(order, "partner", ""),
            )
            if order.kind == option.kind and same:
                return {each.name: getattr(order, each.name) for each in option.fields}
        first: dict[str, Any] = {}
        for least in islice(ways_to_order(option), MOST_TRIES):
            first = first or least
            if self.book.ask(option, least).quote is not None:
                picked = {each.name: least[each.name] for each in option.fields if each.kind != "amount"}
                return picked if self.book.ask(option, picked).quote is not None else least
        return {each.name: first[each.name] for each in option.fields if each.kind != "amount"}

    def card(self, option: Option) -> Offer:
        """An option on its own, with what its quote says."""
        words = self.match.words
        amounts = [each.name for each in option.fields if each.kind == "amount"]
        values = self.usual(option)
        key = option.kind + (f".{option.group}" if option.group else "")
        up_to = amounts[0] if amounts else ""
        found = self.offer(option, values, key, words.option(option), note=note_of(self.match, option)[0], up_to=up_to)
        found.facts = self.facts(found)
        return found

    def facts(self, offer: Offer, *, chosen: bool = True) -> list[Fact]:
        """What an offer is for, and the lines of its quote."""
        answer, option, words = offer.answer, offer.option, self.match.words
        if answer is None or option is None:
            return []
        lines = answer.quote.lines if answer.quote is not None else ()
        told = [words.change(option, line) if line.text.key == "quote-policy" else words.line(line) for line in lines]
        found: list[Fact] = []
        if chosen:
            for each in option.fields:
                if option.group and each.kind == "choice" and len(each.choices) == 1:
                    continue
                if each.kind == "choice":
                    said = next(said for key, said in each.choices if key == offer.values[each.name])
                    value = words.choice(each.name, offer.values[each.name], said)
                    found.append((words.field(option, each.name), str(value), "text"))
                elif each.kind == "amount":
                    show = words.shower(option, each.name)
                    name, amount = words.field(option, each.name), float(offer.values[each.name])
                    asked = any(amount in (abs(line.usd), line.text.args.get("money")) for line in lines)
                    if not asked and not any(_same(name, show(amount), fact) for fact in told):
                        found.append((name, show(amount), "text"))
        if answer.quote is None:
            return found
        found += told
        if answer.quote.ready_month > self.view.month + 1:
            found.append((self.say("quote-ready"), words.month(answer.quote.ready_month), "accent"))
        return found

    # --- cells -------------------------------------------------------------------------------------------

    def measure(self, key: str, better: int = 0) -> Measure:
        """A measure by its name in the texts, with an explanation where there is one."""
        tip = f"column-{key}-tip"
        return Measure(key, self.say(f"column-{key}"), better, self.say(tip) if self.match.words.texts.has(tip) else "")

    def measures(self, *keys: tuple[str, int]) -> list[Measure]:
        return [self.measure(key, better) for key, better in keys]

    def months(self, months: float) -> Cell:
        return Cell(self.say("months", months=round(months)), float(round(months)))

    def money(self, usd: float | None) -> Cell | None:
        return None if usd is None else Cell(self.figures.money(usd), float(usd))

    def share(self, part: float | None, digits: int = 0) -> Cell | None:
        return None if part is None else Cell(self.figures.percent(part, digits=digits), float(part))

    def cards(self, number: float | None) -> Cell | None:
        return None if number is None else Cell(self.figures.cards(number), float(number))

    def kwh(self, usd: float | None) -> Cell | None:
        return None if usd is None else Cell(self.say("wide-hourly", usd=f"{usd:.3f}"), round(usd, 4))

    def hourly(self, usd: float | None) -> Cell | None:
        return None if usd is None else Cell(self.say("wide-hourly", usd=f"{usd:.2f}"), round(usd, 3))

    def wait(self, answer: Answer) -> Cell | None:
        """Months until it works, from now."""
        return None if answer.quote is None else self.months(answer.quote.ready_month - self.view.month)

    def power(self, kw: float | None) -> Cell | None:
        return None if kw is None else Cell(self.figures.power(kw), float(kw))

    def ready(self, answer: Answer) -> Cell | None:
        """When it works, and what that is in months from now."""
        if answer.quote is None:
            return None
        month = answer.quote.ready_month
        return Cell(self.match.words.month(month), float(month))

    def cash_now(self, answer: Answer) -> Cell | None:
        """What leaves the purse now (or comes in)."""
        if answer.quote is None:
            return None
        cash = answer.quote.cash_usd
        return Cell(self.figures.money(-cash, signed=True), float(-cash), "good" if cash < 0 else "text")


def _same(name: str, value: str, fact: Fact) -> bool:
    """Whether a line of the quote says a value again that was chosen: by one name, and the same or more of it."""
    other, said = fact[0], fact[1]
    return bool(other) and (name.startswith(other) or other.startswith(name)) and said.startswith(value)


def field_of(option: Option, name: str) -> Field:
    return next(each for each in option.fields if each.name == name)


def has_field(option: Option, name: str) -> bool:
    return any(each.name == name for each in option.fields)


def kept(cells: Iterable[tuple[str, Cell | None]]) -> dict[str, Cell]:
    """The cells that are known."""
    return {key: cell for key, cell in cells if cell is not None}


def groups_of(work: Work, options: Sequence[Option], titles: Callable[[Option], str]) -> list[Block]:
    """Cards under the titles that their options ask for, in order of first appearance."""
    found: dict[str, list[Offer]] = {}
    for option in options:
        found.setdefault(titles(option), []).append(work.card(option))
    return [Group(f"{work.page}{number}", title, cards) for number, (title, cards) in enumerate(found.items())]
