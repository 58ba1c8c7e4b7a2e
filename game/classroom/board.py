"""A seat's page: everything its team may see in this turn, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from game.classroom import plans
from game.telling import figures as told
from game.telling.desk_order import in_groups
from game.telling.goal import goal_line, reached_line
from game.telling.option_notes import note_of
from game.telling.outcomes import outcomes
from game.telling.report import arrivals, entries_of, loudest, news_since, rank_moves, refused_entries, revenue
from game.telling.ways import AMOUNTS
from game.telling.wording import BINDING_ICONS, DESK_ICONS, DESKS, Shape
from levels.texts import key as text_key

if TYPE_CHECKING:
    from game.classroom.game import Game, Seat
    from game.door.options import Option
    from game.telling.entry import Entry


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
    why: str = ""
    """The reasons of who did it, as far as they may be known."""


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
    advice: plans.PlanView
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
        bound=told.bound_line(seat, mine=True),
        bound_icon=BINDING_ICONS.get(view.me.binding, "info") if view.me.alive else "skull",
        initiative=view.me.initiative,
        desks=_desks(game, seat) if view.me.alive and not session.over else (),
        advice=plans.advised(game, seat),
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
    power = told.power_line(seat)
    gpus, gpus_tone = changed("h100e_online", history.own_latest("h100e_online"), money=False)
    if me.idle_h100e:
        gpus, gpus_tone = say("bar-dark", cards=me.idle_h100e), "warn"
    rank = told.arena_place(seat)
    place = say("bar-rank", rank=rank) if rank else ""
    return (
        Figure("cash", say("bar-cash"), figures.money(me.cash_usd), "banknote", cash, cash_tone),
        Figure("gpus", say("bar-gpus"), figures.cards(me.usable_h100e), "cpu", gpus, gpus_tone),
        Figure("power", say("bar-power"), power or "–", "zap", "" if power else say("bar-no-power")),
        Figure("elo", say("bar-elo"), f"{me.arena_elo:,.0f}", "brain-circuit", place, "good" if rank <= 1 else "muted"),
        Figure("revenue", say("bar-revenue"), figures.money(me.run_rate_usd), "dollar-sign"),
        Figure("valuation", say("bar-valuation"), figures.money(me.valuation_usd), "trending-up", worth, worth_tone),
    )


def _role_figures(seat: Seat) -> tuple[Figure, ...]:
    """For who is no firm."""
    return tuple(
        Figure(key, seat.words.say(f"bar-role-{key}"), value, told.ROLE_ICONS[key], note, "warn" if note else "muted")
        for key, (value, note) in told.role_figures(seat).items()
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


def report(seat: Seat) -> tuple[Line, ...]:
    """What the last turn brought; empty before the first."""
    if seat.session.turn == 1:
        return ()
    entries: list[Entry] = outcomes(seat)
    if not entries:
        entries += [entry for entry, _ in refused_entries(seat)]
    entries += [entry for entry, _ in arrivals(seat)]
    paid = revenue(seat)
    entries += [paid] if paid is not None else []
    entries += [entry for entry, _ in rank_moves(seat)]
    entries += entries_of(seat, loudest(seat, news_since(seat, seat.view.months_per_turn)))
    return tuple(Line(entry.text, entry.icon, entry.tone, entry.strong, entry.tag, entry.detail) for entry in entries)


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
