"""A seat's page: everything its team may see in this turn, in one language, and the door's answers to its plans."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from msgspec import Struct, to_builtins

from agents.desk import Quote
from game.telling.desk_order import in_groups
from game.telling.goal import goal_line, reached_line
from game.telling.option_notes import note_of
from game.telling.outcomes import outcomes
from game.telling.report import arrivals, entries_of, loudest, news_since, rank_moves, revenue
from game.telling.ways import make, usual_amounts, ways_to_order
from game.telling.wording import BINDING_ICONS, DESK_ICONS, DESKS, Shape
from levels.texts import key as text_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agents.desk import Refusal
    from agents.orders import AnyOrder
    from game.classroom.game import Game, Seat
    from game.door.options import Option
    from game.telling.entry import Entry

MOST_TRIES = 24
AMOUNTS = ("amount_usd", "cards", "h100e", "kw", "slots", "share", "people")
"""The field that a refusal's largest amount is about."""


class Figure(Struct, frozen=True):
    key: str
    name: str
    value: str
    icon: str
    note: str = ""
    tone: str = "muted"


class Gauge(Struct, frozen=True):
    """A leg of the constraint. `part` is how much of the cards it carries, 0 to 1."""

    key: str
    name: str
    value: str
    part: float
    low: bool


class Line(Struct, frozen=True):
    text: str
    icon: str
    tone: str
    strong: bool = False
    tag: str = ""


class FieldView(Struct, frozen=True):
    name: str
    label: str
    kind: str
    shape: Shape
    choices: tuple[tuple[str, str], ...] = ()
    low: float = 0.0
    high: float = 0.0
    step: float = 1.0
    whole: bool = True


class OptionView(Struct, frozen=True):
    kind: str
    group: str
    name: str
    about: str
    icon: str
    note: str
    tag: str
    tone: str
    amount: str
    fields: tuple[FieldView, ...]


class DeskView(Struct, frozen=True):
    key: str
    name: str
    icon: str
    groups: tuple[tuple[str, tuple[OptionView, ...]], ...]


class RivalLine(Struct, frozen=True):
    firm: str
    name: str
    colour: str
    me: bool
    figures: tuple[str, ...]


class Planned(Struct, frozen=True):
    """An order with what it takes; `refused` says why it would not be granted."""

    order: Any
    text: str
    icon: str
    why: str = ""
    cash: str = ""
    ready: str = ""
    refused: str = ""
    most: float = 0.0


class PlanView(Struct, frozen=True):
    orders: tuple[Planned, ...]
    cash_after: str
    short: bool
    """Whether cash would be below zero."""


class Quoted(Struct, frozen=True):
    """The door's answer to one order."""

    text: str
    lines: tuple[tuple[str, str, str], ...] = ()
    ready: str = ""
    fill: str = ""
    after: str = ""
    refused: str = ""
    neutral: bool = False
    """Whether the refusal only says that nothing would change."""
    most: float = 0.0


class Board(Struct, frozen=True, tag_field="is", tag="board"):
    """What a team sees of the race."""

    firm: str
    name: str
    colour: str
    alive: bool
    number: int
    """Of the turn that is planned now; one past the last when the race is over."""
    turn: int
    turns: int
    month: str
    goal: str
    objective: str
    figures: tuple[Figure, ...]
    gauges: tuple[Gauge, ...]
    bound: str
    bound_icon: str
    initiative: int
    desks: tuple[DeskView, ...]
    advice: PlanView
    report: tuple[Line, ...]
    columns: tuple[str, ...]
    rivals: tuple[RivalLine, ...]
    result: str
    """How the seat ended, when the race is over."""


def board(game: Game, firm: str, language: str, *, rivals: bool, over: bool = False) -> Board:
    """The whole page of a seat."""
    seat = game.seat(firm, language)
    session, view, words = game.session, seat.view, seat.words
    turns = session.turns_in_all
    level = seat.level
    objective = text_key(level.text, "objective")
    return Board(
        firm=firm,
        name=words.firm(firm),
        colour=words.colour(firm),
        alive=view.me.alive,
        number=session.turn,
        turn=min(session.turn, turns),
        turns=turns,
        month=words.month(min(view.month, level.months)),
        goal=goal_line(level, words.texts),
        objective=words.say(objective) if words.texts.has(objective) else "",
        figures=_role_figures(seat) if view.role is not None else _figures(seat),
        gauges=() if view.role is not None else _gauges(seat),
        bound=_bound(seat),
        bound_icon=BINDING_ICONS.get(view.me.binding, "info") if view.me.alive else "skull",
        initiative=view.me.initiative,
        desks=_desks(game, seat) if view.me.alive and not session.over else (),
        advice=_advised(game, seat),
        report=report(seat),
        columns=tuple(words.say(f"measure-{measure}") for measure in ("valuation", "h100e", "elo")),
        rivals=_rivals(seat) if rivals and view.rivals else (),
        result=_result(seat) if over else "",
    )


# --- one's own firm ------------------------------------------------------------------------------------


def _figures(seat: Seat) -> tuple[Figure, ...]:
    me, say, figures, history = seat.view.me, seat.words.say, seat.words.figures, seat.history
    span = seat.view.months_per_turn

    def changed(column: str, now: float, *, money: bool) -> tuple[str, str]:
        before = history.own_before(column, span)
        change = now - before if before is not None else 0.0
        if abs(change) < 0.5:
            return "", "muted"
        write = figures.money if money else figures.cards
        return write(change, signed=True), "good" if change > 0 else "bad"

    cash, cash_tone = changed("cash_usd", me.cash_usd, money=True)
    worth, worth_tone = changed("valuation_usd", me.valuation_usd, money=True)
    sites = seat.view.sites.values()
    have = sum(site.grid_kw + site.turbine_kw for site in sites)
    used = history.own_latest("mw_online") * 1000 if history.own else 0.0
    power = say("bar-power-of", used=figures.power(used).split()[0], have=have) if have else "–"
    gpus, gpus_tone = changed("h100e_online", history.own_latest("h100e_online"), money=False)
    if me.idle_h100e:
        gpus, gpus_tone = say("bar-dark", cards=me.idle_h100e), "warn"
    others = [rival.arena_elo for rival in seat.view.rivals.values() if rival.alive]
    rank = 1 + sum(elo > me.arena_elo for elo in others)
    place = say("bar-rank", rank=rank) if others else ""
    return (
        Figure("cash", say("bar-cash"), figures.money(me.cash_usd), "banknote", cash, cash_tone),
        Figure("gpus", say("bar-gpus"), figures.cards(me.usable_h100e), "cpu", gpus, gpus_tone),
        Figure("power", say("bar-power"), power, "zap", "" if have else say("bar-no-power")),
        Figure("elo", say("bar-elo"), f"{me.arena_elo:,.0f}", "brain-circuit", place, "good" if rank == 1 else "muted"),
        Figure("revenue", say("bar-revenue"), figures.money(me.run_rate_usd), "dollar-sign"),
        Figure("valuation", say("bar-valuation"), figures.money(me.valuation_usd), "trending-up", worth, worth_tone),
    )


def _role_figures(seat: Seat) -> tuple[Figure, ...]:
    """For who is no firm."""
    role, say, figures = seat.view.role, seat.words.say, seat.words.figures
    assert role is not None
    loudest = max((site.opposition for site in role.sites), default=0.0)
    wind = say("bar-role-wind", share=role.speculative_share)
    return (
        Figure("cash", say("bar-role-cash"), f"{role.aim:.0f}", "crosshair"),
        Figure("gpus", say("bar-role-gpus"), f"{loudest:.2f}", "megaphone"),
        Figure("power", say("bar-role-power"), figures.power(role.queue_kw), "zap", wind, "warn"),
        Figure("elo", say("bar-role-elo"), f"{role.bills:.2f} ×", "receipt"),
        Figure("revenue", say("bar-role-revenue"), f"{role.tariff:.2f} ×", "dollar-sign"),
        Figure("valuation", say("bar-role-valuation"), figures.money(role.stranded_usd), "plug"),
    )


def _gauges(seat: Seat) -> tuple[Gauge, ...]:
    """Cards, places and power at one's own campuses, as parts of the cards that stand there."""
    sites, say, figures = seat.view.sites.values(), seat.words.say, seat.words.figures
    cards = sum(sum(site.cards.values()) for site in sites)
    if not cards:
        return ()
    slots = sum(site.air_slots + site.liquid_slots for site in sites)
    have, need = sum(site.grid_kw + site.turbine_kw for site in sites), sum(site.need_kw for site in sites)
    legs = (
        ("cards", say("site-cards"), figures.cards(cards), 1.0),
        ("places", say("site-places"), figures.cards(slots), min(1.0, slots / cards)),
        ("power", say("site-power"), figures.power(have), min(1.0, have / need) if need else 1.0),
    )
    least = min(part for *_, part in legs)
    return tuple(Gauge(key, name, value, part, part == least and part < 1.0) for key, name, value, part in legs)


def _bound(seat: Seat) -> str:
    """What holds the firm back, in a sentence."""
    me, say = seat.view.me, seat.words.say
    if not me.alive:
        return say("bound-gone")
    if seat.view.role is not None:
        return ""
    sites = seat.view.sites.values()
    dark, homeless = sum(site.dark_cards for site in sites), sum(site.homeless_cards for site in sites)
    cards = sum(sum(site.cards.values()) for site in sites)
    key = f"bound-{me.binding}"
    if dark and homeless and me.binding in ("power", "hall"):
        key = "bound-dark-both"
    elif me.binding == "hall" and not homeless:
        key = "bound-hall-full"
    return say(key, mine=1, dark=dark, cards=cards, homeless=homeless, runway=min(99, round(me.runway_months)))


def report(seat: Seat) -> tuple[Line, ...]:
    """What the last turn brought; empty before the first."""
    if seat.session.turn == 1:
        return ()
    entries: list[Entry] = outcomes(seat)
    if not entries:
        for number, (order, why) in enumerate(seat.session.refused(seat.firm)):
            text = seat.words.say("report-refused", order=seat.words.order(order), why=seat.words.text(why.text))
            entries.append(_entry(f"refused.{number}", text))
    entries += [entry for entry, _ in arrivals(seat)]
    paid = revenue(seat)
    entries += [paid] if paid is not None else []
    entries += [entry for entry, _ in rank_moves(seat)]
    entries += entries_of(seat, loudest(seat, news_since(seat, seat.view.months_per_turn)))
    return tuple(Line(entry.text, entry.icon, entry.tone, entry.strong, entry.tag) for entry in entries)


def _entry(key: str, text: str) -> Entry:
    from game.telling.entry import Entry

    return Entry(key, text, "ban", "bad", strong=True)


def _rivals(seat: Seat) -> tuple[RivalLine, ...]:
    """All seats by valuation: oneself as one is, the others as the public knows them."""
    words, figures, view = seat.words, seat.words.figures, seat.view
    rows = [(view.me.valuation_usd, seat.firm, float(view.me.usable_h100e), view.me.arena_elo)]
    rows += [
        (rival.valuation_usd, key, rival.h100e, rival.arena_elo)
        for key, rival in view.rivals.items()
        if rival.seat and rival.alive
    ]
    return tuple(
        RivalLine(
            firm,
            words.firm(firm),
            words.colour(firm),
            firm == seat.firm,
            (figures.money(worth), figures.cards(h100e), f"{elo:,.0f}"),
        )
        for worth, firm, h100e, elo in sorted(rows, key=lambda row: (-row[0], row[1]))
    )


def _result(seat: Seat) -> str:
    """Place and score, or what was reached of the level's goal."""
    result, say = seat.session.result(), seat.words.say
    if seat.firm not in result.scores or not seat.session.turns:
        return ""
    if len(result.scores) == 1 and result.targeted:
        return say("debrief-alone-reached" if result.won(seat.firm) else "debrief-alone-missed")
    place, total = list(result.scores).index(seat.firm) + 1, result.scores[seat.firm].total
    return reached_line(seat.level, seat.words.texts, seat.words.firm(seat.firm), place, len(result.scores), total)


# --- orders --------------------------------------------------------------------------------------------


def _desks(game: Game, seat: Seat) -> tuple[DeskView, ...]:
    found = []
    options = game.session.options(seat.firm, ())
    for desk in DESKS:
        here = [option for option in options if option.desk == desk]
        groups = tuple(
            (seat.words.say(f"desk-group-{group}") if group else "", tuple(_option(seat, each) for each in several))
            for group, several in in_groups(here)
        )
        if here:
            found.append(DeskView(desk, seat.words.say(f"desk-{desk}"), DESK_ICONS[desk], groups))
    return tuple(found)


def _option(seat: Seat, option: Option) -> OptionView:
    words = seat.words
    note, tag, tone = note_of(seat, option)
    fields = tuple(
        FieldView(
            field.name,
            words.field(option, field.name),
            field.kind,
            words.shape(option, field.name),
            tuple((key, words.choice(field.name, key, name)) for key, name in field.choices),
            field.low,
            field.high,
            field.step,
            field.whole,
        )
        for field in option.fields
    )
    amounts = [field.name for field in option.fields if field.kind == "amount" and field.name in AMOUNTS]
    return OptionView(
        option.kind,
        option.group,
        words.option(option),
        words.about(option),
        words.option_icon(option),
        note,
        tag,
        tone,
        amounts[0] if amounts else "",
        fields,
    )


def _advised(game: Game, seat: Seat) -> PlanView:
    """The advisor's plan with its reasons."""
    advised = game.advice(seat.firm)
    reasons = {each.order: "; ".join(seat.words.text(reason) for reason in each.reasons) for each in advised}
    return plan_view(game, seat, [each.order for each in advised], reasons)


def plan_view(
    game: Game, seat: Seat, orders: Sequence[AnyOrder], reasons: dict[AnyOrder, str] | None = None
) -> PlanView:
    """A plan with what each order takes after those before it."""
    words, found, good = seat.words, [], list[Any]()
    why = reasons or {}
    for order in orders:
        answer = game.quote(seat.firm, good, order)
        text, icon = words.order(order), words.order_icon(order)
        if isinstance(answer, Quote):
            good.append(order)
            cash = words.figures.money(-answer.cash_usd, signed=True) if answer.cash_usd else ""
            found.append(
                Planned(to_builtins(order), text, icon, why.get(order, ""), cash, words.month(answer.ready_month))
            )
        else:
            refused = words.text(answer.text)
            found.append(Planned(to_builtins(order), text, icon, why.get(order, ""), refused=refused, most=answer.most))
    after = game.desk(seat.firm).ready_cash(good)
    return PlanView(tuple(found), words.figures.money(after), after < 0)


def quoted(game: Game, seat: Seat, planned: Sequence[AnyOrder], order: AnyOrder) -> Quoted:
    """The door's answer to an order after those that are planned, in words."""
    words, figures = seat.words, seat.words.figures
    answer = game.quote(seat.firm, planned, order)
    text = words.order(order)
    if not isinstance(answer, Quote):
        neutral = answer.text.key == "refuse-no-change"
        return Quoted(text, refused=words.text(answer.text), neutral=neutral, most=answer.most)
    lines = [words.line(line) for line in answer.lines if line.text.key != "quote-policy"]
    after = game.desk(seat.firm).ready_cash([*planned, order])
    fill = figures.percent(answer.fill) if answer.fill < 0.995 else ""
    return Quoted(text, tuple(lines), words.month(answer.ready_month), fill, figures.money(after))


def beginning(game: Game, seat: Seat, planned: Sequence[AnyOrder], kind: str, group: str) -> dict[str, Any] | None:
    """The values with which the form of an option opens: the usual ones that the door lets through; None for no option.

    Where nothing is let through it is the usual choices, so that the form says why.
    """
    option = next(
        (each for each in game.session.options(seat.firm, planned) if (each.kind, each.group) == (kind, group)), None
    )
    if option is None:
        return None
    usual = usual_amounts(option)
    first: dict[str, Any] | None = None
    for values in islice(ways_to_order(option), MOST_TRIES):
        wished = {**values, **usual}
        first = first or wished
        answer: Quote | Refusal = game.quote(seat.firm, planned, make(option, wished))
        if isinstance(answer, Quote):
            return wished
        if isinstance(game.quote(seat.firm, planned, make(option, values)), Quote):
            return _within(option, wished, answer.most)
    return first


def _within(option: Option, values: dict[str, Any], most: float) -> dict[str, Any]:
    """The same with no more of the amount than the door would give."""
    for field in option.fields:
        if field.kind == "amount" and field.name in AMOUNTS and most:
            least = max(field.low, min(field.high, most))
            return {**values, field.name: int(least) if field.whole else least}
    return values
